using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Import;

/// <summary>Each fault, made by one change to a sound file, stands where the change is.</summary>
public sealed class BadPbTests
{
    private const string Sound = """
        META
        key;value
        unit;Village
        budget;100
        vote_type;approval
        PROJECTS
        project_id;cost;votes;name
        1;60;2;Well
        2;50;1;Bench
        VOTES
        voter_id;vote;points
        a;1,2;
        b;1;
        """;

    /// <summary>Old text, new text, the code, line:column.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "PROJECTS\n", "", "BA3006", "9:1" },
        { "META\n", "", "BA3006", "1:1" },
        { "VOTES\nvoter_id;vote;points\na;1,2;\nb;1;", "", "BA3005", "9:1" },
        { "\nVOTES", "\nVOTES\nvoter_id;vote\nz;1\nVOTES", "BA3007", "13:1" },
        { "\nVOTES", "\nPROJECTS\nVOTES", "BA3006", "10:1" },
        { "Well", "\"Well", "BA3008", "8:8" },
        { "Well", "\"Well\"s", "BA3008", "8:14" },
        { "1;60;2;Well", "1;60;2;Well; deep", "BA3009", "8:1" },
        { "1;60;2;Well", "1;60;2", "BA3009", "8:1" },
        { "project_id;cost", "project_id;price", "BA3010", "6:1" },
        { "voter_id;vote;points", "voter_id;ballot;points", "BA3010", "10:1" },
        { "cost;votes;name", "cost;cost;name", "BA3011", "7:17" },
        { "budget;100", "unit;100\nbudget;100", "BA3012", "4:1" },
        { "budget;100\n", "", "BA3013", "1:1" },
        { "vote_type;approval\n", "", "BA3013", "1:1" },
        { "approval", "lottery", "BA3014", "5:11" },
        { "budget;100", "budget;1.000,50", "BA3015", "4:8" },
        { "1;60;", "1;1e3;", "BA3015", "8:3" },
        { "1;60;", "1;133175111/100;", "BA3015", "8:3" },
        { "1;60;", "1;99999999999999999999999999;", "BA3015", "8:3" },
        { "budget;100", "budget;0", "BA3016", "4:8" },
        { "1;60;", "1;0;", "BA3016", "8:3" },
        { "1;60;", "1;-5;", "BA3016", "8:3" },
        { "1;60;", "1;;", "BA3016", "8:3" },
        { "unit;Village", "unit;Village\ncategories;a,b\nbudget_per_category;5", "BA3017", "5:21" },
        { "unit;Village", "unit;Village\ncategories;a\nbudget_per_category;x", "BA3015", "5:21" },
        { "1;60;", ";60;", "BA3020", "8:1" },
        { "\nb;1", "\n;1", "BA3020", "13:1" },
        { "2;50", "1;50", "BA3021", "9:1" },
        { "\nb;", "\na;", "BA3022", "13:1" },
        { "1,2;", "1,9;", "BA3023", "12:3" },
        { "approval", "cumulative", "BA3024", "12:7" },
        { "1,2;", "1,2;3,1", "BA3026", "12:7" },
        { "approval", "choose-1", "BA3027", "12:3" },
        { "budget;100", "budget;100\n", "BA3901", "5:1" },
        { "key;value\n", "", "BA3902", "2:1" },
        { "budget;100", "num_votes;7\nbudget;100", "BA3903", "4:11" },
        { "1;60;2", "1;60;3", "BA3904", "8:6" },
        { "1,2;", "1,2,2;", "BA3905", "12:3" },
        { "budget;100", "max_length;1\nbudget;100", "BA3906", "13:3" },
        { "2;50", "2;999999999", "BA3907", "9:3" },
        { "b;1;", "b;1;\nc;;", "BA3908", "14:3" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void A_change_is_found_where_it_is(string old, string @new, string code, string place)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);
        Found(Sound.Replace(old, @new, StringComparison.Ordinal), code, place);
    }

    /// <summary>Vote type, header of the ballots, one ballot.</summary>
    public static TheoryData<string, string, string, string, string> Ballots => new()
    {
        { "cumulative", "voter_id;vote", "a;1", "BA3010", "9:1" },
        { "cumulative", "voter_id;vote;points", "a;1,2;1", "BA3024", "11:7" },
        { "cumulative", "voter_id;vote;points", "a;1;-1", "BA3025", "11:5" },
        { "cumulative", "voter_id;vote;points", "a;1;1.5.2", "BA3015", "11:5" },
        { "ordinal", "voter_id;vote", "a;1,2,1", "BA3028", "11:3" },
        { "scoring", "voter_id;vote;points", "a;1,1;4,5", "BA3028", "11:3" },
    };

    [Theory, MemberData(nameof(Ballots))]
    public void A_bad_ballot_is_found_where_it_is(string type, string header, string ballot, string code, string place) =>
        Found($"META\nkey;value\nbudget;100\nvote_type;{type}\nPROJECTS\nproject_id;cost\n1;60\n2;50\nVOTES\n{header}\n{ballot}\n", code, place);

    private static void Found(string text, string code, string place)
    {
        var reading = PbReader.ReadText("x.pb", text);
        var fault = Assert.Single(reading.Faults, f => f.Fault.Code == code && $"{f.Line}:{f.Column}" == place);
        Assert.Equal(fault.Fault.Severity == Severity.Warning, reading.Election is not null);
    }

    [Fact]
    public void Files_that_are_no_text_or_not_there_are_refused()
    {
        Assert.Equal("BA3003", Assert.Single(PbReader.Read("x.pb", Encoding.Unicode.GetBytes("META\nä"))!.Faults).Fault.Code);
        Assert.Equal("BA3001", Assert.Single(PbImport.Run([Samples.At("nothing.pb")], new()).Faults).Fault.Code);
        using var empty = new ScratchFolder();
        Assert.Equal("BA3004", Assert.Single(PbImport.Run([empty.Path], new()).Faults).Fault.Code);
        Assert.Equal("BA3046", Assert.Single(PbImport.Run([Samples.At("approval.pb"), Samples.At("approval.pb")], new()).Faults).Fault.Code);
        Assert.Contains(PbReader.ReadText("x.pb", "").Faults, f => f.Fault.Code == "BA3005");
    }

    [Fact]
    public void Every_fault_has_one_code_and_says_the_same_things_in_both_languages()
    {
        Assert.Equal(PbFaults.All.Count, PbFaults.All.Select(k => k.Code).Distinct().Count());
        Assert.DoesNotContain(PbFaults.All, k => Faults.All.Any(f => f.Code == k.Code));
        foreach (var kind in PbFaults.All)
        {
            Assert.Equal(Braces(kind.Message.En), Braces(kind.Message.Fa));
            Assert.Equal(Braces(kind.Cure.En), Braces(kind.Cure.Fa));
            Assert.Equal(kind.Severity == Severity.Warning, kind.Code.StartsWith("BA39", StringComparison.Ordinal));
        }
    }

    private static string[] Braces(string words) => [.. words.Split('{').Skip(1).Select(w => w.Split('}')[0]).Order(StringComparer.Ordinal)];
}
