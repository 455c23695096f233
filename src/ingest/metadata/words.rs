//! The words by which dates and bylines are known, in the languages the press of Europe, the Americas and its neighbours
//! is written in; all in lower case. Tables only: what they are good for is said where they are used.

/// Names of the twelve months, in the cases and abbreviations dates are written in. Croatian `listopad` (October) is
/// left out, because it is November to more readers.
#[rustfmt::skip]
pub const MONTHS: [&[&str]; 12] = [
    &[
    "january", "jan", "januar", "jänner", "januari", "janvier", "janv",
    "enero", "ene", "janeiro", "gennaio", "gen", "stycznia", "styczeń", "sty", "ledna", "leden", "januára",
    "január", "tammikuuta", "tammikuu", "jaanuar", "janúar", "sausio", "sausis", "janvāris", "janvārī", "ocak",
    "oca", "января", "январь", "янв", "січня", "січень", "januára", "ianuarie", "ian", "ιανουαρίου", "ιανουάριος",
    "ιαν", "يناير", "ינואר", "януари", "siječnja", "јануар",
    ],
    &[
    "february", "feb", "febr", "februar", "feber",
    "februari", "février", "févr", "fév", "febrero", "fevereiro", "fev", "febbraio", "febb", "lutego", "luty",
    "lut", "února", "únor", "februára", "február", "helmikuuta", "helmikuu", "veebruar", "febrúar", "vasario",
    "vasaris", "februāris", "februārī", "şubat", "şub", "февраля", "февраль", "фев", "лютого", "лютий", "februarie",
    "φεβρουαρίου", "φεβρουάριος", "φεβ", "فبراير", "פברואר", "февруари", "veljače", "фебруар",
    ],
    &[
    "march", "mar",
    "märz", "mrz", "maart", "mrt", "mars", "marzo", "março", "marca", "marzec", "března", "březen", "maaliskuuta",
    "maaliskuu", "märts", "kovo", "kovas", "marts", "martā", "mart", "марта", "март", "мар", "березня", "березень",
    "március", "márc", "martie", "μαρτίου", "μάρτιος", "μαρ", "مارس", "מרץ", "ožujka", "maret",
    ],
    &[
    "april",
    "apr", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "kwiecień", "kwi", "dubna", "duben", "apríla",
    "apríl", "huhtikuuta", "huhtikuu", "aprill", "balandžio", "balandis", "aprīlis", "aprīlī", "nisan", "nis",
    "апреля", "апрель", "апр", "квітня", "квітень", "április", "ápr", "aprilie", "απριλίου", "απρίλιος", "απρ",
    "أبريل", "ابريل", "אפריל", "април", "travnja",
    ],
    &[
    "may", "mai", "mei", "mayo", "maio", "maggio", "mag",
    "maja", "maj", "května", "květen", "mája", "máj", "toukokuuta", "toukokuu", "maí", "gegužės", "gegužė", "maijs",
    "maijā", "mayıs", "мая", "май", "травня", "травень", "május", "máj", "μαΐου", "μάιος", "μαϊ", "مايو", "מאי",
    "svibnja", "мај",
    ],
    &[
    "june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu", "czerwca", "czerwiec",
    "cze", "června", "červen", "júna", "jún", "kesäkuuta", "kesäkuu", "juuni", "júní", "birželio", "birželis",
    "jūnijs", "jūnijā", "haziran", "haz", "июня", "июнь", "июн", "червня", "червень", "június", "iunie", "ιουνίου",
    "ιούνιος", "ιουν", "يونيو", "يونيه", "יוני", "юни", "lipnja", "јун",
    ],
    &[
    "july", "jul", "juli", "juillet",
    "juil", "julio", "julho", "luglio", "lug", "lipca", "lipiec", "lip", "července", "červenec", "júla", "júl",
    "heinäkuuta", "heinäkuu", "juuli", "júlí", "liepos", "liepa", "jūlijs", "jūlijā", "temmuz", "tem", "июля",
    "июль", "июл", "липня", "липень", "július", "iulie", "ιουλίου", "ιούλιος", "ιουλ", "يوليو", "يوليه", "יולי",
    "юли", "srpnja", "јул",
    ],
    &[
    "august", "aug", "augustus", "augusti", "août", "agosto", "ago", "sierpnia",
    "sierpień", "sie", "srpna", "srpen", "augusta", "elokuuta", "elokuu", "ágúst", "rugpjūčio", "rugpjūtis",
    "augusts", "augustā", "ağustos", "ağu", "августа", "август", "авг", "серпня", "серпень", "augusztus",
    "αυγούστου", "αύγουστος", "αυγ", "أغسطس", "اغسطس", "אוגוסט", "kolovoza", "avgust", "agustus",
    ],
    &[
    "september",
    "sep", "sept", "septembre", "septiembre", "setiembre", "setembro", "set", "settembre", "sett", "września",
    "wrzesień", "wrz", "září", "septembra", "syyskuuta", "syyskuu", "rugsėjo", "rugsėjis", "septembris",
    "septembrī", "eylül", "eyl", "сентября", "сентябрь", "сен", "сент", "вересня", "вересень", "szeptember",
    "szept", "septembrie", "σεπτεμβρίου", "σεπτέμβριος", "σεπ", "سبتمبر", "ספטמבר", "септември", "rujna",
    "септембар",
    ],
    &[
    "october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre", "ott",
    "października", "październik", "paź", "října", "říjen", "októbra", "október", "lokakuuta", "lokakuu",
    "oktoober", "spalio", "spalis", "oktobris", "oktobrī", "ekim", "eki", "октября", "октябрь", "окт", "жовтня",
    "жовтень", "octombrie", "οκτωβρίου", "οκτώβριος", "οκτ", "أكتوبر", "اكتوبر", "אוקטובר", "октомври", "октобар",
    ], &[ "november", "nov", "novembre", "noviembre", "novembro", "listopada", "listopad", "lis", "listopadu",
    "novembra", "marraskuuta", "marraskuu", "nóvember", "lapkričio", "lapkritis", "novembris", "novembrī", "kasım",
    "kas", "ноября", "ноябрь", "ноя", "нояб", "листопада", "листопад", "noiembrie", "νοεμβρίου", "νοέμβριος", "νοε",
    "نوفمبر", "נובמבר", "ноември", "studenoga", "studenog", "новембар",
    ],
    &[
    "december", "dec", "dezember", "dez",
    "desember", "des", "décembre", "déc", "diciembre", "dic", "dezembro", "dicembre", "grudnia", "grudzień", "gru",
    "prosince", "prosinec", "decembra", "joulukuuta", "joulukuu", "detsember", "gruodžio", "gruodis", "decembris",
    "decembrī", "aralık", "ara", "декабря", "декабрь", "дек", "грудня", "грудень", "decembrie", "δεκεμβρίου",
    "δεκέμβριος", "δεκ", "ديسمبر", "דצמבר", "декември", "prosinca", "децембар",
    ],
];

/// What may stand between the parts of a written date: `11 de junio de 2014`, `11th of June`, `Juni im Jahre`.
#[rustfmt::skip]
pub const DATE_GLUE: &[&str] = &[
    "st", "nd", "rd", "th", "of", "er", "e", "º", "de", "del", "do", "di", "den",
    "the", "d", "m", "г", "года", "r", "m",
];

/// Words that say a date beside them is the day of publication.
#[rustfmt::skip]
pub const PUBLISHED: &[&str] = &[
    "published", "posted", "first published", "issued", "released",
    "veröffentlicht", "erschienen", "erstellt", "publié", "publiée", "publie", "paru", "publicado", "publicada",
    "publicación", "pubblicato", "pubblicata", "opublikowano", "opublikowany", "data publikacji", "utworzono",
    "dodano", "publicerad", "publicerat", "publisert", "udgivet", "offentliggjort", "gepubliceerd", "geplaatst",
    "опубликовано", "опубликован", "опубліковано", "yayınlanma", "yayın tarihi", "julkaistu", "birt", "paskelbta",
    "publikováno", "vydáno", "zveřejněno", "megjelent", "publicat", "δημοσιεύθηκε", "نشر", "تاريخ النشر", "पब्लिश",
    "prima pubblicazione", "objavljeno", "avaldatud",
];

/// Words that say a date beside them is the day of a later change.
#[rustfmt::skip]
pub const UPDATED: &[&str] = &[
    "updated", "update", "last updated", "modified", "revised", "edited",
    "aktualisiert", "zuletzt geändert", "stand", "mis à jour", "mise à jour", "modifié", "actualizado",
    "actualizada", "actualización", "atualizado", "atualizada", "aggiornato", "aggiornamento",
    "ultimo aggiornamento", "aktualizacja", "zaktualizowano", "uppdaterad", "uppdaterat", "oppdatert", "opdateret",
    "bijgewerkt", "gewijzigd", "laatste update", "обновлено", "изменен", "оновлено", "güncelleme", "güncellendi",
    "son güncelleme", "päivitetty", "uppfært", "atnaujinta", "aktualizováno", "upraveno", "frissítve", "actualizat",
    "τελευταία ενημέρωση", "آخر تحديث", "ažurirano", "uuendatud",
];

/// What a byline begins with. Those of one letter or that are common words count only before a name.
#[rustfmt::skip]
pub const BYLINE_LEADS: &[&str] = &[
    "by", "written by", "words by", "text by", "story by", "report by",
    "reported by", "posted by", "published by", "author", "authors", "reporter", "reporters", "von", "vom",
    "ein artikel von", "ein kommentar von", "eine analyse von", "ein interview von", "ein beitrag von", "text von",
    "autor", "autorin", "autoren", "par", "publié par", "écrit par", "propos recueillis par", "por", "escrito por",
    "texto", "autora", "di", "a cura di", "scritto da", "da", "autore", "opracowanie", "opracował", "opracowała",
    "oprac", "tekst", "av", "af", "text", "skribent", "journalist", "door", "auteur", "автор", "текст", "авторы",
    "yazan", "yazar", "haber", "muhabir", "kirjoittaja", "teksti", "höfundur", "autorius", "parengė", "autoři",
    "napsal", "napsala", "írta", "szerző", "de", "κείμενο", "του", "της", "بقلم", "كتب", "كتبت", "מאת", "redakcja",
    "redaktor",
];

/// Words that join names: `Jane Doe and John Smith`.
#[rustfmt::skip]
pub const NAME_JOINERS: &[&str] = &[
    "and", "&", "und", "et", "y", "e", "en", "og", "och", "ja", "ve", "i", "и",
    "та", "ir", "a", "és", "och", "și", "και", "with", "mit",
];

/// Lower-case words that stand within names of people.
#[rustfmt::skip]
pub const NAME_PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "de", "del", "della", "dell", "di", "da",
    "do", "dos", "das", "du", "la", "le", "los", "las", "el", "al", "bin", "ibn", "bint", "abu", "ter", "ten", "zu",
    "zum", "zur", "vom", "af", "av", "y", "e", "i", "ben", "st", "san", "mac", "ap", "ua", "dela", "dalla", "degli",
    "dei", "lo", "op", "'t", "het",
];

/// Words of what a person is or where a text comes from: a run of capitalised words that holds one is no name.
#[rustfmt::skip]
pub const NOT_NAMES: &[&str] = &[
    // Callings.
    "editor", "editors", "editorial", "correspondent", "reporter", "reporters", "writer", "columnist", "staff",
    "team", "desk", "bureau", "chief", "contributor", "contributing", "associate", "fellow", "professor",
    "director", "analyst", "producer", "photographer", "manager", "senior", "special", "political", "redaktion",
    "redakteur", "redakteurin", "korrespondent", "korrespondentin", "journaliste", "rédaction", "redacción",
    "redazione", "redakcja", "redactie", "redaktionen", "toimitus", "redação", "editora", "редакция", "редакція",
    "corresponsal", "agencia", "agentur", "agency", "agenzia", "agence",
    "kolumne", "interview", "korrespondenten",
    // Houses and agencies.
    "news", "newspaper", "magazine", "times", "post", "press", "media", "daily", "online", "reuters", "afp", "ap",
    "dpa", "efe", "ansa", "pap", "tass", "upi", "pti", "ani", "ntb", "ritzau", "tt", "anp", "belga", "apa", "sda",
    "lusa", "bbc", "cnn", "university", "institute", "centre", "center", "council", "association", "foundation",
    "department", "ministry", "group", "company", "inc", "ltd", "gmbh", "zeitung", "verlag", "house", "programme",
    "program", "network", "radio", "tv", "television", "channel", "com", "www",
    // What stands on pages.
    "read", "more", "home", "video", "videos", "photo", "photos", "image", "images", "picture", "gallery", "sign",
    "log", "login", "contact", "about", "our", "your", "us", "share", "follow", "menu", "search", "subscribe",
    "breaking", "latest", "top", "most", "popular", "related", "links", "link", "page", "comments", "comment",
    "newsletter", "privacy", "policy", "terms", "cookie", "cookies", "settings", "copyright", "advertisement",
    "opinion", "sports", "sport", "business", "world", "politics", "economy", "culture", "health", "science",
    "technology", "tech", "weather", "travel", "lifestyle", "entertainment", "events", "jobs", "shop", "store",
    "services", "service", "help", "support", "app", "apps", "watch", "listen", "live", "podcast", "podcasts",
    "east", "west", "north", "south", "city", "county", "state", "states", "united", "kingdom", "republic", "new",
    "anhören", "remember", "me", "in", "tips", "meg", "partager", "text", "size", "email", "anzeige", "werbung", "mehr", "startseite", "kontakt", "impressum", "datenschutz", "abo", "suche", "thema",
    "themen", "politik", "wirtschaft", "kultur", "leben", "wissen", "foto", "fotos", "bild", "bilder", "quelle",
    "accueil", "actualités", "publicité", "inicio", "publicidad", "noticias", "notizie", "pubblicità", "reklama",
    "forside", "annonce", "annons", "nyheter", "nyheder", "hem", "новости", "реклама", "главная", "haberler", "it",
    "is", "are", "was", "this", "that", "what", "how", "why", "when", "who", "not", "for", "from", "to", "on", "at",
    "with", "you", "we", "i", "all", "no", "yes", "der", "die", "das", "und", "oder", "nicht", "ist", "les", "des",
    "est", "los", "las", "con", "per", "och", "som", "til", "med", "january", "february", "march", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
];
