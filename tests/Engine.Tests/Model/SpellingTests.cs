using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Model;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("شادقلي‌خان", "شادقلیخان")]
    [InlineData("كوچه ۱٢", "کوچه 12")]
    [InlineData("مَحلّه", "محله")]
    [InlineData("مـحـلـه", "محله")]
    [InlineData("  دو \u00A0 راه\t", "دو راه")]
    [InlineData("\u200Fقم\u200E", "قم")]
    [InlineData("District 6", "District 6")]
    [InlineData("آب", "آب")]
    public void Spellings_of_one_id_are_one(string written, string folded) => Assert.Equal(folded, Folding.Fold(written));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Gen.Char["\u0020\u00A0\u2009\u200B\u200C\u200D\u200E\u0640\u064B\u0651\u0649\u064A\u06CC\u0643\u06A9\u06C0\u06C1\u0660\u06F5٬٫abcABC129;:*\t\n"].Array[0, 12].Select(letters => new string(letters))
            .Holds(text => Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text))), draws: 2_000);

    [Theory]
    [InlineData("amuont", "amount")]
    [InlineData("Amount", "amount")]
    [InlineData("neighborhood", "neighbourhood")]
    [InlineData("شاد قلی خان", "شادقلیخان")]
    [InlineData("zzzzzz", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_and_a_far_one_is_not(string written, string? near) =>
        Assert.Equal(near, Nearest.To(written, ["id", "amount", "neighbourhood", "شادقلیخان"]));

    [Fact]
    public void A_value_with_braces_or_direction_marks_cannot_change_the_sentence_around_it()
    {
        var fault = Faults.UnknownReference.At(new("stocks", 0, "x", "service"), "{near}\u202Ex", ("target", Text.Same("services")), ("near", Text.Same("")));
        Assert.Equal("There is no \"{near}�x\" in the table \"services\".", fault.Message.En);
    }

    [Fact]
    public void Long_values_are_cut_and_many_alike_are_counted()
    {
        var list = new FaultList();
        for (var i = 0; i < FaultList.MostAlike + 3; i++) list.Add(Faults.NotNumber, new("stocks", i, "x", "amount"), new string('9', 300));
        var faults = list.ToList();
        Assert.Equal(FaultList.MostAlike + 1, faults.Count);
        Assert.Equal(81, faults[0].Value.Length);
        Assert.Equal("There are 3 more faults with the code BA1201; the last of them is here.", faults[^1].Message.En);
    }
}
