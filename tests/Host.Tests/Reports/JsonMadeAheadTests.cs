using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Allocation.Host.Benchmarks;
using Allocation.Host.Reports;
using Allocation.Host.Serving;
using Xunit;

namespace Allocation.Host.Tests.Reports;

/// <summary>What JSON that is made when the program is built leaves to be minded.</summary>
public sealed class JsonMadeAheadTests
{
    private static readonly JsonSerializerContext[] Contexts = [new ViewJson(), new SweepJson(), new ServingJson(), new BenchJson(), new ChildJson(), new ProgressJson()];

    private static IEnumerable<Type> Types(JsonSerializerContext context) => context.GetType().GetProperties()
        .Where(p => p.PropertyType is { IsGenericType: true } && p.PropertyType.GetGenericTypeDefinition() == typeof(System.Text.Json.Serialization.Metadata.JsonTypeInfo<>)).Select(p => p.PropertyType.GetGenericArguments()[0]);

    // Code that is made ahead sets init-only properties whatever the text holds, and so loses what they begin with.
    [Fact]
    public void What_has_a_usual_value_is_set_and_not_initialised()
    {
        var (seen, wrong) = (0, new List<string>());
        foreach (var type in Contexts.SelectMany(Types).Distinct().Where(t => t.Namespace?.StartsWith("Allocation", StringComparison.Ordinal) == true && !t.IsEnum && !t.IsAbstract))
        {
            seen++;
            var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
            if (constructor is null) continue;
            var made = constructor.Invoke([.. constructor.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : p.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(p.ParameterType) : null)]);
            foreach (var property in type.GetProperties().Where(p => p.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true && !p.IsDefined(typeof(RequiredMemberAttribute))))
                if (!constructor.GetParameters().Any(p => p.Name == property.Name) && property.GetValue(made) is { } value && !(value.GetType().IsValueType && value.Equals(RuntimeHelpers.GetUninitializedObject(value.GetType())))) wrong.Add($"{type.Name}.{property.Name}");
        }
        Assert.True(seen > 80, $"only {seen} types");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_enumeration_in_a_view_or_an_answer_is_a_word()
    {
        var spelled = new JsonSerializerOptions().WithWords().WithServingWords().Converters;
        var all = Contexts[..3].SelectMany(Types).Select(t => Nullable.GetUnderlyingType(t) ?? t).Where(t => t.IsEnum && t.Namespace?.StartsWith("Allocation", StringComparison.Ordinal) == true).Distinct().ToArray();
        Assert.True(all.Length > 15, $"only {all.Length}");
        Assert.Equal(([], []), (all.Where(e => !spelled.Any(c => c.CanConvert(e))).Select(e => e.Name).ToArray(), spelled.Where(c => !all.Any(c.CanConvert)).Select(c => c.GetType().GetGenericArguments()[0].Name).ToArray()));
    }
}
