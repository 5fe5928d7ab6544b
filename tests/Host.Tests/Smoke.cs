using Xunit;

namespace Allocation.Host.Tests;

public sealed class HouseTests
{
    [Fact] public void The_house_builds() => Assert.NotNull(typeof(HouseTests).Assembly.GetName().Name);
}
