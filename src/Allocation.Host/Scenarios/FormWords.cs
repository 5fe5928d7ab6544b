using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>What to write, in words, for a key that is missing.</summary>
internal static class FormWords
{
    public static Text Of(Key key) => key.Form switch
    {
        Form.Id => new("یک شناسه", "an id"),
        Form.Whole => new("عددی صحیح", "a whole number"),
        Form.Amount => new("یک عدد", "a number"),
        Form.Share => new("سهمی از ۰ تا ۱", "a share from 0 to 1"),
        Form.Word => new("یکی از: " + string.Join("، ", key.Words), "one of " + string.Join(", ", key.Words)),
        Form.YesNo => new("yes یا no", "yes or no"),
        Form.Ids => new("فهرستی از شناسه‌ها", "a list of ids"),
        Form.Figures => new("شیئی از شناسه‌ها و عددها {…}", "an object of ids and numbers {…}"),
        Form.Inner => new("یک شیء {…}", "an object {…}"),
        _ => new("چند واژه", "words"),
    };
}
