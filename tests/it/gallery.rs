//! One short text in each of many scripts, for every test that must hold for all of them.

/// A text in one script.
pub struct Sample {
    /// The script's or the difficulty's name.
    pub script: &'static str,
    /// BCP 47 tag of its language.
    pub language: &'static str,
    /// The text: one paragraph.
    pub text: &'static str,
    /// A word of it, as a reader would type it to find it.
    pub word: &'static str,
}

const fn sample(script: &'static str, language: &'static str, word: &'static str, text: &'static str) -> Sample {
    Sample { script, language, text, word }
}

/// Mostly the beginning of article 1 of the Universal Declaration of Human Rights.
pub const GALLERY: &[Sample] = &[
    sample(
        "Latin",
        "en",
        "dignity",
        "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience — “and should act” towards one another in a spirit of brotherhood.",
    ),
    sample(
        "Latin, German",
        "de",
        "wurde",
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
    ),
    sample(
        "Latin, French",
        "fr",
        "egaux",
        "Tous les êtres humains naissent libres et égaux en dignité et en droits\u{a0}; «\u{202f}ils sont doués de raison\u{202f}» et de conscience.",
    ),
    sample(
        "Latin, Vietnamese",
        "vi",
        "nhân phẩm",
        "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
    ),
    sample(
        "Latin, Turkish",
        "tr",
        "haysiyet",
        "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. İstanbul, Iğdır.",
    ),
    sample(
        "Latin, decomposed",
        "cs",
        "rovní",
        "Vs\u{30c}ichni lide\u{301} se rodi\u{301} svobodni\u{301} a sobe\u{30c} rovni\u{301} co do du\u{30a}stojnosti a pra\u{301}v.",
    ),
    sample(
        "Greek",
        "el",
        "ελευθεροι",
        "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    ),
    sample("Cyrillic", "ru", "свободными", "Все люди рождаются свободными и равными в своём достоинстве и правах."),
    sample(
        "Cyrillic, Ukrainian",
        "uk",
        "гідності",
        "Всі люди народжуються вільними і рівними у своїй гідності та правах.",
    ),
    sample(
        "Armenian",
        "hy",
        "ազատ",
        "Բոլոր մարդիկ ծնվում են ազատ ու հավասար՝ իրենց արժանապատվությամբ և իրավունքներով։",
    ),
    sample(
        "Georgian",
        "ka",
        "თავისუფალი",
        "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
    ),
    sample("Hebrew", "he", "חורין", "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם (סעיף 1, 1948)."),
    sample("Hebrew, pointed", "he", "בראשית", "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ."),
    sample(
        "Arabic",
        "ar",
        "الكرامة",
        "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق، وقد وهبوا عقلًا وضميرًا (NATO 2014).",
    ),
    sample("Arabic, Persian", "fa", "آزاد", "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند."),
    sample("Arabic, Urdu", "ur", "آزاد", "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔"),
    sample("Syriac", "syc", "ܒܪܢܫܐ", "ܟܠ ܒܪܢܫܐ ܒܪܝܠܗ ܚܐܪܐ ܘܒܪܒܪ ܓܘ ܐܝܩܪܐ ܘܙܕܩܐ."),
    sample("Thaana", "dv", "މީހުން", "ހުރިހާ މީހުން އުފަންވަނީ މިނިވަންކަމުގައެވެ."),
    sample("N'Ko", "nqo", "ߡߐ߱", "ߡߐ߱ ߓߍ߯ ߢߊߞߘߐ߫ ߞߐߘߐ߫ ߤߊߣߌ߫ ߤߐ߬ߟߐ߲߬ߦߊ߫."),
    sample("Devanagari", "hi", "स्वतन्त्रता", "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।"),
    sample("Bengali", "bn", "মানুষ", "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।"),
    sample("Gurmukhi", "pa", "ਆਜ਼ਾਦ", "ਸਾਰਾ ਮਨੁੱਖੀ ਪਰਿਵਾਰ ਆਪਣੀ ਮਹਿਮਾ, ਸ਼ਾਨ ਅਤੇ ਹੱਕਾਂ ਦੇ ਪੱਖੋਂ ਜਨਮ ਤੋਂ ਹੀ ਆਜ਼ਾਦ ਹੈ।"),
    sample("Gujarati", "gu", "સ્વતંત્ર", "પ્રતિષ્ઠા અને અધિકારોની દૃષ્ટિએ સર્વ માનવો જન્મથી સ્વતંત્ર અને સમાન હોય છે."),
    sample(
        "Tamil",
        "ta",
        "சுதந்திரமாகவே",
        "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும் உரிமைகளிலும் சமமானவர்கள்.",
    ),
    sample("Telugu", "te", "మానవులు", "ప్రతిపత్తిస్వత్వముల విషయమున మానవులు ఎల్లరు జన్మతః స్వతంత్రులును సమానులును నగుదురు."),
    sample("Kannada", "kn", "ಮಾನವರೂ", "ಎಲ್ಲಾ ಮಾನವರೂ ಸ್ವತಂತ್ರರಾಗಿಯೇ ಜನಿಸಿದ್ದಾರೆ. ಹಾಗೂ ಘನತೆ ಮತ್ತು ಹಕ್ಕುಗಳಲ್ಲಿ ಸಮಾನರಾಗಿದ್ದಾರೆ."),
    sample("Malayalam", "ml", "മനുഷ്യരെല്ലാവരും", "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചവരാണ്."),
    sample("Sinhala", "si", "මනුෂ්‍යයෝ", "සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත. ගරුත්වයෙන් සහ අයිතිවාසිකම්වලින් සමාන වෙති."),
    sample("Thai", "th", "อิสระ", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม"),
    sample("Lao", "lo", "ສິດ", "ມະນຸດເກີດມາມີສິດເສລີພາບ ແລະສະເໝີໜ້າກັນໃນທາງກຽດຕິສັກ ແລະທາງສິດ"),
    sample("Khmer", "km", "សេរីភាព", "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។"),
    sample(
        "Burmese",
        "my",
        "လွတ်လပ်သော",
        "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။",
    ),
    sample("Tibetan", "bo", "རང་དབང", "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌། ཐོབ་ཐངགི་རང་དབང་འདྲ་མཉམ་དུ་ཡོད་ལ།"),
    sample("Ethiopic", "am", "ነጻና", "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።"),
    sample("Cherokee", "chr", "ᎤᏂᏠᏱ", "ᏂᎦᏓ ᎠᏂᏴᏫ ᏂᎨᎫᏓᎸᎾ ᎠᎴ ᎤᏂᏠᏱ ᎤᎾᏕᎿ ᏚᏳᎧᏛ ᎨᏒᎢ."),
    sample("Canadian syllabics", "iu", "ᐃᓅᔪᓕᒫᑦ", "ᐃᓅᔪᓕᒫᑦ ᐊᓂᖅᑎᕆᔪᓕᒫᑦ ᐃᓅᓕᓵᓕᖅᐳᑦ ᐃᓱᒪᕐᓱᕐᖢᑎᒃ ᐊᒻᒪᓗ ᐊᔾᔨᐅᖃᑎᒌᖕᓂᒃᑯᑦ."),
    sample("Mongolian", "mn", "ᠬᠦᠮᠦᠨ", "ᠬᠦᠮᠦᠨ ᠪᠦᠷ ᠲᠥᠷᠥᠵᠦ ᠮᠡᠨᠳᠡᠯᠡᠬᠦ ᠡᠷᠬᠡ ᠴᠢᠯᠥᠭᠡ ᠲᠡᠢ᠃"),
    sample(
        "Han, simplified",
        "zh-Hans",
        "自由",
        "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
    ),
    sample(
        "Han, traditional",
        "zh-Hant",
        "尊嚴",
        "人人生而自由，在尊嚴和權利上一律平等。《世界人權宣言》，1948年12月10日。",
    ),
    sample(
        "Kana and Han",
        "ja",
        "尊厳",
        "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。ｶﾞｷﾞ ﾊﾟﾋﾟ",
    ),
    sample("Hangul", "ko", "존엄과", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."),
    sample("Yi", "ii", "ꃅꄿ", "ꊿꂷꃅꄿꐨꐥ，ꌅꅍꀂꏽꐯꒈꃅꐥꌐ。"),
    sample("Emoji", "en", "family", "A family 👩‍👩‍👧‍👦, a flag 🏳️‍🌈 🇩🇪🇫🇷, hands 👍🏽👍🏿, a key 1️⃣, hearts ❤️❤︎, an astronaut 👩🏾‍🚀."),
    sample("Symbols", "en", "formula", "The formula ∀x∈ℝ: ⌈x⌉ = −⌊−x⌋, 3½ km², €1\u{a0}000 … 20\u{202f}%, ①②③ and ₂."),
    sample(
        "Addresses",
        "en",
        "example.org",
        "See https://www.example.org/a/very/long/path/to/some/page.html?query=value&other=1#part or mail some.one@example.org, file /usr/share/doc/readme-2031-05-03.txt.",
    ),
    sample(
        "Soft hyphens",
        "en",
        "internationalization",
        "The inter\u{ad}na\u{ad}tion\u{ad}al\u{ad}iza\u{ad}tion of type\u{ad}set\u{ad}ting, zero\u{200b}width\u{200b}spaces and word\u{2060}joiners.",
    ),
    sample(
        "Controls",
        "en",
        "overrides",
        "A terminal \u{1b}[31mcolour\u{1b}[0m, a bell \u{7}, overrides \u{202e}txet\u{202c}, a tag \u{e0041}, a mark at \u{feff} and a\ttab.",
    ),
    sample(
        "Many marks",
        "en",
        "text",
        "T\u{310}\u{311}\u{312}h\u{313}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}i\u{30c}s text is z\u{30d}\u{30e}\u{30f}a\u{310}lgo.",
    ),
];
