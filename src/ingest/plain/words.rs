//! The words by which the cleaner knows what is not the article, in the languages of the press; all in lower case.
//! Tables only, one place for all of them: what they mean is decided where they are used.

/// Second halves of English compounds: a hyphen before one of these at a line's end belongs to the word.
#[rustfmt::skip]
pub const ENGLISH_TAILS: &[&str] = &[
    "based", "backed", "led", "trained", "born", "style", "wide", "old",
    "year", "month", "week", "day", "hour", "term", "time", "level", "made", "run", "owned", "controlled",
    "dominated", "driven", "related", "friendly", "like", "free", "range", "scale", "speed", "risk", "profile",
    "ranking", "quality", "tech", "end", "up", "off", "out", "in", "on", "down", "fire", "sponsored", "funded",
    "occupied", "held", "speaking", "language", "known", "called", "century", "minded", "looking", "growing",
    "standing", "running", "ranging", "reaching", "lasting", "sized", "size", "class", "century", "and-a-half",
    "winning", "selling", "thirds", "quarters", "fold", "stop", "aged", "month-old", "year-old", "elect", "general",
    "minister",
];

/// First halves that keep their hyphen in English.
#[rustfmt::skip]
pub const ENGLISH_HEADS: &[&str] = &[
    "self", "well", "half", "vice", "quasi", "long", "short", "high", "low",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// Endings that make one word of such a half: `high-er`, `low-ered`, `self-ish`.
pub const ENGLISH_ENDS: &[&str] = &["er", "est", "ly", "ness", "en", "ed", "ing", "ty", "th", "ish", "ward"];

/// First halves that keep it where the document writes them so elsewhere.
#[rustfmt::skip]
pub const SHY_HEADS: &[&str] = &[
    "ex", "all", "so", "full", "part", "best", "ill", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "one", "first", "second", "third", "non", "anti", "pro", "post",
    "pre", "multi", "semi", "mid", "cross", "counter", "inter", "intra", "ultra", "under", "over", "co", "re",
    "sub", "super", "trans", "euro", "neo", "pan", "socio", "geo", "bio", "eco", "mini", "micro",
];

/// Small words that hang on a word by a hyphen in French and Portuguese: `est-il`, `tornou-se`.
#[rustfmt::skip]
pub const ROMANCE_TAILS: &[&str] = &[
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce",
    "ci", "là", "même", "mêmes", "moi", "toi", "t-il", "t-elle", "t-on", "être", "se", "lhe", "lhes", "lo", "los",
    "las",
];

/// The same in Russian: `кто-то`, `какой-нибудь`.
pub const RUSSIAN_TAILS: &[&str] = &["то", "нибудь", "либо", "таки", "ка"];

/// Words after which a hanging hyphen stays, with its space: `Ein- und Ausgang`.
#[rustfmt::skip]
pub const LINKING_WORDS: &[&str] = &[
    "und", "oder", "bis", "sowie", "and", "or", "to", "en", "of", "og", "och",
    "eller", "et", "ou", "y", "e", "ja", "tai",
];

/// What a line is that begins with one of these and is no sentence of the article: a pointer to another one.
#[rustfmt::skip]
pub const POINTERS: &[&str] = &[
    "read more", "read also", "also read", "read next", "read the full",
    "see also", "more on", "more from", "related", "in focus", "watch", "listen", "don't miss", "up next",
    "recommended", "click here", "sign up", "subscribe", "download", "follow us", "keep reading",
    "continue reading", "to comment on", "to find out more", "for more", "explore more", "view more",
    "you may also", "lesen sie auch", "lesen sie mehr", "lesen sie hier", "mehr zum thema", "mehr zu", "mehr dazu",
    "auch interessant", "lesetipp", "zum thema", "das könnte sie", "passend dazu", "hier geht es", "hier lesen sie",
    "weiterlesen", "jetzt lesen", "jetzt kostenlos", "à lire", "lire aussi", "a lire", "voir aussi",
    "lire la suite", "sur le même", "à voir", "à écouter", "pour aller plus loin", "en savoir plus", "lee también",
    "leer más", "te puede interesar", "más información", "noticia relacionada", "noticias relacionadas",
    "ver también", "lea también", "mira también", "leia também", "leia mais", "veja também", "saiba mais",
    "leggi anche", "leggi tutto", "per approfondire", "guarda anche", "czytaj też", "czytaj także", "czytaj więcej",
    "czytaj również", "zobacz też", "zobacz także", "zobacz również", "polecamy", "läs också", "läs mer",
    "les også", "les mer", "læs også", "læs mere", "lees ook", "lees meer", "bekijk ook", "lue myös", "lue lisää",
    "katso myös", "čtěte také", "čtěte i", "přečtěte si", "více k tématu", "читайте также", "читайте ещё",
    "читать далее", "смотрите также", "материалы по теме", "по теме", "читайте також", "ilgili haber",
    "ayrıca bakınız", "haberin devamı", "olvasta már", "kapcsolódó", "citește și", "διαβάστε επίσης", "اقرأ أيضا",
    "اقرأ أيضًا", "قراءة المزيد", "skaitykite taip pat", "lesa meira", "lestu einnig", "関連記事", "続きを読む", "相关阅读",
    "관련기사",
];

/// Words of which one alone makes a short line a piece of the page: buttons, labels, advertisements, players.
#[rustfmt::skip]
pub const LABELS: &[&str] = &[
    "advertisement", "advertising", "advertise", "ad", "share", "share this",
    "share this article", "print", "email", "e-mail", "facebook", "twitter", "x", "whatsapp", "linkedin",
    "telegram", "pinterest", "reddit", "copy link", "save", "comment", "comments", "follow", "follow us",
    "subscribe", "sign in", "log in", "login", "register", "menu", "search", "home", "close", "skip to content",
    "skip to main content", "loading", "please wait", "no media source currently available", "accessibility links",
    "breaking news", "top stories", "most read", "most popular", "trending", "latest", "latest news", "live",
    "video", "gallery", "photos", "sponsored", "promoted", "continue", "next", "previous", "back", "more", "tags",
    "topics", "contact", "about us", "newsletter", "cookies", "settings", "accept", "reject", "ok", "anzeige",
    "werbung", "teilen", "drucken", "merken", "kommentare", "kommentieren", "feedback", "anhören",
    "artikel anhören", "zur startseite", "startseite", "menü", "suche", "abo", "anmelden", "abonnieren",
    "schließen", "mehr", "themen", "detailansicht öffnen", "vorlesen", "speichern", "link kopieren",
    "zum hauptinhalt", "bildergalerie", "empfohlener externer inhalt", "publicité", "partager", "imprimer",
    "commenter", "enregistrer", "s'abonner", "écouter", "accueil", "fermer", "newsletters", "rechercher",
    "publicidad", "compartir", "copiar enlace", "imprimir", "comentarios", "guardar", "inicio", "cerrar",
    "suscríbete", "iniciar sesión", "publicidade", "compartilhar", "comentar", "pubblicità", "condividi", "stampa",
    "commenta", "salva", "chiudi", "abbonati", "accedi", "reklama", "udostępnij", "drukuj", "zamknij", "skomentuj",
    "komentarze", "annons", "annonse", "annonce", "dela", "del", "lukk", "luk", "stäng", "kommentera",
    "advertentie", "deel", "delen", "opslaan", "sluiten", "mainos", "jaa", "kommentit", "sdílet", "diskuse",
    "reklam", "paylaş", "yorumlar", "abone ol", "реклама", "поделиться", "комментарии", "подписаться", "поділитися",
    "коментарі", "hirdetés", "megosztás", "reklamă", "διαφήμιση", "إعلان", "شارك", "مشاركة", "dalintis", "deila",
    "広告", "シェア", "分享", "광고",
];

/// Beginnings of lines behind which the article is over: comments, lists of other articles, the foot of the page.
#[rustfmt::skip]
pub const ENDINGS: &[&str] = &[
    "comments", "comment on this", "post a comment", "leave a comment",
    "leave a reply", "join the conversation", "have something to say", "show comments", "view comments",
    "related articles", "related stories", "related topics", "related news", "related posts", "related content",
    "more from", "more stories", "more news", "most read", "most popular", "most viewed", "trending now",
    "top stories", "latest news", "recommended for you", "recommended stories", "you may also like",
    "you might also like", "read next", "read more stories", "editor's picks", "sign up for", "subscribe to",
    "get the latest", "about the author", "follow us", "all rights reserved", "filed under", "popular stories",
    "around the web", "from our partners", "kommentare", "leserkommentare", "mehr zum thema",
    "lesen sie mehr zum thema", "das könnte sie auch", "auch interessant", "meistgelesen", "meistgelesene",
    "weitere artikel", "weitere themen", "weitere nachrichten", "aktuelle nachrichten", "zur startseite",
    "schlagworte", "mehr aus", "neueste artikel", "newsletter", "kommentar schreiben", "ihr kommentar",
    "diskutieren sie", "leserdiskussion", "empfehlungen der redaktion", "commentaires", "à lire aussi",
    "sur le même sujet", "les plus lus", "articles les plus lus", "vos réactions", "dans la même rubrique",
    "à la une", "réagir", "lire aussi", "comentarios", "ver comentarios", "más noticias", "lo más leído",
    "lo más visto", "últimas noticias", "te puede interesar", "más en", "archivado en", "más temas",
    "temas relacionados", "comentários", "mais lidas", "veja também", "leia também", "últimas notícias", "commenti",
    "i più letti", "potrebbe interessarti", "ultime notizie", "articoli correlati", "komentarze",
    "najpopularniejsze", "najczęściej czytane", "zobacz także", "czytaj także", "polecane", "najnowsze",
    "więcej na ten temat", "powiązane", "źródło:", "kommentarer", "mest läst", "mest läste", "senaste nytt",
    "läs mer om", "les flere", "flere saker", "siste nytt", "mest lest", "mest læste", "seneste nyt", "mere om",
    "reacties", "meest gelezen", "lees ook", "meer over", "gerelateerd", "kommentit", "luetuimmat", "uusimmat",
    "diskuse", "nejčtenější", "související", "témata", "комментарии", "читайте также", "самое читаемое",
    "популярное", "последние новости", "материалы по теме", "новости партнеров", "другие новости", "коментарі",
    "читайте також", "останні новини", "популярні", "yorumlar", "ilgili haberler", "en çok okunanlar",
    "son haberler", "diğer haberler", "hozzászólások", "legolvasottabb", "comentarii", "cele mai citite", "σχόλια",
    "δημοφιλή", "التعليقات", "مواضيع ذات صلة", "الأكثر قراءة", "komentarai", "skaitomiausi", "mest lesið", "関連記事",
    "コメント", "相关新闻", "相关阅读", "评论", "관련기사", "댓글",
];

/// Words of notices: law, data, subscriptions, accounts. A paragraph that holds two of them, or a short one that holds
/// one, is the publisher's and not the article's.
#[rustfmt::skip]
pub const NOTICES: &[&str] = &[
    "all rights reserved", "copyright", "©", "cookie", "cookies", "privacy policy",
    "terms of use", "terms of service", "terms and conditions", "unsubscribe", "your email", "e-mail address",
    "email address", "newsletter", "sign up", "subscribe", "subscriber", "subscribers", "subscription",
    "free trial", "log in", "logged in", "sign in", "register", "registered", "republish", "our articles",
    "send us", "email us", "contact us", "please mention", "click here", "push notifications", "notifications",
    "our app", "download the", "follow us", "share this", "advertis", "ad blocker", "javascript", "your browser",
    "reproduction", "syndication", "support our", "donate", "undesirable organization", "alle rechte vorbehalten",
    "datenschutz", "datenschutzerklärung", "impressum", "nutzungsbedingungen", "agb", "abonnement", "abonnieren",
    "abonnent", "abonnenten", "kostenlos testen", "jederzeit kündbar", "anmelden", "einloggen", "registrieren",
    "einwilligung", "personenbezogene daten", "externe inhalte", "externen inhalt", "redaktioneller inhalt", "mit einem klick anzeigen", "wieder ausblenden",
    "mit einer spende", "artikel gefallen", "deine spende", "ihre spende", "bereits ein konto", "already a subscriber",
    "already have an account", "support us", "enjoyed this article", "déjà un compte", "déjà abonné", "soutenez-nous",
    "contenu externe", "ya eres suscriptor", "contenido externo", "já é assinante", "sei già abbonato",
    "contenuto esterno", "masz już konto", "allerede abonnent", "redan prenumerant", "externe inhoud", "externer inhalt", "drittplattformen", "widerruf",
    "unserem whatsapp", "whatsapp-kanal", "unsere app", "app herunter", "rechte am artikel", "kreditkarte",
    "e-mail-adresse", "tous droits réservés", "politique de confidentialité", "mentions légales", "abonnez-vous",
    "abonné", "abonnés", "abonnement", "s'inscrire", "inscrivez-vous", "données personnelles", "se connecter",
    "reproduction interdite", "todos los derechos reservados", "política de privacidad", "aviso legal",
    "suscríbete", "suscripción", "suscriptores", "suscriptor", "registrados", "iniciar sesión", "boletín",
    "términos y condiciones", "todos os direitos reservados", "política de privacidade", "assine", "assinante",
    "cadastre-se", "tutti i diritti riservati", "informativa", "abbonati", "abbonamento", "iscriviti",
    "riproduzione riservata", "wszelkie prawa zastrzeżone", "polityka prywatności", "regulamin", "prenumerata",
    "subskrypcja", "zaloguj", "zapisz się", "materiał chroniony", "ciasteczka", "prenumerera", "prenumerant",
    "logga in", "personuppgifter", "integritetspolicy", "abonner", "abonnent", "logg inn", "personvern", "log ind",
    "privatlivspolitik", "ophavsret", "privacybeleid", "abonnee", "inloggen", "aanmelden",
    "alle rechten voorbehouden", "tietosuoja", "kirjaudu", "tilaa", "všechna práva vyhrazena", "přihlásit",
    "předplatné", "все права защищены", "политика конфиденциальности", "подписывайтесь", "подпишитесь", "подписка",
    "копирование материалов", "використання матеріалів", "підписуйтесь", "всі права", "tüm hakları saklıdır",
    "gizlilik", "çerez", "abone ol", "üye ol", "minden jog fenntartva", "adatvédelmi", "toate drepturile rezervate",
    "όλα τα δικαιώματα", "جميع الحقوق محفوظة", "سياسة الخصوصية", "visos teisės", "slapuk", "áskrift", "無断転載",
    "版权所有", "무단전재",
];

/// What says that a caption follows.
#[rustfmt::skip]
pub const CAPTION_LEADS: &[&str] = &[
    "caption:", "image caption", "legende:", "bildlegende:", "bildunterschrift:", "bildtext:", "légende :", "légende:",
    "leyenda:", "pie de foto:", "legenda:", "didascalia:", "billedtekst:", "podpis zdjęcia:", "onderschrift:",
];

/// Words beside which the maker of a picture is named.
#[rustfmt::skip]
pub const CREDIT_LEADS: &[&str] = &[
    "photo", "photos", "photograph", "photographer", "photo by", "photography",
    "picture", "pictures", "image", "images", "image credit", "picture credit", "photo credit", "credit", "credits",
    "video", "illustration", "graphic", "file photo", "courtesy", "foto", "fotos", "bild", "bilder", "bildquelle",
    "quelle", "grafik", "illustration", "archivfoto", "symbolbild", "symbolfoto", "foto von", "crédit", "crédits",
    "crédit photo", "crédito", "créditos", "imagen", "imagem", "fotografia", "fotografía", "reprodução",
    "divulgação", "immagine", "fot", "fot.", "zdjęcie", "źródło", "foto af", "foto av", "kuva", "kuvaaja", "bilde",
    "billede", "beeld", "zdroj", "fotograf", "фото", "источник фото", "источник", "джерело", "fotoğraf", "kép",
    "fotó", "sursa foto", "φωτογραφία", "الصورة", "صورة", "nuotrauka", "nuotr", "mynd", "ljósmynd", "写真", "图片",
    "사진",
];

/// Houses that sell pictures; with a slash before one, or in brackets at a line's end, they name a picture's maker.
#[rustfmt::skip]
pub const PICTURE_HOUSES: &[&str] = &[
    "getty", "getty images", "shutterstock", "imago", "alamy", "unsplash",
    "istock", "pixabay", "pexels", "depositphotos", "afp", "ap", "reuters", "epa", "epa-efe", "dpa",
    "picture alliance", "picture-alliance", "pa", "pa wire", "pa media", "zuma", "zuma press", "adobe stock",
    "ritzau scanpix", "scanpix", "ntb", "tt", "lehtikuva", "anp", "belga", "keystone", "apa", "ansa", "efe",
    "europa press", "lusa", "pap", "east news", "čtk", "profimedia", "tass", "ria", "mti", "rex", "wire",
    "wireimage", "nurphoto", "sipa", "hans lucas", "bloomberg", "wikimedia", "wikimedia commons", "x", "instagram",
    "facebook", "handout", "screenshot", "archiv", "archive", "file",
];

/// What a note of the editors begins with.
#[rustfmt::skip]
pub const NOTE_LEADS: &[&str] = &[
    "editor's note", "editors' note", "editor’s note", "editors’ note",
    "author's note", "author’s note", "correction:", "clarification:", "note:", "disclaimer:",
    "anmerkung der redaktion", "anm. d. red", "hinweis der redaktion", "transparenzhinweis", "korrekturhinweis",
    "note de la rédaction", "nota del editor", "nota de la redacción", "nota da redação", "nota della redazione",
    "od redakcji", "red. anm", "noot van de redactie", "от редакции", "від редакції",
];

/// Words between a name and a calling in the lines that say who the author is.
#[rustfmt::skip]
pub const IS_A: &[&str] = &[
    "is a", "is an", "is the", "is currently", "is chief", "is editor", "is senior",
    "was a", "are", "has been a", "has covered", "has written", "works as", "writes", "covers", "reports on",
    "teaches", "ist", "arbeitet", "schreibt", "est", "es", "è", "é", "jest", "är", "er", "on", "is", "является",
];

/// Callings that such lines name.
#[rustfmt::skip]
pub const CALLINGS: &[&str] = &[
    "analyst", "fellow", "journalist", "reporter", "correspondent", "editor",
    "author", "columnist", "professor", "lecturer", "writer", "researcher", "director", "contributor", "producer",
    "economist", "historian", "journalistin", "redakteur", "redakteurin", "autor", "autorin", "korrespondent",
    "korrespondentin", "journaliste", "rédacteur", "rédactrice", "periodista", "redactor", "redactora",
    "jornalista", "repórter", "giornalista", "dziennikarz", "dziennikarka", "redaktor", "redaktorka", "skribent",
    "toimittaja", "verslaggever", "redacteur", "журналист", "корреспондент", "обозреватель", "muhabir", "gazeteci",
];

/// Words by which a text says that it stood elsewhere before.
#[rustfmt::skip]
pub const FIRST_STOOD: &[&str] = &[
    "originally published", "first published", "first appeared",
    "originally appeared", "previously published", "was published on", "erschien zuerst", "zuerst erschienen", "ist zuerst", "zuerst bei", "zuerst in",
    "zuerst veröffentlicht", "publié initialement", "initialement publié", "publicado originalmente",
    "publicado originariamente", "pubblicato originariamente", "pubblicato per la prima volta",
    "oorspronkelijk gepubliceerd", "pierwotnie opublikowany",
];

/// What a text calls itself.
#[rustfmt::skip]
pub const SELF: &[&str] = &[
    "this article", "this post", "this blog post", "this piece", "this essay", "this commentary", "this story", "this text", "this report",
    "this interview", "an earlier version", "a version of", "dieser artikel", "dieser beitrag", "dieser text", "dieses interview",
    "cet article", "ce texte", "este artículo", "este texto", "este artigo", "questo articolo", "ten artykuł", "ten tekst", "dit artikel",
    "den här artikeln", "denne artikkelen", "denne artikel", "эта статья", "этот текст",
];

/// Words that begin a line of copyright.
#[rustfmt::skip]
pub const COPYRIGHT: &[&str] = &[
    "copyright", "©", "(c)", "all rights reserved", "alle rechte vorbehalten",
    "tous droits réservés" ];

/// Words that begin a sentence of a notice and are no name.
#[rustfmt::skip]
pub const NOT_SUBJECTS: &[&str] = &[
    "you", "your", "we", "our", "the", "this", "these", "all", "if", "to",
    "please", "for", "by", "no", "any", "it", "sign", "subscribe", "read", "click", "copyright", "support", "get",
    "download", "follow", "log", "register", "advertisement", "in", "on", "at", "with", "a", "an", "as", "when",
    "how", "what", "why", "who", "and", "or",
];

/// What says that what stands before it is the notice's subject.
pub const SUBJECT_VERBS: &[&str] = &["has", "is", "was", "does", "reserves", "may", "uses", "will", "and", "are"];

/// Labels above a title that say what kind of writing it is.
#[rustfmt::skip]
pub const KINDS: &[(&str, &[&str])] = &[
    ( "opinion", &[ "opinion", "comment", "commentary", "editorial",
    "op-ed", "column", "viewpoint", "leader", "kommentar", "meinung", "leitartikel", "kolumne", "gastbeitrag",
    "glosse", "tribune", "chronique", "éditorial", "opinión", "columna", "opinião", "coluna", "opinione",
    "editoriale", "commento", "opinia", "komentarz", "felieton", "ledare", "krönika", "leder", "kronikk", "opinie",
    "мнение", "колонка", "köşe yazısı", ], ), ( "analysis", &[ "analysis", "analyse", "expert comment", "explainer",
    "hintergrund", "decryptage", "décryptage", "análisis", "análise", "analisi", "analiza", "analys", "аналитика",
    ], ), ( "interview", &[ "interview", "q&a", "entretien", "entrevista", "intervista", "wywiad", "intervju",
    "интервью", "haastattelu", "röportaj", ], ), ( "feature", &[ "feature", "reportage", "longread", "long read",
    "reportaje", "reportagem", "reportaż" ]),
];

/// Names of a paper's sections, which may stand alone above a title or a text.
#[rustfmt::skip]
pub const SECTIONS: &[&str] = &[
    "news", "world", "world news", "uk", "us", "us news", "uk news", "europe", "africa", "asia", "americas", "middle east",
    "politics", "business", "economy", "finance", "money", "markets", "science", "technology", "tech", "health",
    "environment", "climate", "education", "culture", "arts", "books", "film", "music", "lifestyle", "life", "travel",
    "food", "style", "sport", "sports", "football", "local", "local news", "national", "international", "society",
    "entertainment", "weather", "crime", "law", "nachrichten", "politik", "wirtschaft", "kultur", "wissen",
    "wissenschaft", "gesellschaft", "panorama", "ausland", "inland", "deutschland", "welt", "europa", "regional",
    "lokales", "stadt", "leben", "reise", "gesundheit", "digital", "technik", "feuilleton", "politique", "économie",
    "société", "monde", "france", "sciences", "santé", "sports", "política", "economía", "sociedad", "cultura",
    "deportes", "internacional", "mundo", "españa", "ciencia", "salud", "economia", "sociedade", "brasil", "esportes",
    "politica", "esteri", "cronaca", "cultura", "sport", "salute", "polityka", "gospodarka", "świat", "kraj", "kultura",
    "nauka", "inrikes", "utrikes", "ekonomi", "nöje", "nyheter", "binnenland", "buitenland", "politiek", "economie",
    "cultuur", "wetenschap", "политика", "экономика", "общество", "культура", "наука", "спорт", "мир",
];

/// What the lines above a letter begin with.
#[rustfmt::skip]
pub const LETTER_HEADS: &[&str] = &[
    "from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to", "message-id", "von", "an", "datum", "gesendet",
    "betreff", "de", "à", "objet", "envoyé", "para", "asunto", "enviado",
];
