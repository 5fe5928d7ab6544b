using System.CommandLine;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary>What <c>--help</c> says, in Persian: each description by its English, the heads that the parser writes itself, and what it adds in brackets. Words in back quotes keep their own direction.</summary>
internal static class HelpInPersian
{
    /// <summary>Every description under a command becomes Persian; one that is not known stays as it is.</summary>
    public static void Translate(Command command)
    {
        command.Description = Of(command.Description);
        foreach (var argument in command.Arguments) argument.Description = Of(argument.Description);
        foreach (var option in command.Options) option.Description = Of(option.Description);
        foreach (var under in command.Subcommands) Translate(under);
    }

    /// <summary>The heads of a help text that is Persian otherwise.</summary>
    public static string Heads(string help) => string.Join('\n', help.ReplaceLineEndings("\n").Split('\n').Select(line =>
        s_heads.TryGetValue(line, out var head) ? head : line.Replace("[default: ", "[پیش‌فرض: ", StringComparison.Ordinal).Replace("(REQUIRED)", "(لازم)", StringComparison.Ordinal)));

    private static string? Of(string? english) => english is not null && s_forms.Say(english, figure => $"`{figure}`") is { } said ? Directed(said) : english;

    private static string Directed(string said) => string.Concat(said.Split('`').Select((part, i) => i % 2 == 0 ? part : PersianText.Isolated(part)));

    private static readonly Dictionary<string, string> s_heads = new(StringComparer.Ordinal)
    {
        ["Description:"] = "شرح:", ["Usage:"] = "کاربرد:", ["Arguments:"] = "ورودی‌ها:", ["Options:"] = "گزینه‌ها:", ["Commands:"] = "دستورها:",
    };

    internal static readonly IReadOnlyDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Verbs.
        ["Fair division of a city's budget among neighbourhood projects."] = "تخصیص عادلانه بودجه شهر میان پروژه‌های محله‌ها.",
        ["Say everything that is wrong with a scenario, at once."] = "همه ایرادهای یک سناریو را یک‌جا می‌گوید.",
        ["Find the fairest plan for a scenario and prove it."] = "عادلانه‌ترین تخصیص را برای یک سناریو می‌یابد و اثبات می‌کند.",
        ["Answer questions about the fairest plan: why, why not, what a rule costs, what a neighbourhood could reach."] = "به پرسش‌ها درباره عادلانه‌ترین تخصیص پاسخ می‌دهد: چرا آری، چرا نه، هر قاعده چه هزینه‌ای دارد، یک محله تا کجا می‌تواند برسد.",
        ["Why a project is in or out, and what the other way round would cost."] = "چرا یک پروژه تأمین شده یا نشده است، و اگر جز این باشد چه هزینه‌ای دارد.",
        ["How sure each project is: in or out for certain, by fairness, or either way, and what the other way round would cost."] = "تکلیف هر پروژه چه اندازه روشن است: قطعی، به حکم عدالت، یا هر دو یکسان؛ و اگر جز این باشد چه هزینه‌ای دارد.",
        ["What a neighbourhood gets and why, and what it could reach."] = "یک محله چه می‌گیرد و چرا، و تا کجا می‌تواند برسد.",
        ["Every neighbourhood, and the needs for which nobody has proposed anything."] = "همه محله‌ها، و نیازهایی که هیچ‌کس پروژه‌ای برایشان پیشنهاد نداده است.",
        ["What every rule and lock costs, and what more money in every fund would bring."] = "هر قاعده و هر الزام چه هزینه‌ای دارد، و پول بیشتر در هر منبع چه می‌آورد.",
        ["Compare two to four options: what differs, who gains, who loses."] = "دو تا چهار گزینه را مقایسه می‌کند: چه تفاوتی دارند، چه کسی سود می‌برد و چه کسی زیان.",
        ["Trade fairness off against total benefit, money or another measure, exactly."] = "عدالت را در برابر فایده کل، پول یا سنجه‌ای دیگر می‌گذارد، به طور دقیق.",
        ["The fairest plan for each of several budgets."] = "عادلانه‌ترین تخصیص برای هر یک از چند بودجه.",
        ["Say how much the plan depends on money, costs, weights and deprivation."] = "می‌گوید تخصیص چه اندازه به پول، هزینه‌ها، وزن‌ها و محرومیت بسته است.",
        ["Find other plans that are nearly as fair and as different as can be."] = "تخصیص‌های دیگری می‌یابد که کمابیش به همان اندازه عادلانه و تا حد ممکن متفاوت‌اند.",
        ["Check a certificate: plan, money, rules, value and bound, redone in whole numbers."] = "گواهی را وارسی می‌کند: تخصیص، پول، قاعده‌ها، مقدار و کران، همه از نو و با عددهای صحیح.",
        ["List the measures of fairness: name, meaning, formula, parameter."] = "فهرست سنجه‌های عدالت: نام، معنا، فرمول، پارامتر.",
        ["Write results as one page for the council, in Persian and English."] = "نتیجه‌ها را در یک صفحه برای شورا می‌نویسد، به فارسی و انگلیسی.",
        ["Open a local page over a folder of scenarios: check, solve, change, compare."] = "صفحه‌ای روی همین دستگاه برای یک پوشه سناریو باز می‌کند: وارسی، حل، تغییر، مقایسه.",
        ["Turn data of other formats into a scenario."] = "از داده‌های قالب‌های دیگر سناریو می‌سازد.",
        ["Elections in .pb files (pabulib.org/format)."] = "رأی‌گیری‌ها در پرونده‌های `.pb` (`pabulib.org/format`).",
        ["Fund the projects of elections by a participatory rule."] = "پروژه‌های رأی‌گیری‌ها را با یک قاعده بودجه‌ریزی مشارکتی تأمین می‌کند.",
        ["Compare methods on generated instances."] = "روش‌ها را روی نمونه‌های ساختگی مقایسه می‌کند.",

        // What is read.
        ["A scenario's folder, or its scenario.json."] = "پوشه سناریو یا `scenario.json` آن.",
        ["The scenario's folder, or its scenario.json."] = "پوشه سناریو یا `scenario.json` آن.",
        ["A folder of scenarios."] = "پوشه‌ای از سناریوها.",
        ["The project's id, or its name."] = "شناسه پروژه یا نام آن.",
        ["The neighbourhood's id, or its name."] = "شناسه محله یا نام آن.",
        ["The certificate (docs/certificates.md)."] = "گواهی (`docs/certificates.md`).",
        ["A scenario (solved here), a result (the folder that solve --out wrote, or its result.json), or a plan made by hand (.csv); the first is what others are compared with."] =
            "یک سناریو (همین‌جا حل می‌شود)، یک نتیجه (پوشه‌ای که `solve --out` نوشته است، یا `result.json` آن)، یا تخصیصی دستی (`.csv`)؛ دیگران با نخستین مقایسه می‌شوند.",
        ["result.json files, or the folders that solve --out wrote; the first is what others are compared with."] = "پرونده‌های `result.json` یا پوشه‌هایی که `solve --out` نوشته است؛ دیگران با نخستین مقایسه می‌شوند.",
        ["The scenario of results and of plans made by hand, where it is not an option itself."] = "سناریوی نتیجه‌ها و تخصیص‌های دستی، اگر خودش یکی از گزینه‌ها نیست.",
        ["Last year's money: a CSV table with neighbourhood and money, or a result."] = "پول سال گذشته: جدولی `CSV` با ستون‌های `neighbourhood` و `money`، یا یک نتیجه.",
        ["Ask about the plan that solve --out wrote into this folder; without it the scenario is solved first."] = "پرسش درباره تخصیصی است که `solve --out` در این پوشه نوشته است؛ بدون آن نخست سناریو حل می‌شود.",
        ["Also show what these files hold: a frontier.json, or an answer of explain project --format json. A folder means every such file in it; the results' own folders are looked through anyway."] =
            "محتوای این پرونده‌ها را هم نشان می‌دهد: یک `frontier.json` یا پاسخ `explain project --format json`. پوشه یعنی همه چنین پرونده‌هایی در آن؛ پوشه‌های خود نتیجه‌ها در هر حال دیده می‌شوند.",
        ["Borders of neighbourhoods as GeoJSON in degrees; a feature's id is the neighbourhood's."] = "مرز محله‌ها به صورت `GeoJSON` و به درجه؛ `id` هر عارضه شناسه محله است.",
        ["Files (.pb), or folders of them; several become one city with one budget."] = "پرونده‌های `.pb` یا پوشه‌هایی از آن‌ها؛ چند پرونده یک شهر با یک بودجه می‌شوند.",
        ["Elections (.pb), or folders of them."] = "رأی‌گیری‌ها (`.pb`) یا پوشه‌هایی از آن‌ها.",

        // What is written.
        ["Write result.json, CSV tables, plan.xlsx and charts (SVG) into this folder."] = "`result.json`، جدول‌های `CSV`، `plan.xlsx` و نمودارها (`SVG`) را در این پوشه می‌نویسد.",
        ["Write a certificate that anybody can check (docs/certificates.md)."] = "گواهی‌ای می‌نویسد که هر کسی می‌تواند آن را وارسی کند (`docs/certificates.md`).",
        ["Write each plan into this folder as a table that compare reads."] = "هر تخصیص را در این پوشه به صورت جدولی می‌نویسد که `compare` می‌خواند.",
        ["Write frontier.json and frontier.csv into this folder, and go on from what an earlier run found there."] = "`frontier.json` و `frontier.csv` را در این پوشه می‌نویسد و از آنچه اجرای پیشین در آن یافته است ادامه می‌دهد.",
        ["Write the table to this file as well."] = "جدول را در این پرونده هم می‌نویسد.",
        ["Write the page here."] = "صفحه در این پرونده نوشته می‌شود.",
        ["Write the justice annex of the first result here, in the language of --lang, and as PDF beside it where a Chromium, Chrome or Edge is on the path."] =
            "پیوست عدالت نخستین نتیجه در این پرونده نوشته می‌شود، به زبان `--lang`، و اگر `Chromium`، `Chrome` یا `Edge` در دسترس باشد در کنار آن به صورت `PDF` هم.",
        ["The folder to write the scenario into."] = "پوشه‌ای که سناریو در آن نوشته می‌شود.",
        ["Language of everything printed."] = "زبان هر آنچه چاپ می‌شود.",
        ["Words and tables, or the same facts as JSON."] = "جمله‌ها و جدول‌ها، یا همان‌ها به صورت `JSON`.",
        ["Sentences and tables, or the same facts as JSON."] = "جمله‌ها و جدول‌ها، یا همان‌ها به صورت `JSON`.",
        ["Write progress to standard error as JSON, one line each, for programs that watch."] = "پیشرفت کار را در خروجی خطا به صورت `JSON` می‌نویسد، هر بار یک سطر، برای برنامه‌هایی که آن را دنبال می‌کنند.",
        ["When standard input ends, the best plan so far is the answer: for programs that watch."] = "با پایان ورودی، بهترین تخصیص تا آنجا پاسخ است؛ برای برنامه‌هایی که کار را دنبال می‌کنند.",
        ["Where something fails that should not, say where in the code."] = "اگر چیزی که نباید از کار بیفتد، می‌گوید در کجای برنامه بوده است.",
        ["Show help and usage information"] = "همین راهنما را نشان می‌دهد.",
        ["Show version information"] = "نسخه برنامه را نشان می‌دهد.",

        // How it is searched.
        ["Seconds after which the best plan so far is the answer."] = "مهلت به ثانیه؛ پس از آن بهترین تخصیص تا آنجا پاسخ است.",
        ["Seconds that a second solver may look for anything better where no prices prove the bound; 0 = do not ask it. Usual: half of what the first took, 5 to 30."] =
            "مهلت حل‌کننده دوم به ثانیه برای یافتن تخصیصی بهتر، اگر قیمت‌ها کران را اثبات نکنند؛ ۰ یعنی از آن پرسیده نشود. معمول: نیمی از زمان حل‌کننده نخست، از ۵ تا ۳۰.",
        ["The relative gap up to which a plan is called best."] = "فاصله نسبی‌ای که تا آن تخصیص بهترین خوانده می‌شود.",
        ["How the plan is found."] = "روش یافتن تخصیص.",
        ["How plans are found."] = "روش یافتن تخصیص‌ها.",
        ["Another measure than the scenario's (see measures)."] = "سنجه‌ای جز سنجه سناریو (فهرست: `measures`).",
        ["The measure's parameter."] = "پارامتر سنجه.",
        ["That measure's parameter."] = "پارامتر آن سنجه.",
        ["The measure the certificate must be about, where that is not the scenario's."] = "سنجه‌ای که گواهی باید درباره آن باشد، اگر سنجه سناریو نیست.",
        ["Several measures in order, each NAME, NAME:PARAMETER or NAME:PARAMETER~GIVE_UP, separated by commas."] = "چند سنجه به ترتیب، هر یک `NAME` یا `NAME:PARAMETER` یا `NAME:PARAMETER~GIVE_UP`، با ویرگول (`,`) میان آن‌ها.",
        ["Threads to use; usual: as many as the machine has. What is proven does not depend on it."] = "شمار رشته‌های پردازش؛ معمول: به اندازه دستگاه. آنچه اثبات می‌شود به آن بستگی ندارد.",
        ["Solve in a process of its own and end it after so many seconds, whatever it does."] = "در فرایندی جداگانه حل می‌کند و پس از این اندازه ثانیه، در هر حال، به آن پایان می‌دهد.",
        ["Seconds for the whole answer; what is not decided by then is said to be open."] = "مهلت همه پاسخ به ثانیه؛ آنچه تا آن زمان معلوم نشود نامعلوم خوانده می‌شود.",
        ["Seconds for the whole answer (default 300)."] = "مهلت همه پاسخ به ثانیه (پیش‌فرض ۳۰۰).",
        ["Seconds for the whole answer (default 600); cases not solved by then are left out, and that is said."] = "مهلت همه پاسخ به ثانیه (پیش‌فرض ۶۰۰)؛ حالت‌هایی که تا آن زمان حل نشود کنار گذاشته و این گفته می‌شود.",
        ["Seconds for each scenario that is solved; then the best plan so far stands for it."] = "مهلت هر سناریو که حل می‌شود، به ثانیه؛ پس از آن بهترین تخصیص تا آنجا به جای آن می‌نشیند.",
        ["Seconds for each budget; then the best plan so far stands for it, with its gap."] = "مهلت هر بودجه به ثانیه؛ پس از آن بهترین تخصیص تا آنجا با فاصله‌اش به جای آن می‌نشیند.",
        ["Seconds for all points; then those found so far are the answer."] = "مهلت همه نقطه‌ها به ثانیه؛ پس از آن نقطه‌هایی که یافت شده پاسخ است.",

        // What is asked.
        ["What fairness is traded against: total benefit, the money spent, or another measure (NAME or NAME:PARAMETER)."] = "آنچه عدالت در برابرش گذاشته می‌شود: فایده کل، پول مصرف‌شده، یا سنجه‌ای دیگر (`NAME` یا `NAME:PARAMETER`).",
        ["How many even levels, both ends included, or every point there is."] = "شمار پله‌های هم‌اندازه، با هر دو سر، یا همه نقطه‌هایی که هست.",
        ["From which change of the money to which, in per cent."] = "از کدام تغییر پول تا کدام تغییر، به درصد.",
        ["How many budgets, both ends included."] = "شمار بودجه‌ها، با هر دو سر.",
        ["A fund that changes (may be said several times); without it every cash fund does."] = "منبعی که تغییر می‌کند (می‌توان چند بار گفت)؛ بدون آن همه منابع نقد تغییر می‌کنند.",
        ["All funds together, up to so many per cent more and less (four cases). 0 leaves it out."] = "همه منابع با هم، تا این اندازه درصد بیشتر و کمتر (چهار حالت). ۰ آن را کنار می‌گذارد.",
        ["Every project's cost by itself, drawn up to so many per cent around what is stated. 0 leaves it out."] = "هزینه هر پروژه جداگانه، به قرعه تا این اندازه درصد پیرامون آنچه گفته شده است. ۰ آن را کنار می‌گذارد.",
        ["Every weight of a service or a need by itself. 0 leaves it out."] = "وزن هر خدمت یا نیاز جداگانه. ۰ آن را کنار می‌گذارد.",
        ["Every neighbourhood's deprivation by itself, where a rule or the outcome asks for it. 0 leaves it out."] = "محرومیت هر محله جداگانه، اگر قاعده‌ای یا برخورداری به آن نیاز دارد. ۰ آن را کنار می‌گذارد.",
        ["Draws of each kind."] = "شمار قرعه‌های هر نوع.",
        ["Fixes all draws; two scenarios with one seed see the same draws."] = "همه قرعه‌ها را ثابت می‌کند؛ دو سناریو با یک عدد، قرعه‌های یکسانی می‌بینند.",
        ["How many per cent less fair a plan may be."] = "تخصیص چند درصد می‌تواند ناعادلانه‌تر باشد.",
        ["How many plans at most."] = "حداکثر چند تخصیص.",
        ["The port; 0 is any that is free."] = "درگاه؛ ۰ یعنی هر درگاه آزادی.",
        ["Where to listen; other machines reach the page only where this says so."] = "نشانی شنیدن؛ دستگاه‌های دیگر تنها اگر اینجا گفته شود به صفحه می‌رسند.",
        ["What counts: points as the election counted them, or supporters."] = "آنچه شمرده می‌شود: امتیازها همان‌گونه که رأی‌گیری شمرده است، یا پشتیبانان.",
        ["Added to every outcome, in points per resident, above 0."] = "به هر برخورداری افزوده می‌شود، به امتیاز به ازای هر نفر، بیش از ۰.",
        ["How winners are found."] = "روش یافتن برندگان.",
        ["What a voter has from a funded project: its cost, 1, or the points she gave it."] = "آنچه رأی‌دهنده از پروژه تأمین‌شده دارد: هزینه آن، ۱، یا امتیازی که به آن داده است.",
        ["How money that equal-shares leaves over is spent."] = "پولی که از `equal-shares` می‌ماند چگونه خرج شود.",
        ["What the measure counts, as for import."] = "آنچه سنجه می‌شمارد، مانند `import`.",

        // The bench.
        ["Neighbourhoods × projects, separated by commas."] = "محله × پروژه، با ویرگول (`,`) میان آن‌ها.",
        ["Any of: {0}; or all."] = "هر یک از: {0}؛ یا `all`.",
        ["Any of: {0}."] = "هر یک از: {0}.",
        ["Any of: {0}; a parameter follows a colon (atkinson:2), and places after another where every place counts alike (leximin:0.01:places)."] =
            "هر یک از: {0}؛ پارامتر پس از دونقطه می‌آید (`atkinson:2`)، و `places` پس از دونقطه‌ای دیگر، اگر محله‌ها یکسان شمرده شوند (`leximin:0.01:places`).",
        ["Whole numbers."] = "عددهای صحیح.",
        ["Seconds for each run."] = "مهلت هر اجرا به ثانیه.",
        ["Threads for methods that take them."] = "شمار رشته‌های پردازش، برای روش‌هایی که می‌پذیرند.",
        ["Write the rows here."] = "سطرها در این پرونده نوشته می‌شود.",
        ["Write the tables here."] = "جدول‌ها در این پرونده نوشته می‌شود.",
        ["Write the charts into this folder."] = "نمودارها در این پوشه نوشته می‌شود.",
        ["Run nothing: read the rows of files that --json wrote, separated by commas, and write tables and charts of them all."] = "چیزی اجرا نمی‌شود: سطرهای پرونده‌هایی که `--json` نوشته است، با ویرگول (`,`) میان آن‌ها، خوانده و جدول و نمودار همه نوشته می‌شود.",
        ["60×400 in two shapes with every method, ten seconds each: under five minutes."] = "`60×400` در دو شکل با همه روش‌ها، هر یک ده ثانیه: کمتر از پنج دقیقه.",
        ["Instead: so many even levels of each measure against total benefit, by the engine and by one textbook model for each level, in this process."] = "به جای آن: این شمار پله هم‌اندازه از هر سنجه در برابر فایده کل، با موتور حل و با یک مدل درسی برای هر پله، در همین فرایند.",
        ["Instead: compare plan, bound, steps, size and allocations of small runs with the baseline; exit code 70 where they differ."] = "به جای آن: تخصیص، کران، گام‌ها، اندازه و حافظه اجراهای کوچک با مبنا مقایسه می‌شود؛ اگر تفاوت کنند کد خروج ۷۰ است.",
        ["The gate's baseline."] = "مبنای مقایسه.",
        ["With --gate: write the baseline anew."] = "با `--gate`: مبنا از نو نوشته می‌شود.",
    };

    private static readonly SentenceForms s_forms = new(Sentences);
}
