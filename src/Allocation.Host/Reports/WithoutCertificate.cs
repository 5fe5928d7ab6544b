namespace Allocation.Host.Reports;

/// <summary>Why a plan has no certificate.</summary>
internal enum WithoutCertificate
{
    /// <summary>No prices prove anything under the measure.</summary>
    Measure,
    /// <summary>The search for prices ended by time or by hand before they proved a bound.</summary>
    Stopped,
    /// <summary>The prices that were found prove no bound.</summary>
    Nothing,
}
