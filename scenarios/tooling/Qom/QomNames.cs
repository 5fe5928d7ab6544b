using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>What is known about a neighbourhood's name.</summary>
internal enum NameOrigin
{
    /// <summary>In use in the city, from unofficial lists; the district beside it here is invented unless the name says it.</summary>
    InUse,
    /// <summary>One of the eleven informal settlements named in the press.</summary>
    Informal,
    /// <summary>Made up.</summary>
    MadeUp,
}

/// <summary>Names of neighbourhoods by district. No table from neighbourhood to district was published, so the grouping is invented but for Jamkaran (5), Sheikh-abad (6), Tohid (2) and Pardisan (8).</summary>
internal static class QomNames
{
    public static IReadOnlyList<(Text Name, NameOrigin Origin)> Of(string district, int count)
    {
        var known = Known[district];
        var before = Known.Where(d => string.CompareOrdinal(d.Key, district) < 0).Sum(d => Math.Max(0, Sizes[d.Key] - d.Value.Length));
        return
        [
            .. known.Take(count).Select(n => (new Text(n.Fa, n.En), n.Origin)),
            .. Flowers.Skip(before).Take(Math.Max(0, count - known.Length)).Select(n => (new Text("کوی " + n.Fa, "Kuy-e " + n.En), NameOrigin.MadeUp)),
        ];
    }

    /// <summary>Neighbourhoods per district: 120 in proportion to residents.</summary>
    public static IReadOnlyDictionary<string, int> Sizes { get; } = QomFacts.Districts.Zip(Sharing.Out(QomFacts.Neighbourhoods, [.. QomFacts.Districts.Select(d => d.Residents)]))
        .ToDictionary(d => d.First.Id, d => (int)d.Second, StringComparer.Ordinal);

    private static readonly SortedDictionary<string, (string Fa, string En, NameOrigin Origin)[]> Known = new(StringComparer.Ordinal)
    {
        ["1"] =
        [
            Used("صفائیه", "Safaiyeh"), Used("یخچال قاضی", "Yakhchal-e Qazi"), Used("هنرستان", "Honarestan"), Used("سمیه", "Somayyeh"), Used("دورشهر", "Dowr-Shahr"),
            Used("طالقانی", "Taleqani"), Used("کیوان‌فر", "Keyvanfar"), Used("مدرس", "Modarres"), Used("عمار یاسر", "Ammar Yaser"),
        ],
        ["2"] =
        [
            Used("توحید", "Tohid"), Used("هفت‌تیر", "Haft-e Tir"), Used("کلهری", "Kalhori"), Used("امیرآباد", "Amirabad"), Used("انسجام", "Ensejam"), Used("بنیاد", "Bonyad"),
            Informal("شادقلی‌خان", "Shadqoli-Khan"), Informal("انتهای شهید محلاتی", "End of Shahid Mahallati"), Informal("قلعه کامکار", "Qal'eh Kamkar"), Informal("سید معصوم", "Seyyed Ma'sum"),
        ],
        ["3"] =
        [
            Used("شهرک امام", "Shahrak-e Emam"), Used("آزادگان", "Azadegan"), Used("یزدان‌شهر", "Yazdan-Shahr"), Used("گلزار", "Golzar"), Used("میدان نو", "Meydan-e Now"),
            Used("چهل‌اختران", "Chehel-Akhtaran"), Used("امامزاده ابراهیم", "Emamzadeh Ebrahim"), Informal("علی‌آباد سعدگان", "Aliabad-e Sa'dgan"),
        ],
        ["4"] =
        [
            Used("زنبیل‌آباد", "Zanbilabad"), Used("سالاریه", "Salariyeh"), Used("صفاشهر", "Safashahr"), Used("شهرک قدس", "Shahrak-e Qods"), Used("عطاران", "Attaran"),
            Used("امین", "Amin"), Used("خاکفرج", "Khakfaraj"),
        ],
        ["5"] = [Used("جمکران", "Jamkaran"), Used("شهر قائم", "Shahr-e Qa'em"), Informal("محمدآباد", "Mohammadabad"), Informal("اسماعیل‌آباد", "Esmailabad")],
        ["6"] =
        [
            Informal("شیخ‌آباد", "Sheikhabad"), Used("نیروگاه", "Niroogah"), Used("شهرک مهدیه", "Shahrak-e Mahdiyeh"), Informal("مهدیه", "Mahdiyeh"),
            Informal("شهرک فاطمیه", "Shahrak-e Fatemiyeh"), Informal("شهرک صاحب‌الزمان", "Shahrak-e Saheb-ol-Zaman"), Used("باجک", "Bajak"),
        ],
        ["7"] = [Used("چهارمردان", "Chaharmardan"), Used("آذر", "Azar"), Used("ارم", "Eram"), Used("جمهوری", "Jomhuri")],
        ["8"] = [Used("پردیسان", "Pardisan")],
    };

    private static readonly (string Fa, string En)[] Flowers =
    [
        ("گلبرگ", "Golbarg"), ("نسترن", "Nastaran"), ("سپیدار", "Sepidar"), ("یاسمن", "Yasaman"), ("صنوبر", "Senowbar"), ("افرا", "Afra"), ("ارغوان", "Arghavan"),
        ("نیلوفر", "Nilufar"), ("شقایق", "Shaqayeq"), ("لاله", "Laleh"), ("ریحان", "Reyhan"), ("بابونه", "Babuneh"), ("زیتون", "Zeytun"), ("انار", "Anar"),
        ("سرو", "Sarv"), ("کاج", "Kaj"), ("چنار", "Chenar"), ("بید", "Bid"), ("تاک", "Tak"), ("سوسن", "Susan"), ("میخک", "Mikhak"), ("مریم", "Maryam"),
        ("اقاقیا", "Aqaqia"), ("ترنج", "Toranj"), ("نارون", "Narvan"), ("بنفشه", "Banafsheh"), ("آلاله", "Alaleh"), ("شمشاد", "Shemshad"), ("پونه", "Puneh"),
        ("مهتاب", "Mahtab"), ("سپیده", "Sepideh"), ("شبنم", "Shabnam"), ("باران", "Baran"), ("چشمه", "Cheshmeh"), ("رود", "Rud"), ("دشت", "Dasht"),
        ("آفتاب", "Aftab"), ("ستاره", "Setareh"), ("کوهسار", "Kuhsar"), ("صحرا", "Sahra"), ("نگین", "Negin"), ("فیروزه", "Firuzeh"), ("عقیق", "Aqiq"),
        ("یاقوت", "Yaqut"), ("مروارید", "Morvarid"), ("زمرد", "Zomorrod"), ("دانش", "Danesh"), ("اندیشه", "Andisheh"), ("فرهنگ", "Farhang"), ("مهر", "Mehr"),
        ("وحدت", "Vahdat"), ("ایثار", "Isar"), ("همدلی", "Hamdeli"), ("امید", "Omid"), ("سعادت", "Sa'adat"), ("بشارت", "Besharat"), ("کوثر", "Kowsar"),
        ("یاران", "Yaran"), ("صداقت", "Sedaqat"), ("رحمت", "Rahmat"), ("نور", "Nur"), ("صبا", "Saba"), ("نسیم", "Nasim"), ("سحر", "Sahar"), ("طلوع", "Tolu'"),
        ("افق", "Ofoq"), ("کیهان", "Keyhan"), ("شادی", "Shadi"), ("بهشت", "Behesht"), ("دوستی", "Dusti"), ("آرامش", "Aramesh"), ("پرتو", "Parto"),
    ];

    private static (string, string, NameOrigin) Used(string fa, string en) => (fa, en, NameOrigin.InUse);

    private static (string, string, NameOrigin) Informal(string fa, string en) => (fa, en, NameOrigin.Informal);
}
