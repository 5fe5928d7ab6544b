namespace Allocation.Host.Reports;

// Scenarios that extend others.
internal abstract partial class Words
{
    public abstract string CertificateOfVariant { get; }
}

internal sealed partial class EnglishWords
{
    public override string CertificateOfVariant => "A certificate is about a scenario that stands by itself: this one extends another.";
}

internal sealed partial class PersianWords
{
    public override string CertificateOfVariant => "گواهی درباره سناریویی است که به‌تنهایی کامل باشد؛ این سناریو بر سناریوی دیگری استوار است.";
}
