using System.Runtime.CompilerServices;

namespace Allocation.Check.Proof;

/// <summary>A project as one place sees it: for every choice that is allowed a charge (multiples of 2^−grain) and what it adds to each of some services (billionths), [choice × service].</summary>
/// <param name="Services">The services.</param>
/// <param name="Charges">[choice]</param>
/// <param name="Gains">[choice × service]</param>
/// <param name="MayBeOut">Whether the first choice is being out.</param>
internal sealed record Item(int[] Services, long[] Charges, long[] Gains, bool MayBeOut)
{
    public int Choices => Charges.Length;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Gain(int choice, int slot) => Gains[(choice * Services.Length) + slot];
    /// <summary>Whether the project is in at a choice.</summary>
    public bool In(int choice) => choice > 0 || !MayBeOut;

    /// <summary>The same with one choice alone.</summary>
    public Item Only(int choice) => new(Services, [Charges[choice]], Gains[(choice * Services.Length)..((choice + 1) * Services.Length)], !In(choice));

    /// <summary>The same with the choices alone where the project is in, or out.</summary>
    public Item Where(bool inside)
    {
        if (!MayBeOut) return this;
        var from = inside ? 1 : 0;
        var to = inside ? Choices : 1;
        return new(Services, Charges[from..to], Gains[(from * Services.Length)..(to * Services.Length)], !inside);
    }
}
