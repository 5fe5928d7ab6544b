namespace Allocation.Check.Proof;

/// <summary>A project as one place sees it: for every choice that is allowed a charge (multiples of 2^−grain) and what it adds to each of some services (billionths), [choice × service].</summary>
internal sealed record Item(int[] Services, long[] Charges, long[] Gains)
{
    public int Choices => Charges.Length;
    public long Gain(int choice, int slot) => Gains[(choice * Services.Length) + slot];
}
