using Xunit;

namespace Allocation.Engine.Tests;

public sealed class HouseTests
{
    [Fact] public void The_house_builds() => Assert.NotNull(typeof(HouseTests).Assembly.GetName().Name);
}
