//! What leans, addresses and credits in Turkish, Arabic and Hindi. Refuses to hold anything but tables.

use super::table::{Table, Way};

pub(super) const TURKISH: Table = Table {
    tag: "tr",
    pointers: "o onlar onun onların ona onu onları onlara ondan bunun bunu buna bundan bunlar bunların bunları orada burada \
        oraya buraya böylece böyle şöyle öyle ayrıca ancak fakat ama ise yani örneğin üstelik dolayısıyla nitekim zira çünkü \
        diğer ikisi aynı söz sonra ardından öte işte oysa oysaki bununla buradan oradan kendisi \
        kendileri bahse",
    later: "sonra",
    loose: "söz konusu, aynı gün, aynı zamanda, aynı şekilde, o zaman, o gün, o sırada, o tarihte, öte yandan, diğer yandan, \
        daha sonra, bunun üzerine, bunun yanı, bu nedenle, bu yüzden, bir başka, ikisi de, her ikisi, hem de, ne var ki, geçen \
        yılın aynı, başta olmak",
    demonstratives: "bu şu o",
    times: "yıl yılın yıla yılki sene hafta haftanın haftaki ay ayın ayki sabah akşam gece sezon sezonun yaz kış bahar \
        pazartesi salı çarşamba perşembe cuma cumartesi pazar asır yüzyıl",
    subjects: "o onlar",
    possessives: "onun onların ona onu onları onlara",
    personal: "ben beni bana benim benden biz bizi bize bizim bizden",
    addressed: "sen seni sana senin siz sizi size sizin",
    personal_ends: &[
        "ımız",
        "imiz",
        "umuz",
        "ümüz",
        "ımıza",
        "imize",
        "ımızı",
        "imizi",
        "ımızın",
        "imizin",
        "umuza",
        "ümüze",
        "umuzu",
        "ümüzü",
        "umuzun",
        "ümüzün",
        "ımızda",
        "imizde",
        "ımızdan",
        "imizden",
        "ıyoruz",
        "iyoruz",
        "uyoruz",
        "üyoruz",
        "acağız",
        "eceğiz",
        "malıyız",
        "meliyiz",
        "ıyorum",
        "iyorum",
        "uyorum",
        "üyorum",
        "mışız",
        "mişiz",
    ],
    closing_ends: &["dık", "dik", "duk", "dük", "tuk", "tük", "aştık", "leştik", "dım", "dim", "dum", "düm"],
    joints: "ancak, fakat, ama, ayrıca, öte yandan, diğer yandan, bununla birlikte, üstelik, bu arada, bunun yanı sıra, dolayısıyla, \
        sonuç olarak, bu nedenle, böylece, nitekim, son olarak",
    bare: "ancak, fakat, ama, ayrıca, öte yandan, bu arada",
    page: &[
        "tıklayın",
        "abone ol",
        "takip edin",
        "haberin devamı",
        "fotoğraf:",
        "(foto",
        "yorum",
        "tüm hakları",
        "ilgili haber",
        "giriş yap",
        "üye ol",
    ],
    bidding: "ekleyin karıştırın pişirin doğrayın dökün okuyun izleyin deneyin unutmayın",
    saying: "söyledi belirtti açıkladı bildirdi vurguladı kaydetti anlattı aktardı savundu duyurdu söylüyor belirtiyor ifade-etti \
        dile-getirdi altını-çizdi iddia-etti dikkati-çekti dikkat-çekti işaret-etti",
    that: "belirten söyleyen vurgulayan kaydeden anlatan aktaran açıklayan bildiren savunan çeken eden getiren paylaşan",
    unnamed: "o bu şu onlar bunlar göre",
    way: Way::VerbLast,
    ..Table::NONE
};

pub(super) const ARABIC: Table = Table {
    tag: "ar",
    pointers: "هو هي هم هما هناك هنا ثم لذلك لذا كذلك أيضا أيضًا كلاهما وهو وهي وهم وهناك وهنا فهو فهي فهم ولذلك وكذلك وأيضا بينما وبذلك \
        بذلك لكنه لكنها لكنهم ولكنه ولكنها إنه إنها وإنه أنه أنها كما وكما حيث بدوره بدورها وبدوره وبدورها عندها وعندها حينها وحينها \
        إذ التالي السابق منه منها له لها لهم وله ولها ومنها وسرعان",
    loose: "في المقابل, من جهته, من جهتها, من جانبه, من جانبها, ومن جهته, ومن جانبه, في حين, على سبيل, بعد ذلك, قبل ذلك, وبعد ذلك, \
        وقبل ذلك, منذ ذلك, ومنذ ذلك, ومع ذلك, مع ذلك, إلى ذلك, وإلى ذلك, في الوقت نفسه, في غضون ذلك, وفي غضون ذلك, وفي المقابل",
    demonstratives: "هذا هذه ذلك تلك هؤلاء أولئك هذان هاتان وهذا وهذه وذلك وتلك لهذا لهذه بهذا بهذه فهذا فهذه",
    times: "العام الأسبوع الشهر السنة الصيف الشتاء الربيع الخريف الموسم اليوم الصباح المساء الأيام القرن",
    subjects: "هو هي هم هما",
    personal: "أنا نحن إنني إننا لدينا عندي عندنا نحنُ وأنا ونحن",
    addressed: "أنت أنتم لديك عليك يمكنك",
    joints: "لكن, ولكن, في المقابل, وفي المقابل, ومع ذلك, مع ذلك, بالإضافة إلى ذلك, إلى ذلك, من ناحية أخرى",
    bare: "لكن, ولكن, يذكر أن, يُذكر أن, يشار إلى أن, يُشار إلى أن, تجدر الإشارة إلى أن",
    page: &["اضغط هنا", "اقرأ أيضا", "اقرأ أيضًا", "اشترك", "تابعونا", "صورة:", "جميع الحقوق", "شارك"],
    bidding: "أضف أضيفي اخلطي قطعي ضعي اقرأ شاهد تعرف",
    saying: "قال قالت وقال وقالت أوضح أوضحت وأوضح وأوضحت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت أعلن أعلنت وأعلن وأعلنت ذكر ذكرت \
        وذكر وذكرت أشار أشارت وأشار وأشارت صرح صرحت وصرح وصرحت كشف كشفت وكشف وكشفت اعتبر اعتبرت واعتبر واعتبرت لفت لفتت ولفت ولفتت \
        تابع تابعت وتابع وتابعت أفاد أفادت وأفاد وأفادت بيّن وبيّن",
    that: "أن أنّ إن إنّ بأن إلى بأنّ",
    unnamed: "هو هي هم أن إن إلى أنه أنها إنه إنها بأن بأنه بأنها عن في",
    way: Way::VerbFirst,
    ..Table::NONE
};

pub(super) const HINDI: Table = Table {
    tag: "hi",
    pointers: "वह वे वो उसने उन्होंने उसके उनके उसकी उनकी उसका उनका उसे उन्हें उससे उनसे इसके इसकी इसका इसे इससे इसमें इसने इन्होंने यह ये इसलिए \
        फिर वहीं वहां वहाँ उधर इधर यहां यहाँ तब तो जिसके जिससे जिसमें जिसे दोनों ऐसे ऐसा ऐसी वहीं",
    loose: "बता दें, इसी दौरान, इसी बीच, इस दौरान, इस बीच, साथ ही, इस तरह, उस समय, इसके बाद, उसके बाद, इस पर, इस मामले, इस घटना, इसी तरह",
    demonstratives: "उक्त इस उस इन उन यह ये इसी उसी वह",
    times: "साल वर्ष सप्ताह हफ्ते महीने माह बार सुबह शाम रात सीजन सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार गर्मी सर्दी",
    subjects: "वह वे उसने उन्होंने",
    possessives: "उसके उनके उसकी उनकी उसका उनका उसे उन्हें उससे उनसे इसके इसकी इसका",
    personal: "मैं मैंने मुझे मेरा मेरी मेरे हम हमने हमें हमारा हमारी हमारे",
    addressed: "आप आपको आपका आपकी आपके आपने तुम तुम्हें तुम्हारा",
    joints: "लेकिन, हालांकि, वहीं, इसके अलावा, साथ ही, दूसरी ओर, इस बीच, दरअसल",
    bare: "लेकिन, हालांकि, और, वहीं, इसके अलावा, साथ ही, बता दें कि, गौरतलब है कि, उल्लेखनीय है कि",
    page: &["यहां क्लिक करें", "ये भी पढ़ें", "यह भी पढ़ें", "सब्सक्राइब", "फॉलो करें", "डाउनलोड करें", "फोटो:"],
    saying: "कहा बताया बोले कहना",
    that: "कि",
    unnamed: "उन्होंने उसने वह वे यह इस ने",
    way: Way::Ergative,
    ..Table::NONE
};
