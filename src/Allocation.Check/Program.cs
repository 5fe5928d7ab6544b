using System.Globalization;
using Allocation.Check;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: allocation-check SCENARIO CERTIFICATE");
    return 2;
}
switch (CertificateChecker.Run(args[0], args[1]))
{
    case Verdict.Accepted accepted:
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accepted, within {accepted.Within:0.0e+0} of the best (value {accepted.Value}, bound {accepted.Bound})"));
        return 0;
    case Verdict.Refused refused:
        Console.WriteLine($"refused: {refused.Reason}");
        return 6;
    case Verdict.Unreadable unreadable:
        Console.Error.WriteLine($"unreadable: {unreadable.Reason}");
        return 1;
    default: throw new NotSupportedException();
}
