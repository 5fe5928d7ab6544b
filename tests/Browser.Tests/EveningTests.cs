using Xunit;

namespace Allocation.Browser.Tests;

/// <summary>What a council does in an evening, from the list to a saved option, in both languages.</summary>
[Collection(Evening.Name)]
public sealed class EveningTests(Council council)
{
    [Theory]
    [InlineData("fa", "گزینه‌ها در کنار هم", "نیمی از بودجه")]
    [InlineData("en", "Options side by side", "Half the budget")]
    public async Task A_council_solves_changes_compares_asks_and_saves(string lang, string sideBySide, string option)
    {
        await using var window = await council.Open($"/{lang}/");
        var page = window.Page;
        Assert.Equal(lang == "fa" ? "rtl" : "ltr", await page.Locator("html").GetAttributeAsync("dir"));

        await page.Locator($"a[href='/{lang}/scenarios/sample']").ClickAsync();
        await page.Locator("form.ask[data-api$='/runs'] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/plans?**");
        Assert.NotEmpty(await page.Locator("p.proof").First.InnerTextAsync());

        await page.Locator("nav.tools a").First.ClickAsync();
        await page.Locator("#name").FillAsync(option);
        await page.Locator("#money").FillAsync("50");
        await page.Locator("#lock-project").SelectOptionAsync("shelf");
        await page.Locator("button[data-lock=out]").ClickAsync();
        Assert.Equal(1, await page.Locator(".chosen li").CountAsync());
        await page.Locator("form.ask[data-api$='/variants'] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/plans?**");
        Assert.Contains(sideBySide, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator($"#{lang}-options-table thead th").CountAsync());

        await page.Locator("#why-find").FillAsync("shelf");
        Assert.Equal(1, await page.Locator("#why-project option").CountAsync());
        await page.Locator("form.ask[data-api$='/why'] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/answers/**");
        Assert.NotEmpty(await page.Locator("p.proof").InnerTextAsync());
        await page.GoBackAsync();

        await page.WaitForURLAsync("**/plans?**");
        await page.Locator("form.save button").ClickAsync();
        var saved = page.Locator(".saved");
        await saved.Filter(new() { HasText = ".json" }).WaitForAsync();
        await page.Locator("header.served nav a").ClickAsync();
        await page.Locator("main li", new() { HasText = option }).First.WaitForAsync();
        Assert.Contains(Directory.EnumerateFiles(council.Folder, "*.json"), file => File.ReadAllText(file).Contains(option, StringComparison.Ordinal));
        Assert.Empty(window.Trouble);
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_beside_the_button()
    {
        await using var window = await council.Open("/en/scenarios/sample");
        var page = window.Page;
        await page.Locator("#parameter").FillAsync("50");
        await page.Locator("#floor-2").FillAsync("99999999");
        await page.Locator("form.ask[data-api$='/variants'] button[type=submit]").ClickAsync();
        await page.Locator(".trouble p, main h1", new() { HasTextRegex = new("faults|no plan", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.WaitForAsync();
    }

    [Fact]
    public async Task A_run_is_started_with_the_keyboard_alone()
    {
        await using var window = await council.Open("/fa/scenarios/sample");
        var page = window.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('a.skip') && getComputedStyle(document.activeElement).clipPath === 'none'"));
        for (var steps = 0; !await page.EvaluateAsync<bool>("document.activeElement.matches('button.main')"); steps++)
        {
            Assert.True(steps < 20, "The button is not reached with the tabulator key.");
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("solid", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/plans?**");
        Assert.Empty(window.Trouble);
    }
}
