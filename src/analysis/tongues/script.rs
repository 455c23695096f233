//! Whether a sentence in Cyrillic letters has anything that can be its verb, by endings. Refuses to find the verb: a word that
//! could be one is enough, and so is the dash that stands for 'is'.

/// Endings that verbs and short forms of adjectives have.
const ENDS: &[&str] = &[
    "ет", "ёт", "ит", "ут", "ют", "ат", "ят", "ал", "ял", "ил", "ел", "ул", "ыл", "ол", "ла", "ло", "ли", "тся",
    "ться", "лся", "лась", "лось", "лись", "ёл", "шел", "ен", "ён", "ена", "ено", "ены", "ан", "ана", "ано", "аны",
    "ят", "ает", "еет", "ть", "ти", "чь", "ає", "яє", "ує", "ив", "ав", "ив", "ів", "іть", "ють", "уть", "ать", "ять",
    "ься", "вся", "ім", "ем", "им", "мо", "жна", "зя",
];

/// Endings of nouns that look like those.
const NOUNS: &[&str] =
    &["ость", "есть", "сть", "лет", "тив", "рив", "нет", "ист", "ект", "мент", "итет", "лист", "ккал", "тат"];

/// Words that can be all the verb there is.
const PLAIN: &[&str] = &[
    "есть",
    "нет",
    "можно",
    "нельзя",
    "нужно",
    "надо",
    "должен",
    "должна",
    "должны",
    "должно",
    "готов",
    "готова",
    "готовы",
    "рад",
    "рада",
    "известно",
    "може",
    "є",
    "нема",
    "треба",
    "потрібно",
    "слід",
];

/// Endings of Russian verbs that assert something.
const FINITE: &[&str] = &[
    "ет", "ёт", "ит", "ут", "ют", "ат", "ят", "тся", "ал", "ил", "ел", "ял", "ла", "ло", "ли", "лся", "но", "на", "ны",
];

/// 'Натереть рыбу солью': a Russian sentence that has infinitives and no other verb.
pub(super) fn is_instruction(tag: &str, sentence: &str) -> bool {
    const MEASURES: &[&str] = &["минут", "масла", "соли"];
    const MODALS: &[&str] = &["можно", "нужно", "надо", "нельзя", "необходимо", "важно", "трудно", "должны", "должен"];
    let lowered = sentence.to_lowercase();
    let words: Vec<&str> = lowered.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let infinitive = |word: &&&str| {
        word.chars().count() > 4 && ["ать", "ить", "еть", "ять", "уть"].iter().any(|end| word.ends_with(end))
    };
    let opens = words.first().is_some_and(|first| infinitive(&first)) || words.iter().filter(infinitive).count() > 1;
    let asserts = |word: &&str| {
        let ends = word.chars().count() > 3 && FINITE.iter().any(|end| word.ends_with(end));
        MODALS.contains(word) || ends && !MEASURES.contains(word)
    };
    tag == "ru" && opens && !words.iter().any(asserts)
}

/// Whether a sentence of that language has plainly no verb.
pub(super) fn lacks_verb(tag: &str, sentence: &str) -> bool {
    if !matches!(tag, "ru" | "uk") || [" — ", " – ", " - ", ": "].iter().any(|sign| sentence.contains(sign)) {
        return false;
    }
    let lowered = sentence.to_lowercase();
    let verb = |word: &str| {
        PLAIN.contains(&word)
            || word.chars().count() > 2
                && ENDS.iter().any(|end| word.ends_with(end))
                && !NOUNS.iter().any(|end| word.ends_with(end))
    };
    !lowered.split(|c: char| !c.is_alphabetic()).any(verb)
}
