using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;
using Xunit;

namespace Allocation.Host.Tests.Import;

public sealed class PbReaderTests
{
    [Fact]
    public void A_sound_file_has_no_faults_and_says_what_it_holds()
    {
        var reading = PbReader.ReadFile(Samples.At("approval.pb"));
        Assert.Empty(reading.Faults);
        var election = reading.Election!;
        Assert.Equal(("Mała Wieś", "2024", 100m, VoteType.Approval, "PLN"), (election.Unit, election.Instance, election.Budget, election.VoteType, election.Currency));
        Assert.Equal(["1 60 Well", "2 50 Bench", "B/3 40 Trees"], election.Projects.Select(p => $"{p.Id} {p.Cost} {p.Name}"));
        Assert.Equal(["water", "health"], election.Projects[0].Categories);
        Assert.Equal(["1:0,1", "2:0", "3:0,2", "4:1"], election.Ballots.Select(b => $"{b.Voter}:{string.Join(',', b.Projects)}"));
    }

    [Fact]
    public void Quirks_of_real_files_are_read_through_and_named()
    {
        var reading = PbReader.ReadFile(Samples.At("quirks.pb"));
        var election = reading.Election!;
        Assert.Equal(("Mała Wieś", 100.75m, ""), (election.Unit, election.Budget, election.Currency));
        Assert.Equal(["Well; \"deep\"\nand clean", "Bench 5\" wide", "Pier"], election.Projects.Select(p => p.Name));
        Assert.Equal(["1", "2", "3"], election.Projects.Select(p => p.Id));
        Assert.Equal([60m, 50.25m, 999_999_999m], election.Projects.Select(p => p.Cost));
        Assert.Equal(["Rest, shade"], election.Projects[1].Categories);
        Assert.Equal(["0,1", "0", ""], election.Ballots.Select(b => string.Join(',', b.Projects)));
        Assert.Equal(["BA3902 2:1", "BA3901 7:1", "BA3907 13:5", "BA3901 14:1", "BA3905 17:3", "BA3908 19:3"],
            reading.Faults.Select(f => $"{f.Fault.Code} {f.Line}:{f.Column}"));
        Assert.All(reading.Faults, f => Assert.Equal(Severity.Warning, f.Fault.Severity));
    }

    [Fact]
    public void A_ranking_gives_as_many_points_as_it_is_long_down_to_one() => Assert.Equal([6, 3, 1], Samples.Points("ordinal.pb"));

    [Fact]
    public void Points_that_a_ranking_states_count_instead() => Assert.Equal([6, 3], Samples.Points("ordinal-points.pb"));

    [Fact]
    public void Cumulative_points_are_added() => Assert.Equal([6.5m, 1, 0], Samples.Points("cumulative.pb"));

    [Fact]
    public void What_a_scoring_ballot_leaves_out_has_the_default_score() => Assert.Equal([9, 2], Samples.Points("scoring.pb"));

    [Fact]
    public void A_chosen_project_has_one_point() => Assert.Equal([2, 1], Samples.Points("choose-1.pb"));

    [Fact]
    public void Supporters_gave_something_above_zero()
    {
        Assert.Equal([2, 1, 0], Samples.Points("cumulative.pb", BenefitKind.Supporters));
        Assert.Equal([2, 1], Samples.Points("scoring.pb", BenefitKind.Supporters));
        Assert.Equal([3, 2, 1], Samples.Points("ordinal.pb", BenefitKind.Supporters));
    }

    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData("a, b,c", "a, b|c")]
    [InlineData(",a,,b,", "a|b")]
    [InlineData("", "")]
    public void A_comma_before_a_space_belongs_to_the_text(string cell, string items) => Assert.Equal(items, string.Join('|', PbNumbers.List(cell)));
}
