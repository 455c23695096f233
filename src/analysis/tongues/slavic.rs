//! What leans, addresses and credits in Russian, Ukrainian, Polish and Czech. Refuses to hold anything but tables.

use super::table::{Table, Way};

pub(super) const RUSSIAN: Table = Table {
    tag: "ru",
    pointers: "он она оно они его её ее их ему ей им здесь там тут тогда затем потом туда оттуда отсюда так такой такая такое \
        такие такого таких таким такую оба обе другой другая другие другое ведь именно зато да нет тот те это потому \
        вот ни всем теперь третий иначе",
    later: "спустя позже",
    loose: "то есть, так же, тот же, та же, то же, те же, тем самым, до этого, после этого, при этом, в то же время, на этом, \
        с тех пор, до тех пор, к тому времени, в этом случае, в таком случае, один из них, одна из них, никто из них, для этого, \
        из за этого, с этим, с другой стороны, казалось бы, оказалось что, дело в том, речь идет, речь идёт, \
        как раз, последней каплей, в тот день, на следующий день, в тот же",
    expletives: "ожидается, планируется, сообщается, отмечается, предполагается, требуется, считается",
    demonstratives: "этот эта это эти этого этой этому этим этих этими эту этом",
    times: "год года году годом неделе неделя недели неделю месяц месяца месяце весной летом осенью зимой весна лето осень зима \
        весны лета осени зимы лету весне утром вечером ночью понедельник вторник среду четверг пятницу субботу \
        воскресенье сезоне сезон сезона выходные выходных",
    subjects: "он она оно они",
    possessives: "его её ее их ему ей им него неё нее ней нему ним них ними",
    personal: "я меня мне мной мы нас нам нами наш наша наше наши нашего нашей нашему нашим наших нашу нашем мой моя моё мое \
        мои моего моей моему моим моих мою считаю думаю хочу могу люблю знаю помню готовлю",
    addressed: "вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашим ваших вашу вашем ты тебя тебе твой твоя смотрите солите поставите хотите можете будете увидите положите \
        выложите натрите посолите получите найдете найдёте берите",
    personal_ends: &[
        "йте",
        "ьте",
        "йтесь",
        "итесь",
        "аете",
        "уете",
        "яете",
        "ваете",
        "дишь",
        "ришь",
        "аешь",
        "уешь",
        "жешь",
        "дешь",
    ],
    verb_first: "отметил отметила добавил добавила сказал сказала пояснил пояснила рассказал рассказала подчеркнул \
        подчеркнула заявил заявила уточнил уточнила написал написала был была было были стал стала является являются",
    verb_ends: &["ает", "яет", "ется", "ится", "лся", "лась", "лись"],
    joints: "однако, впрочем, при этом, кроме того, между тем, тем временем, таким образом, в свою очередь, например, к тому же, \
        более того, наконец, в итоге, в результате, кстати, между прочим, вместе с тем, тем не менее, по сути, напомним, \
        конечно, действительно, во первых, во вторых, в частности, с другой стороны, с одной стороны, итак, в целом, к слову, \
        правда, поэтому, следовательно",
    bare: "но, и, а, однако, также, при этом, поэтому, причем, причём, между тем, тем временем, отметим что, напомним что, \
        стоит отметить что, следует отметить что, интересно что, известно что",
    page: &[
        "читайте также",
        "подписывайтесь",
        "подпишитесь",
        "нажмите",
        "фото:",
        "(фото",
        "эта статья",
        "в этой статье",
        "комментари",
        "перейти по ссылке",
        "подробнее",
        "все права защищены",
        "поделиться",
        "наш канал",
        "наш telegram",
    ],
    bidding: "добавьте смешайте варите нарежьте залейте подавайте возьмите положите оставьте читайте смотрите узнайте \
        запеките обжарьте используйте передайте посмотрите помните добавить смешать нарезать",
    saying: "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщило сообщили сообщает рассказал рассказала \
        пояснил пояснила пояснили отметил отметила отметили подчеркнул подчеркнула добавил добавила уточнил уточнила объяснил \
        объяснила признался призналась признала признал считает считают утверждает утверждают написал написала пишет говорит \
        заверил заверила предупредил предупредила уверен уверена",
    that: "что",
    unnamed: "он она они оно я мы словам данным мнению",
    way: Way::SubjectFirst,
    ..Table::NONE
};

pub(super) const UKRAINIAN: Table = Table {
    tag: "uk",
    pointers: "він вона воно вони його її їх йому їй їм тут там тоді потім далі туди звідти так такий така таке такі такого таких \
        обидва обидві інший інша інші інше адже саме зате той те це тому ось ні",
    later: "потому пізніше",
    loose: "тобто, той самий, та сама, те саме, ті самі, тим самим, до цього, після цього, при цьому, водночас, на цьому, з того \
        часу, відтоді, у цьому випадку, один з них, одна з них, для цього, через це, наступного дня, йдеться про",
    demonstratives: "цей ця це ці цього цієї цьому цим цих цими цю",
    times: "рік року році роком тижня тиждень тижні місяць місяця весни весна літа літо осені осінь зими зима ранку вечора \
        понеділок вівторок середу четвер пятницю суботу неділю сезон сезону сезоні вихідні вихідних",
    subjects: "він вона воно вони",
    possessives: "його її їх йому їй їм нього неї ній ньому ним них ними їхній їхня їхнє їхні",
    personal: "я мене мені мною ми нас нам нами наш наша наше наші нашого нашої нашому нашим наших нашу мій моя моє мої мого \
        моєї вважаю думаю хочу можу",
    addressed: "ви вас вам вами ваш ваша ваше ваші вашого вашої вашому вашим ваших вашу ти тебе тобі твій твоя",
    verb_first: "зазначив зазначила додав додала сказав сказала пояснив пояснила розповів розповіла наголосив наголосила заявив \
        заявила уточнив уточнила написав написала був була було були став стала є",
    joints: "однак, втім, при цьому, крім того, тим часом, таким чином, своєю чергою, у свою чергу, наприклад, до того ж, більше \
        того, нарешті, у підсумку, до речі, разом з тим, водночас, нагадаємо, звісно, отже, тому, зокрема, щоправда",
    bare: "але, і, а, й, однак, також, проте, водночас, тому, при цьому, нагадаємо що, зазначимо що, відомо що, варто зазначити що",
    page: &[
        "читайте також",
        "підписуйтесь",
        "підпишіться",
        "натисніть",
        "фото:",
        "(фото",
        "ця стаття",
        "у цій статті",
        "коментар",
        "перейти за посиланням",
        "детальніше",
        "усі права захищені",
        "поділитися",
        "наш канал",
        "наш telegram",
    ],
    bidding: "додайте змішайте варіть наріжте залийте подавайте візьміть покладіть залиште читайте дивіться дізнайтеся \
        використовуйте",
    saying: "сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили повідомляє розповів розповіла пояснив \
        пояснила зазначив зазначила наголосив наголосила додав додала уточнив уточнила визнав визнала вважає вважають \
        стверджує написав написала пише каже запевнив запевнила попередив",
    that: "що",
    unnamed: "він вона вони воно я ми словами даними",
    way: Way::SubjectFirst,
    ..Table::NONE
};

pub(super) const POLISH: Table = Table {
    tag: "pl",
    pointers: "on ona ono oni one jego jej ich jemu im mu ją je tam tu tutaj wtedy wówczas potem następnie później tak taki taka \
        takie tacy takich takiej obaj obie oboje inny inna inne inni natomiast zatem więc dlatego zwłaszcza stąd stamtąd to \
        też także również podobnie wprawdzie chodzi tymczasem jednak",
    later: "później potem wcześniej",
    loose: "to samo, ten sam, ta sama, tym samym, tego samego, tej samej, na przykład, to znaczy, przy tym, poza tym, od tego \
        czasu, do tego czasu, z nich, jeden z nich, jedna z nich, większość z nich, żaden z nich, część z nich, w takim, \
        w ten sposób, po czym, między innymi, dzień później, na to, do tego, zdają sobie",
    demonstratives: "ten ta to ci te tego tej temu tę tą tym tych tymi ów owa owe",
    times: "rok roku rokiem tydzień tygodnia tygodniu miesiąc miesiąca miesiącu wiosny lata jesieni zimy wiosnę lato jesień zimę \
        sezon sezonu sezonie weekend poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
    subjects: "on ona ono oni one",
    possessives: "jego jej ich jemu mu im nią niego niej nim nich nimi",
    personal: "ja mnie mi mną my nas nam nami mój moja moje moi mojego mojej nasz nasza nasze nasi naszego naszej naszym naszych \
        jestem mam jesteśmy mamy możemy chcemy musimy uważam myślę chcę mogę sądzę",
    addressed: "ty ciebie cię tobie wy was wam twój twoja twoje wasz wasza wasze możesz musisz chcesz",
    personal_ends: &["liśmy", "łyśmy"],
    verb_first: "jest są był była było byli były został została zostało zostali zostały ma mają miał miała dodał dodała \
        powiedział powiedziała zaznaczył zaznaczyła podkreślił podkreśliła wyjaśnił wyjaśniła wywołały wywołał wywołała stwierdził \
        stwierdziła",
    verb_ends: &["li"],
    joints: "jednak, natomiast, ponadto, poza tym, co więcej, z kolei, w związku z tym, tymczasem, zatem, dlatego, w efekcie, w \
        rezultacie, wreszcie, przy okazji, oczywiście, z drugiej strony, z jednej strony, przede wszystkim, co ciekawe, \
        przypomnijmy, ostatecznie, w końcu",
    bare: "ale, i, a, lecz, jednak, natomiast, jednocześnie, również, także, z kolei, tymczasem, dlatego, ponadto, ostatecznie, \
        warto dodać że, warto przypomnieć że, warto zaznaczyć że",
    page: &[
        "czytaj także",
        "czytaj też",
        "czytaj więcej",
        "zobacz także",
        "zobacz też",
        "kliknij",
        "zapisz się",
        "subskrybuj",
        "fot.",
        "(fot",
        "ten artykuł",
        "w tym artykule",
        "komentarz",
        "wszelkie prawa",
        "newsletter",
        "zaloguj",
        "udostępnij",
    ],
    bidding: "dodaj dodajemy wymieszaj pokrój gotuj zalej podawaj weź połóż zostaw czytaj zobacz sprawdź poznaj użyj pamiętaj \
        upiecz smaż",
    saying: "powiedział powiedziała powiedzieli mówi mówił mówiła stwierdził stwierdziła dodał dodała podkreślił podkreśliła \
        zaznaczył zaznaczyła wyjaśnił wyjaśniła tłumaczy tłumaczył ocenił oceniła ocenia poinformował poinformowała \
        poinformowało informuje podał podała podaje napisał napisała pisze przyznał przyznała twierdzi uważa zapowiedział \
        zapowiedziała przekonuje argumentował argumentowała ogłosił ogłosiła uznał uznała informował informowała informowały informowali \
        poinformowały poinformowali podały podał podawał podawała podawały przekazał przekazała przekazało przekazali \
        przekazały zapewnił zapewniła zapewnia twierdzą mówią uważają ostrzegł ostrzegła potwierdził potwierdziła \
        potwierdziło potwierdzili",
    that: "że iż",
    unnamed: "on ona oni one ja my nich niego niej",
    way: Way::SubjectFirst,
    ..Table::NONE
};

pub(super) const CZECH: Table = Table {
    tag: "cs",
    pointers: "on ona ono oni ony jeho její jejich jemu mu jí jim tam tady zde tehdy potom poté pak následně tak takový taková \
        takové takoví oba obě jiný jiná jiné jiní proto tedy zejména odtud to také rovněž podobně sice však přitom mezitím",
    later: "později poté předtím",
    loose: "to samé, ten samý, ta samá, tím pádem, například, to znamená, kromě toho, od té doby, do té doby, z nich, \
        jeden z nich, jedna z nich, většina z nich, žádný z nich, část z nich, v takovém, z toho, tímto způsobem, mimo jiné, \
        den poté, na to, k tomu, jde o",
    demonstratives: "ten ta to ti ty toho té tomu tu tou tím těch těmi tento tato toto tito tyto tohoto této tomuto tuto touto \
        tímto těchto těmito tomto",
    times: "rok roku roce týden týdne týdnu měsíc měsíce měsíci jaro jara léto léta podzim podzimu zimu zima zimy sezonu sezona \
        sezony sezoně víkend víkendu pondělí úterý středu čtvrtek pátek sobotu neděli",
    subjects: "on ona ono oni ony",
    possessives: "jeho její jejich jemu mu jí jim něj něho ní němu ním nich nimi",
    personal: "já mne mě mně mi mnou my nás nám námi můj moje mého mé náš naše našeho naší našich jsem jsme máme můžeme chceme \
        musíme myslím chci mohu můžu",
    addressed: "tebe tě tobě vy vás vám tvůj tvoje váš vaše můžete musíte chcete",
    verb_first: "je jsou byl byla bylo byli byly má mají měl měla dodal dodala řekl řekla uvedl uvedla podotkl podotkla zdůraznil \
        zdůraznila vysvětlil vysvětlila",
    joints: "však, navíc, kromě toho, mimoto, naopak, mezitím, proto, tedy, nakonec, samozřejmě, na druhou stranu, na jednu \
        stranu, především, zároveň",
    bare: "ale, a, i, avšak, navíc, zároveň, rovněž, také, naopak, proto",
    page: &[
        "čtěte také",
        "čtěte více",
        "klikněte",
        "přihlaste se",
        "odebírejte",
        "foto:",
        "(foto",
        "tento článek",
        "v tomto článku",
        "komentář",
        "všechna práva",
        "newsletter",
        "sdílet",
    ],
    bidding: "přidejte smíchejte nakrájejte vařte zalijte podávejte vezměte položte nechte čtěte podívejte zjistěte použijte",
    saying: "řekl řekla řekli uvedl uvedla uvedli dodal dodala sdělil sdělila sdělilo oznámil oznámila oznámilo prohlásil \
        prohlásila vysvětlil vysvětlila tvrdí míní zdůraznil zdůraznila napsal napsala připustil připustila podotkl",
    that: "že",
    unnamed: "on ona oni ony já my nich něj",
    way: Way::SubjectFirst,
    ..Table::NONE
};
