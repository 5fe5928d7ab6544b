using System.Globalization;
using Allocation.Check;

decimal parameter = 0;
if (args.Length is < 2 or > 4 || (args.Length == 4 && !decimal.TryParse(args[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out parameter)))
{
    Console.Error.WriteLine("usage: allocation-check SCENARIO CERTIFICATE [MEASURE [PARAMETER]]");
    return 2;
}
switch (CertificateChecker.Run(args[0], args[1], args.Length > 2 ? new(args[2], args.Length > 3 ? parameter : null) : null))
{
    case Verdict.Accepted accepted:
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accepted, within {accepted.Within:0.0e+0} of the best (value {accepted.Value}, bound {accepted.Bound})"));
        if (accepted.Ranks is var (proven, all, residents) && proven > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{proven} of {all} {(residents ? "residents" : "places")}, counted from the worst off, have what they have under every best plan"));
        return 0;
    case Verdict.Refused refused:
        Console.WriteLine($"refused: {refused.Reason}");
        return 6;
    case Verdict.Unreadable unreadable:
        Console.Error.WriteLine($"unreadable: {unreadable.Reason}");
        return 1;
    default: throw new NotSupportedException();
}
