//! What leans, addresses and credits in Swedish, Norwegian, Danish and Dutch. Refuses to hold anything but tables.

use super::table::{Table, Way};

const FOLLOWING: &str = "är var har hade ska skulle kan kunde vill ville måste blir blev får fick gjorde sa säger började slog \
    kommer kom fortsätter er ble skal kunne må måtte får fikk gjør sier begynte hadde havde bliver blev siger skulle gik går \
    gikk tok tar ser så fant finner gir ga viser viste handler betyr skjer skjedde ligger står sto fikk holdt";

pub(super) const SWEDISH: Table = Table {
    tag: "sv",
    pointers: "han hon det hans hennes dess deras där dit då så sedan senare därefter därför därmed dessutom också även \
        här samma båda bägge andra övriga annars däremot dock emellertid likväl istället alltså sådan sådana \
        sådant honom henne dem",
    adverbs: "dessförinnan tidigare",
    later: "senare",
    loose: "den här, det här, de här, den där, på så sätt, till exempel, trots det, av dem, en av dem, ingen av dem, bland annat, på det, under tiden, i stället, \
        det vill säga, samma dag, samma kväll, dagen efter, dagen därpå, den senare, den förra",
    expletives: "det finns, det fanns, det är oklart, det är möjligt, det är förbjudet",
    demonstratives: "denna detta dessa denne",
    times: "vecka veckan månad månaden år året helg helgen sommar vinter höst vår säsong säsongen morgon kväll måndag tisdag \
        onsdag torsdag fredag lördag söndag",
    subjects: "han hon de",
    possessives: "hans hennes deras dess",
    personal: "jag mig min mitt mina vi oss vår vårt våra",
    addressed: "du dig din ditt dina ni er ert era",
    before_verbs: "de den",
    verbs: FOLLOWING,
    joints: "dessutom, däremot, dock, emellertid, däremot, men, och",
    bare: "men, och",
    page: &[
        "klicka här",
        "läs mer",
        "läs också",
        "prenumerera",
        "foto:",
        "följ oss",
        "nyhetsbrev",
        "den här artikeln",
        "denna artikel",
        "artikeln uppdateras",
        "dela artikeln",
        "logga in",
    ],
    bidding: "läs klicka följ tillsätt blanda koka stek häll servera rör skär låt lägg ta hacka vispa gör prova testa se",
    saying: "säger sade sa berättar berättade skriver skrev uppger uppgav förklarar förklarade menar menade anser hävdar \
        hävdade meddelar meddelade konstaterar konstaterade tillägger",
    that: "att",
    unnamed: "honom henne han hon dem de",
    way: Way::SubjectFirst,
    ..Table::NONE
};

pub(super) const NORWEGIAN: Table = Table {
    tag: "no",
    pointers: "han hun det hans hennes dets deres der dit da så siden senere deretter derfor dermed dessuten også her samme \
        begge andre øvrige ellers derimot imidlertid likevel allikevel istedenfor altså slik slike slikt ham henne dem videre \
        paret",
    adverbs: "tidligere etterpå",
    later: "senere",
    loose: "på den måten, for eksempel, til tross for det, en av dem, ingen av dem, blant annet, i stedet, det vil si, samme \
        dag, dagen etter, i mellomtiden, på det tidspunktet, den gang, den gangen, som følge av dette",
    expletives: "det finnes, det fins, det fantes, det er uklart, det er mulig, det er forbudt",
    demonstratives: "denne dette disse",
    times: "uke uken uka måned måneden år året helg helgen helga sommer sommeren vinter vinteren høst høsten vår våren sesong \
        sesongen morgen kveld mandag tirsdag onsdag torsdag fredag lørdag søndag gang",
    subjects: "han hun de",
    possessives: "hans hennes deres dets",
    personal: "jeg meg min mitt mine vi oss vår vårt våre",
    addressed: "du deg din ditt dine dere",
    before_verbs: "de den",
    verbs: FOLLOWING,
    joints: "dessuten, derimot, imidlertid, likevel, men, og",
    bare: "men, og",
    page: &[
        "klikk her",
        "les mer",
        "les også",
        "abonner",
        "foto:",
        "følg oss",
        "nyhetsbrev",
        "denne artikkelen",
        "denne saken",
        "saken oppdateres",
        "logg inn",
        "forsøkt å få en kommentar",
        "ikke blitt besvart",
        "ikke besvart",
        "lyktes å få",
        "ønsker ikke å kommentere",
    ],
    bidding: "les klikk følg tilsett bland kok stek hell server rør skjær la legg ta hakk visp gjør prøv test se",
    saying: "sier sa forteller fortalte skriver skrev opplyser opplyste forklarer forklarte mener mente hevder hevdet melder \
        meldte understreker",
    that: "at",
    unnamed: "ham henne han hun dem de",
    way: Way::SubjectFirst,
    ..Table::NONE
};

pub(super) const DANISH: Table = Table {
    tag: "da",
    pointers: "han hun det hans hendes dets deres der dertil da så siden senere derefter derfor dermed desuden også her samme \
        begge andre øvrige ellers derimot imidlertid alligevel altså sådan sådanne sådant ham hende dem videre dog",
    adverbs: "tidligere bagefter",
    later: "senere",
    loose: "på den måde, for eksempel, på trods af det, en af dem, ingen af dem, blandt andet, i stedet, det vil sige, samme \
        dag, dagen efter, i mellemtiden, på det tidspunkt, dengang",
    expletives: "det er uklart, det er muligt, der er, der var, der findes, der blev, der bliver",
    demonstratives: "denne dette disse",
    times: "uge ugen måned måneden år året weekend sommer vinter efterår forår sæson sæsonen morgen aften mandag tirsdag \
        onsdag torsdag fredag lørdag søndag gang",
    subjects: "han hun de",
    possessives: "hans hendes deres dets",
    personal: "jeg mig min mit mine vi os vores vor",
    addressed: "du dig din dit dine jer jeres",
    before_verbs: "de den",
    verbs: FOLLOWING,
    joints: "desuden, derimod, imidlertid, men, og",
    bare: "men, og",
    page: &[
        "klik her",
        "læs mere",
        "læs også",
        "abonner",
        "foto:",
        "følg os",
        "nyhedsbrev",
        "denne artikel",
        "log ind",
        "artiklen opdateres",
    ],
    bidding: "læs klik følg tilsæt bland kog steg hæld server rør skær lad læg tag hak pisk gør prøv se",
    saying: "siger sagde fortæller fortalte skriver skrev oplyser oplyste forklarer forklarede mener mente hævder hævdede \
        meddeler meddelte understreger",
    that: "at",
    unnamed: "ham hende han hun dem de",
    way: Way::SubjectFirst,
    ..Table::NONE
};

pub(super) const DUTCH: Table = Table {
    tag: "nl",
    pointers: "hij zij ze hem haar hun hen zijn daar daarom daarmee daarbij daarvoor daarna daarnaast daardoor hierdoor hierbij \
        hiermee hier dan toen zo ook echter dus bovendien beide beiden zo'n zulke laatstgenoemde vervolgens \
        eveneens desondanks intussen ondertussen anderen",
    adverbs: "eerder later",
    later: "later",
    loose: "dezelfde dag, een van hen, geen van hen, de eerste, de laatste, bij voorbeeld, om die reden, in plaats daarvan, \
        met andere woorden, dat wil zeggen, op dat moment, in die tijd, onder meer, ten slotte",
    expletives: "het is onduidelijk, het is mogelijk, het is verboden, er is, er zijn, er was, er waren, er komt, er komen",
    demonstratives: "deze dit die dat",
    times: "week maand jaar weekend zomer winter herfst lente voorjaar najaar seizoen ochtend middag avond maandag dinsdag \
        woensdag donderdag vrijdag zaterdag zondag eeuw keer",
    subjects: "hij zij ze",
    possessives: "haar hun",
    personal: "ik mij mijn me we wij ons onze",
    addressed: "je jij jou jouw jullie u uw",
    before_verbs: "het",
    verbs: "is was wordt werd heeft had kan kon moet moest zal zou gaat ging blijft bleef komt kwam betekent gebeurde",
    joints: "bovendien, echter, maar, en, daarnaast, daarom, desondanks, kortom, intussen, ondertussen",
    bare: "maar, en",
    page: &[
        "klik hier",
        "lees ook",
        "lees meer",
        "abonneer",
        "foto:",
        "volg ons",
        "nieuwsbrief",
        "dit artikel",
        "meld je aan",
        "log in",
    ],
    bidding: "lees klik volg voeg meng kook bak giet serveer roer snijd laat leg neem doe bekijk ontdek verwarm",
    saying: "zei zeiden zegt zeggen verklaarde verklaart meldde meldt melden vertelde vertelt schreef schrijft schrijven stelt stelde \
        benadrukte benadrukt",
    that: "dat",
    unnamed: "hem haar hij zij hen",
    ..Table::NONE
};
