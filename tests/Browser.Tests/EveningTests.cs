using Microsoft.Playwright;
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
        await page.Locator("#lock-choice").SelectOptionAsync("shelf");
        await page.Locator("button[data-lock=out]").ClickAsync();
        Assert.Equal(1, await page.Locator(".chosen li").CountAsync());
        await page.Locator("form.ask[data-api$='/variants'] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/plans?**");
        var compared = await page.Locator("main").InnerTextAsync();
        Assert.Contains(sideBySide, compared, StringComparison.Ordinal);
        Assert.Contains(lang == "fa" ? "قاعده‌هایی که تنها در گزینه ۲ است" : "Rules in Option 2 alone", compared, StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator($"#{lang}-options-table thead th").CountAsync());

        await page.Locator("#why-find").FillAsync("shelf");
        Assert.Equal(1, await page.Locator("#why-choice option").CountAsync());
        await page.Locator("form.ask[data-api$='/why'] button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/answers/**");
        Assert.NotEmpty(await page.Locator("p.proof").InnerTextAsync());
        await page.GoBackAsync();

        await page.WaitForURLAsync("**/plans?**");
        await page.Locator("form.save button").ClickAsync();
        var saved = page.Locator(".saved");
        await saved.Filter(new() { HasText = ".json" }).WaitForAsync();
        await page.Locator("header.served nav a").ClickAsync();
        await page.Locator("main li", new() { HasText = option }).First.WaitForAsync();
        // With none chosen to compare, what is asked for is said where one is.
        await page.Locator("form[data-most] button[type=submit]").ClickAsync();
        await page.Locator("form[data-most] .trouble", new() { HasText = lang == "fa" ? "تا چهار" : "up to four" }).WaitForAsync();
        Assert.EndsWith($"/{lang}/", page.Url, StringComparison.Ordinal);
        await page.Locator("form[data-most] input[type=checkbox]").First.CheckAsync();
        await page.Locator("form[data-most] input[type=checkbox]").Last.CheckAsync();
        await page.Locator("form[data-most] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/plans?id=*&id=*");
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
        await page.Locator(".trouble p, main h1", new() { HasTextRegex = new("faults|not valid", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.WaitForAsync();
    }

    [Theory]
    [InlineData("fa", "از گزینه ۲ به گزینه ۱")]
    [InlineData("en", "From Option 2 to Option 1")]
    public async Task An_option_leads_on_with_its_changes_also_where_it_has_no_plan(string lang, string back)
    {
        await using var window = await council.Open($"/{lang}/scenarios/sample");
        var page = window.Page;
        var solve = page.Locator("form.ask[data-api$='/variants'] button[type=submit]");
        await page.Locator("#money").FillAsync("80");
        await page.Locator("#lock-choice").SelectOptionAsync("shelf");
        Assert.Equal(await page.Locator("#lock-choice option:checked").InnerTextAsync(), await page.Locator("#lock-choice").GetAttributeAsync("title"));
        await page.Locator("button[data-lock=out]").ClickAsync();
        await solve.ClickAsync();
        await page.WaitForURLAsync("**/plans?**");

        // The others are compared with the option that is chosen.
        await page.Locator("#against").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("form.against button").ClickAsync();
        await page.WaitForURLAsync("**&base=*");
        await page.Locator("h3", new() { HasText = back }).WaitForAsync();

        await page.Locator("nav.tools a").First.ClickAsync();
        await page.WaitForURLAsync("**?from=**");
        Assert.Equal(lang == "fa" ? "۸۰" : "80", await page.Locator("#money").InputValueAsync());
        Assert.Equal(1, await page.Locator(".chosen li").CountAsync());
        await page.Locator("#floor-2").FillAsync("900000");
        await solve.ClickAsync();
        await page.Locator("p.next a").ClickAsync();
        await page.WaitForURLAsync("**?from=**");
        Assert.Equal(lang == "fa" ? "۹۰۰۰۰۰" : "900000", await page.Locator("#floor-2").InputValueAsync());
        // A lock of the option that is changed further can be taken away as any other.
        await page.Locator(".chosen button").ClickAsync();
        Assert.Equal(0, await page.Locator(".chosen li").CountAsync());
        Assert.Empty(window.Trouble);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task The_whole_evening_goes_with_the_keyboard_alone(string lang)
    {
        await using var window = await council.Open($"/{lang}/");
        var page = window.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('a.skip') && getComputedStyle(document.activeElement).clipPath === 'none'"));
        await Reach(page, "a[href$='/scenarios/sample']");
        await page.Keyboard.PressAsync("Enter");
        await At(page, "/scenarios/sample");

        await Reach(page, "form[data-api$='/runs'] button.main");
        await page.Keyboard.PressAsync("Enter");
        await At(page, "/plans?");

        // From the list of the page's parts to a neighbourhood, and to what it gets.
        await Reach(page, "nav.contents a[href$='-places']");
        await page.Keyboard.PressAsync("Enter");
        await Reach(page, $"input[data-find='{lang}-places-table']");
        // With Arabic letters, as many keyboards have them.
        await page.Keyboard.TypeAsync(lang == "en" ? "Niroogah" : "نيروگاه");
        await Reach(page, $"#{lang}-places-table tbody tr:not([hidden]) a");
        await page.Keyboard.PressAsync("Enter");
        for (var tries = 0; !await page.EvaluateAsync<bool>($"document.activeElement.closest('#{lang}-place-niroogah')?.open === true"); tries++)
        {
            Assert.True(tries < 600, await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)"));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.EndsWith($"#{lang}-place-niroogah", page.Url, StringComparison.Ordinal);

        await Reach(page, "#why-find");
        await page.Keyboard.TypeAsync("shelf");
        await Reach(page, "form[data-api$='/why'] button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await At(page, "/answers/");
        await Reach(page, "main a[href*='/plans?']");
        await page.Keyboard.PressAsync("Enter");
        await At(page, "/plans?");

        await Reach(page, "nav.tools a");
        await page.Keyboard.PressAsync("Enter");
        await At(page, "/scenarios/sample#");
        await Reach(page, "#money");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("60");
        await Reach(page, "button[data-lock=out]");
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(1, await page.Locator(".chosen li").CountAsync());
        await Reach(page, "form[data-api$='/variants'] button.main");
        await page.Keyboard.PressAsync("Enter");
        await At(page, "/plans?");
        Assert.Equal(3, await page.Locator($"#{lang}-options-table thead th").CountAsync());
        Assert.Empty(window.Trouble);
    }

    private static async Task At(IPage page, string part)
    {
        for (var tries = 0; !(page.Url.Contains(part, StringComparison.Ordinal) && await Loaded(page)); tries++)
        {
            Assert.True(tries < 1200, $"{page.Url} does not become {part}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    // Asked of the page itself: an event of loading that came too early is waited for in vain.
    private static async Task<bool> Loaded(IPage page)
    {
        try { return await page.EvaluateAsync<bool>("document.readyState === 'complete'"); }
        catch (PlaywrightException) { return false; } // between two pages
    }

    // Forward until the element has the focus, which is seen wherever it goes.
    private static async Task Reach(IPage page, string selector)
    {
        for (var steps = 0; !await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector); steps++)
        {
            Assert.True(steps < 150, $"{selector} is not reached with the tabulator key.");
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle === 'solid' || document.activeElement.type === 'file'"),
                await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)"));
        }
    }
}
