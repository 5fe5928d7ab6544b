using System.Text.Json;
using Allocation.Engine.Model;
using Xunit;

namespace Allocation.Host.Tests.Serving;

/// <summary>Options: what they are called, how one leads to the next, and which of them the others are compared with.</summary>
public sealed class OptionTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task An_option_that_nobody_named_is_called_by_its_changes_and_no_name_stands_inside_another()
    {
        var half = await Solved("sample", new { moneyTimes = 0.5 });
        Assert.Equal(("نمونه: بودجه ۵۰٪", "Sample: budget at 50%"), Name(half));
        Assert.Equal("Sample: measured by mean, at least 5,000 for District 2, Library in Yazdanshahr is out and 1 more", Name(await Solved("sample", new
        {
            measure = "mean", floors = new[] { new { district = "2", atLeast = 5000 } }, locks = new[] { new { project = "shelf", @in = false }, new { project = "belt", @in = true } },
        })).En);
        var saved = (await served.Post($"/api/plans/{Id(half)}/save", new { })).Json.GetProperty("file").GetString();
        Assert.Equal(("نمونه: بودجه ۵۰٪، کتابخانه یزدان‌شهر تأمین نشود", "Sample: budget at 50%, Library in Yazdanshahr is out"), Name(await Solved(saved!, new { locks = new[] { new { project = "shelf", @in = false } } })));
    }

    [Fact]
    public async Task Options_that_differ_are_not_called_the_same_and_the_same_option_is()
    {
        object Asked(string owner) => new { owner, locks = new[] { new { project = "shelf", @in = false } } };
        var first = await Solved("two-neighbourhoods", new { moneyTimes = 2, owner = "a" });
        Assert.Equal(Name(first), Name(await Solved("two-neighbourhoods", new { moneyTimes = 2, owner = "a" })));
        Assert.Equal("Sample: Library in Yazdanshahr is out", Name(await Solved("sample", Asked("Ali"))).En);
        Assert.Equal("Sample: Library in Yazdanshahr is out (2)", Name(await Solved("sample", Asked("Sara"))).En);
        Assert.Equal("Sample: Library in Yazdanshahr is out", Name(await Solved("sample", Asked("Ali"))).En);
    }

    [Fact]
    public async Task From_an_option_the_form_holds_its_changes_or_begins_afresh()
    {
        var option = await Solved("sample", new { moneyTimes = 0.925, measure = "atkinson", parameter = 2, owner = "Ali", seconds = 1200, floors = new[] { new { district = "2", atLeast = 3000 } }, locks = new[] { new { project = "shelf", @in = false } } });
        var page = await served.Page(option.GetProperty("open").GetString()!);
        Assert.Contains($"<a href=\"/en/scenarios/sample?from={Id(option)}#en-change\">Change this option further (Option 2)</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/en/scenarios/sample#en-change\">Start afresh from \"Sample\"</a>", page, StringComparison.Ordinal);
        var form = await served.Page($"/fa/scenarios/sample?from={Id(option)}");
        foreach (var kept in (string[])["required value=\"۹۲٫۵\"", "<option value=\"atkinson\"", " selected>", "value=\"۲\" aria-describedby", "value=\"Ali\"", "required value=\"۱۲۰۰\"", "value=\"۳۰۰۰\"", "<li data-project=\"shelf\" data-lock=\"out\">", $"/en/scenarios/sample?from={Id(option)}"])
            Assert.Contains(kept, form, StringComparison.Ordinal);
        foreach (var other in (string[])["/fa/scenarios/sample", $"/fa/scenarios/two-neighbourhoods?from={Id(option)}", "/fa/scenarios/sample?from=nothing"])
            Assert.DoesNotContain("value=\"Ali\"", await served.Page(other), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "ask for more than can be had at once", "Edit what was asked for")]
    [InlineData("fa", "بیش از آن می‌خواهند که با هم شدنی باشد", "ویرایش آنچه خواسته شد")]
    public async Task An_option_without_a_plan_says_so_plainly_and_leads_back_to_its_changes(string lang, string plainly, string edit)
    {
        var (_, job) = await served.Post("/api/scenarios/sample/variants", new { lang, floors = new[] { new { district = "2", atLeast = 900_000 } } });
        var over = await served.Over(job, lang);
        Assert.Equal("failed", over.GetProperty("state").GetString());
        var page = await served.Page(over.GetProperty("open").GetString()!);
        Assert.Contains(plainly, page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/{lang}/scenarios/sample?from={Id(over)}#{lang}-change\">{edit}</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("««", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "From Option 2 to Option 1: who gains, who loses", "From Option 1 to Option 2: who gains, who loses", "Fairness (worst-off neighbourhood)", "Fairness (geometric mean)")]
    [InlineData("fa", "از گزینه ۲ به گزینه ۱: چه کسی سود می‌برد و چه کسی زیان", "از گزینه ۱ به گزینه ۲: چه کسی سود می‌برد و چه کسی زیان", "سنجه عدالت (کم‌برخوردارترین محله)", "سنجه عدالت (میانگین هندسی)")]
    public async Task Which_option_the_others_are_compared_with_is_chosen_and_each_says_what_it_was_made_for(string lang, string back, string forth, string measure, string first)
    {
        var option = await Solved("sample", new { measure = "worst-off", moneyTimes = 0.6 });
        var address = option.GetProperty("open").GetString()!.Replace("/en/", $"/{lang}/", StringComparison.Ordinal);
        var usual = await served.Page(address);
        Assert.Contains(forth, usual, StringComparison.Ordinal);
        Assert.DoesNotContain(back, usual, StringComparison.Ordinal);
        var other = await served.Page($"{address}&base={Id(option)}");
        Assert.Contains(back, other, StringComparison.Ordinal);
        Assert.DoesNotContain(forth, other, StringComparison.Ordinal);
        Assert.Contains($"&base={Id(option)}&lang={lang}\" download", other, StringComparison.Ordinal);
        // What each was made for, then every option under either measure: the base's first.
        Assert.Contains($"<td>{first}</td><td>{measure}</td>", usual, StringComparison.Ordinal);
        Assert.True(other.IndexOf($">{measure}</th>", StringComparison.Ordinal) < other.IndexOf($">{first}</th>", StringComparison.Ordinal));
        Assert.DoesNotContain("««", usual, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Solved(string key, object change)
    {
        var over = await served.Over((await served.Post($"/api/scenarios/{key}/variants", change)).Json);
        Assert.Equal("done", over.GetProperty("state").GetString());
        return over;
    }

    private static string Id(JsonElement job) => job.GetProperty("id").GetString()!;
    private static (string Fa, string En) Name(JsonElement job) => (job.GetProperty("name").GetProperty("fa").GetString()!, job.GetProperty("name").GetProperty("en").GetString()!);
}
