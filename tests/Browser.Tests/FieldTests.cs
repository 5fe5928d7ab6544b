using System.Globalization;
using System.Text.Json;
using Allocation.Host.Scenarios;
using Microsoft.Playwright;
using Xunit;

namespace Allocation.Browser.Tests;

/// <summary>What people type into a scenario's form, and what is said where that, or nobody's answer, stands in the way.</summary>
[Collection(Evening.Name)]
public sealed class FieldTests(Council council)
{
    private const string Variants = "form.ask[data-api$='/variants']";

    [Theory]
    [InlineData("fa", "۹۲٫۵", "۵۰۰۰", "۰٫۵", "پاسخ نمی‌دهد")]
    [InlineData("fa", "٩٢٫٥", "٥٬٠٠٠", "٠٫٥", "پاسخ نمی‌دهد")]
    [InlineData("en", "92.5", "5,000", "0.5", "does not answer")]
    public async Task Numbers_may_be_typed_in_any_digits_and_no_answer_is_said(string lang, string money, string floor, string line, string silence)
    {
        await using var window = await council.Open($"/{lang}/scenarios/sample");
        var (page, asked) = (window.Page, "");
        await page.RouteAsync("**/variants", route =>
        {
            asked = route.Request.PostData!;
            return route.AbortAsync();
        });
        await page.Locator("#money").FillAsync("");
        await page.Locator("#money").PressSequentiallyAsync(money);
        await page.Locator("#floor-2").PressSequentiallyAsync(floor);
        await page.Locator("#measure").SelectOptionAsync("headcount");
        await page.Locator("#parameter").PressSequentiallyAsync(line);
        await page.Locator($"{Variants} button.main").ClickAsync();
        await page.Locator($"{Variants} .trouble p", new() { HasText = silence }).WaitForAsync();

        var said = JsonDocument.Parse(asked).RootElement;
        Assert.Equal((0.925m, 0.5m, 5000), (said.GetProperty("moneyTimes").GetDecimal(), said.GetProperty("parameter").GetDecimal(), said.GetProperty("floors")[0].GetProperty("atLeast").GetInt64()));
        // What was left as it is counts as it stands there, in the page's own digits.
        Assert.Equal((20, 0.0001m), (said.GetProperty("seconds").GetInt32(), said.GetProperty("tolerance").GetDecimal()));
        Assert.Equal(lang == "fa" ? "۲۰" : "20", await page.Locator("#run-seconds").InputValueAsync());
    }

    [Theory]
    [InlineData("fa", "عددی از ۱ تا ۳٬۶۰۰ بنویسید.")]
    [InlineData("en", "Write a number from 1 to 3,600.")]
    public async Task What_is_refused_is_shown_and_said_also_where_its_part_is_closed(string lang, string cure)
    {
        await using var window = await council.Open($"/{lang}/scenarios/sample");
        var seconds = window.Page.Locator("#run-seconds");
        await window.Page.Locator("details.limits summary").First.ClickAsync();
        await seconds.FillAsync("nine");
        await window.Page.Locator("details.limits summary").First.ClickAsync();
        await window.Page.Locator("form.ask[data-api$='/runs'] button.main").ClickAsync();
        await seconds.WaitForAsync(new() { State = WaitForSelectorState.Visible });
        Assert.Equal(cure, await seconds.EvaluateAsync<string>("field => field.validationMessage"));
        Assert.EndsWith("/scenarios/sample", window.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fa", "هزارگان را جدا نکنید و ممیز را با نقطه یا ٫ بنویسید.")]
    [InlineData("en", "Leave thousands ungrouped and write decimals with a point.")]
    public async Task What_reads_in_two_ways_is_refused_with_its_cure(string lang, string cure)
    {
        await using var window = await council.Open($"/{lang}/scenarios/sample");
        foreach (var (field, typed) in ((string, string)[])[("#money", "90,5"), ("#money", "1,000"), ("#parameter", "1/2"), ("#floor-2", "2.000"), ("#floor-2", "12,34")])
        {
            await window.Page.Locator(field).FillAsync(typed);
            Assert.Equal(cure, await window.Page.Locator(field).EvaluateAsync<string>("field => field.validationMessage"));
        }
        await window.Page.Locator("#money").FillAsync("۹۰٫۵ ٪");
        Assert.True(await window.Page.Locator("#money").EvaluateAsync<bool>("field => field.checkValidity()"));
    }

    [Fact]
    public async Task A_field_reads_numbers_as_a_scenario_does()
    {
        await using var window = await council.Open("/en/scenarios/sample");
        foreach (var text in (string[])["7", "۱۲۵۰", "١٢٥٠", "۱٬۲۵۰", "1,234", "1,234,567", "1 234 567", "1’234", "۱،۲۳۴", "−5", "+5", "‎-5", " 7 ", "007", "2.25", "۲٫۲۵", "1,234.5", "۱٬۲۳۴٫۵", "1.234", "2.000", "0.500",
            "1.234.567", "90,5", "0,5", "1,00", "12,34", "1,234٬567", "0,500", "1/2", "1.5", "1e5", "x", "5.", ".5", "(5)", "5-", "--5", "½", "NaN", "%", ",", "", "40%", "٪ ۴۰", "0.5 ٪"])
            foreach (var (whole, shares) in ((bool, bool)[])[(true, false), (false, false), (false, true)])
            {
                var trouble = Numbers.Read(text, whole, shares, grouped: true, out var value);
                // Its per cents are shares.
                if (text.Contains('%', StringComparison.Ordinal) || text.Contains('٪', StringComparison.Ordinal)) value *= 100;
                var read = await window.Page.EvaluateAsync<string>("([text, whole, shares]) => String(window.typed.read(text, whole, shares))", new object[] { text, whole, shares });
                var expected = trouble switch { NumberTrouble.None => value.ToString("0.####", CultureInfo.InvariantCulture), NumberTrouble.Ambiguous => "NaN", _ => "null" };
                Assert.True(expected == read, $"{text} ({whole}, {shares}): {read}, and {expected} in a scenario");
            }
    }

    [Fact]
    public async Task Beside_a_measure_stands_what_its_parameter_means()
    {
        await using var window = await council.Open("/en/scenarios/sample");
        var (measure, parameter, says) = (window.Page.Locator("#measure"), window.Page.Locator("#parameter"), window.Page.Locator("#parameter-says"));
        Assert.Contains("ε ≥ 0", await says.InnerTextAsync(), StringComparison.Ordinal);
        await measure.SelectOptionAsync("shortfall");
        Assert.Contains("the line", await says.InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await parameter.EvaluateAsync<bool>("field => field.checkValidity()"));
        await measure.SelectOptionAsync("worst-off");
        Assert.True(await parameter.IsDisabledAsync());
        Assert.Equal("", await parameter.GetAttributeAsync("placeholder"));
        await measure.SelectOptionAsync("worst-share");
        Assert.True(await parameter.EvaluateAsync<bool>("field => !field.disabled && field.checkValidity()"));
    }

    [Fact]
    public async Task A_project_is_found_however_its_name_is_typed()
    {
        await using var window = await council.Open("/fa/scenarios/sample");
        var names = await window.Page.Locator("#lock-choice option").AllInnerTextsAsync();
        var sought = names.First(name => name.Contains(' ', StringComparison.Ordinal));
        await window.Page.Locator("#lock-find").FillAsync($" {sought.Replace(" ", "", StringComparison.Ordinal).Replace('ی', 'ي').Replace('ک', 'ك')} ");
        Assert.Contains(sought, await window.Page.Locator("#lock-choice option").AllInnerTextsAsync());
    }
}
