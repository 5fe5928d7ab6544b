using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>A protected budget in the words of the reports.</summary>
public sealed class ProtectTests
{
    // The playground and the garden are promised for 6,000 of 8,000; if both cost two fifths more, that is 8,400.
    private static readonly string s_promised = """
        {
          "extends": "PARENT", "format": 1, "id": "promised", "name": { "fa": "قول‌ها", "en": "Promises" },
          "rules": [
            { "id": "play", "type": "lock", "project": "upper-play", "must": true, "owner": { "fa": "شورا", "en": "Council" }, "name": { "fa": "زمین بازی", "en": "Playground" }, "reason": { "fa": "قول", "en": "promise" } },
            { "id": "garden", "type": "lock", "project": "lower-garden", "must": true, "owner": { "fa": "شورا", "en": "Council" }, "name": { "fa": "باغچه", "en": "Garden" }, "reason": { "fa": "قول", "en": "promise" } },
            { "id": "reserve", "type": "protect", "scope": {}, "atOnce": 2, "overrun": 0.4, "name": { "fa": "ذخیره", "en": "Reserve" }, "reason": { "fa": "احتیاط", "en": "prudence" } }
          ]
        }
        """;

    [Theory]
    [InlineData("en", "A reserve for two dearer       at most 46,000      45,660, of which 2,900 in")]
    [InlineData("fa", "حداکثر ۴۶٬۰۰۰          ۴۵٬۶۶۰، از آن ۲٬۹۰۰")]
    public void A_report_says_what_of_a_protected_budget_is_kept_back(string language, string said) =>
        Assert.Contains(said, Shell.Run("solve", Approved.At("scenarios/council-evening-reserve"), "--lang", language).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "let \"Reserve\" cover 1 project running over at once, not 2", "rule \"Reserve\": at most 8,000 million rial; here: 8,400, of which 2,400 in reserve (reserve)")]
    [InlineData("fa", "«ذخیره» به‌جای ۲ پروژه، هزینه اضافی همزمان ۱ پروژه را پوشش دهد", "قاعده «ذخیره»: حداکثر ۸٬۰۰۰ میلیون ریال؛ اینجا: ۸٬۴۰۰، از آن ۲٬۴۰۰ ذخیره")]
    public void Where_promises_leave_no_room_fewer_at_once_is_one_way_out(string language, string repair, string broken)
    {
        using var folder = new ScratchFolder().With("scenario.json", s_promised.Replace("PARENT", Approved.At("scenarios/two-neighbourhoods"), StringComparison.Ordinal));
        var shell = Shell.Run("solve", folder.Path, "--lang", language);
        Assert.Equal(3, shell.Exit);
        Assert.Contains(repair, shell.Output, StringComparison.Ordinal);
        Assert.Contains(broken, shell.Output, StringComparison.Ordinal);
    }
}
