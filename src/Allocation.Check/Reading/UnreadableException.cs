namespace Allocation.Check.Reading;

/// <summary>A file that this checker cannot read, or does not want to guess about. Caught where a check begins and ends.</summary>
internal sealed class UnreadableException(string reason) : Exception(reason);
