namespace Allocation.Engine.Model;

/// <summary>Payments by who is paid and who pays.</summary>
internal static class PaymentTable
{
    /// <summary>[project, fund] the amount, in whole money units; nothing where nothing is paid.</summary>
    public static Dictionary<(int Project, int Fund), long> ByPair(this IEnumerable<Payment> payments) => payments.ToDictionary(p => (p.Project, p.Fund), p => p.Amount);
}
