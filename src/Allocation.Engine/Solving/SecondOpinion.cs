using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Scip;

namespace Allocation.Engine.Solving;

/// <summary>What a second solver said of "no plan is worth more than this".</summary>
internal enum SecondWord
{
    /// <summary>It found nothing that is worth more.</summary>
    Agrees,
    /// <summary>It did not come to an end in the limits given.</summary>
    Silent,
    /// <summary>It found a plan that is worth more.</summary>
    Denies,
}

/// <summary>The word; and where it denies, the best plan it found, and what no plan exceeds by its own account (+∞ = it did not come to an end).</summary>
internal sealed record SecondAnswer(SecondWord Word, Plan? Better = null, double Bound = double.PositiveInfinity);

/// <summary>
/// Asks a solver of another family whether any plan is worth more than what the first one called the best: the whole model with one more row, which asks for more. Both agree where it comes to its end without a solution.
/// Solutions are judged by exact values: one that only the model's over-estimate lets in makes it sharper or is cut off, and the model is asked again.
/// </summary>
internal sealed class SecondOpinion(Problem problem, CancellationToken cancellation)
{
    /// <summary>Of what the row and the objective are stretched to, so much may be lost on a solver; and the row asks for so much less, so that what is worth more than was said clears it.</summary>
    private const double Blind = 1e-4;
    /// <summary>Numbers nearer than this are one to SCIP.</summary>
    private const double Same = 1e-7;
    private const int MostRounds = 60, MostNodes = 20_000;

    /// <param name="aim">What was raised, as sharply as the first solver saw it in the end; sharpened further.</param>
    /// <param name="floors">What was held.</param>
    /// <param name="value">What the best plan is worth; null where there is none in hand.</param>
    /// <param name="most">No plan is worth more, said the first.</param>
    /// <param name="tolerance">How much more than a better plan is asked for next, relative to the aim's scale.</param>
    /// <param name="seconds">At most.</param>
    public SecondAnswer Ask(Aim aim, IReadOnlyList<AimFloor> floors, double? value, double most, double tolerance, double seconds)
    {
        var (clock, cuts, digits, stretch, better) = (Stopwatch.StartNew(), new List<int[]>(), false, Aim.Stretched / aim.Span, (Plan?)null);
        for (var round = 0; round < MostRounds; round++)
        {
            var left = seconds - clock.Elapsed.TotalSeconds;
            if (left <= 0 || cancellation.IsCancellationRequested) break;
            // Where the measure is so flat that the plan in hand would be found again, nothing can be told.
            if (value is { } had && Row() <= aim.ToModel(had) * stretch) break;
            if (Form() is not { } form) break;
            var answer = ScipRun.Any(form.Model, MostNodes, left, cancellation);
            if (answer.Infeasible) return better is null ? new(SecondWord.Agrees) : new(SecondWord.Denies, better, most);
            if (answer.Values is null) break;
            var choices = form.Choices.Read(answer.Values);
            var (found, held) = (aim.Of(choices), floors.All(f => f.Holds(choices)));
            var sharper = aim.Touch(choices);
            foreach (var floor in floors) sharper |= !floor.Holds(choices) && floor.Aim.Touch(choices);
            if (held && found > most)
            {
                if (Payments.For(problem, choices, out var settled) is { } plan) (better, value, most) = (plan, found, found + (tolerance * aim.Scale(found)));
                else if (settled) Cut(form, choices);
                else break;
            }
            else if (!sharper) Cut(form, choices);
        }
        return better is null ? new(SecondWord.Silent) : new(SecondWord.Denies, better);

        double Row() => (aim.ToModel(most) * stretch) - Blind;

        // Null where the row leaves some column less room than SCIP can tell from none.
        WholeFormulation? Form()
        {
            var form = AimSearch.FormOf(problem, digits, cuts, floors);
            var sum = new LinearSum().Plus(aim.Sum(form), stretch);
            var room = sum.Constant + sum.Terms.Sum(t => t.Coefficient * (t.Coefficient > 0 ? form.Model.Columns[t.Column].Upper : form.Model.Columns[t.Column].Lower)) - Row();
            if (sum.Terms.Any(t => room >= 0 && room < Same * Math.Abs(t.Coefficient))) return null;
            form.Model.Require("better", sum, Row(), double.PositiveInfinity);
            form.Model.Maximise(sum);
            return form;
        }

        void Cut(WholeFormulation form, int[] choices)
        {
            digits |= form.Choices.Others(choices) is null;
            cuts.Add(choices);
        }
    }
}
