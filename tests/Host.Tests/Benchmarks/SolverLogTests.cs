using Allocation.Host.Benchmarks.Textbook;
using Xunit;

namespace Allocation.Host.Tests.Benchmarks;

public sealed class SolverLogTests
{
    [Theory]
    [InlineData("  5.3s|   300 |    57 | 13341 |  28.2 |    48M |  24 | 411 |3147 |2960 | 557 |  0 | 124 | 407 |-4.152576e-01 |-4.153876e-01 |   0.03%|  32.62%", 5.3, -0.4153876, -0.4152576)]
    [InlineData("p 0.1s|     1 |     0 |   410 |     - |   locks|   0 | 738 |3173 |3173 |   0 |  0 |   0 |   0 |-1.933975e-01 |-5.594734e-01 | 189.29%| unknown", 0.1, -0.5594734, -0.1933975)]
    [InlineData("After 100 nodes, 58 on tree, -0.41601416 best solution, best possible -0.41511873 (1.23 seconds)", 1.23, -0.41601416, -0.41511873)]
    [InlineData("Integer solution of -0.41998728 found by DiveCoefficient after 536 iterations and 0 nodes (0.35 seconds)", 0.35, -0.41998728, double.NaN)]
    [InlineData("After 0 nodes, 1 on tree, 1e+50 best solution, best possible -0.41511873 (0.36 seconds)", 0.36, double.NaN, -0.41511873)]
    public void Lines_of_a_running_solver_are_claims(string line, double seconds, double value, double bound) =>
        Assert.Equal(new TextbookClaim(seconds, value, bound), SolverLog.Read(line));

    [Theory]
    [InlineData(" time | node  | left  |LP iter|LP it/n|mem/heur|mdpt |vars |cons |rows |cuts |sepa|confs|strbr|  dualbound   | primalbound  |  gap   | compl. ")]
    [InlineData("Partial search - best objective -1e+50 (best possible -0.41979069), took 0 iterations and 0 nodes (0.18 seconds)")]
    [InlineData("")]
    public void Other_lines_are_not(string line) => Assert.Null(SolverLog.Read(line));
}
