//! What a page's address tells of the house it is of: which names go with it, and how the page writes the words that the
//! address runs together. Makes no name up: what comes out stood on the page or in an account it calls its own.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The shortest word by which a name and an address are known to belong together.
const TELLING: usize = 4;
/// The most words of a name that an address runs together.
const WORDS: usize = 6;
/// Parts of a host that say nothing of the house, besides what stands for a country or a trade.
const GENERIC: [&str; 14] =
    ["com", "org", "net", "gov", "edu", "co", "or", "ne", "ac", "www", "mobile", "blog", "news", "amp"];
/// What accounts have at their end that is no part of the name.
const ACCOUNT_ENDS: [&str; 14] =
    ["news", "online", "official", "web", "digital", "site", "com", "live", "jp", "kr", "ru", "ua", "english", "media"];
/// By these words a line of rights names the company, not what it publishes.
const COMPANY: [&str; 14] = [
    "newspapers",
    "company",
    "co",
    "inc",
    "ltd",
    "llc",
    "gmbh",
    "ag",
    "publishing",
    "publishers",
    "media",
    "holdings",
    "group",
    "corporation",
];

/// The house that an address belongs to.
pub struct House {
    /// The name under which the address is registered, letters and digits only: `stuttgarterzeitung`.
    label: String,
    /// Its parts between hyphens.
    parts: Vec<String>,
    /// Names before it that may be a paper's own: `timesofindia` of `timesofindia.indiatimes.com`.
    before: Vec<String>,
}

impl House {
    /// The house of a host; none where the host is a number or has no name.
    pub fn of(host: &str) -> Option<Self> {
        let labels: Vec<&str> = host.split('.').collect();
        let (_, rest) = labels.split_last()?;
        // 'co.uk', 'com.tr': where the last two are short, the second is a kind of address and no name.
        let kind = rest.len() > 1 && rest.last().is_some_and(|l| l.len() <= 3 && GENERIC.contains(l));
        let (label, before) = rest.get(..rest.len() - usize::from(kind))?.split_last()?;
        let parts = label.split('-').filter(|p| p.len() >= TELLING).map(letters).collect();
        let before = before.iter().filter(|l| l.len() >= TELLING && !GENERIC.contains(l)).map(|l| letters(l)).collect();
        let label = letters(label);
        (label.chars().any(char::is_alphabetic)).then_some(Self { label, parts, before })
    }

    /// Whether a name and the address are of the same house: `The Harbour Post` and `harbourpost.example`.
    pub fn has(&self, name: &str) -> bool {
        spellings(name).iter().any(|name| {
            let name = name.strip_prefix("the").unwrap_or(name);
            let fits = |label: &String| name.contains(label.as_str()) || label.contains(name);
            name.len() > 2 && (fits(&self.label) || self.before.iter().any(fits))
        })
    }

    /// Whether a name is the address's own, letter for letter or by its initials.
    pub fn is_called(&self, name: &str) -> bool {
        spellings(name).iter().any(|n| *n == self.label || n.strip_prefix("the") == Some(&self.label))
            || initials(name) == self.label
    }

    /// Whether some word of a name stands in the address: enough to tell an account or a line of rights of this house
    /// from another's.
    fn is_told_by<'w>(&self, mut words: impl Iterator<Item = &'w String>) -> bool {
        words.any(|word| {
            word.len() >= TELLING
                && (self.label.starts_with(word.as_str()) || word.starts_with(&self.label) || self.parts.contains(word))
        })
    }

    /// The name of the address as the texts of the page write it most often, and how often; none where that is one word.
    pub fn spelled<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Option<(String, usize)> {
        let mut found: Vec<(String, usize)> = Vec::new();
        for text in texts {
            let words: Vec<&str> = text.split_whitespace().collect();
            for name in (0..words.len()).filter_map(|at| self.run(words.get(at..)?)) {
                match found.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, count)) => *count += 1,
                    None => found.push((name, 1)),
                }
            }
        }
        // Of two that stand as often, the first.
        found.into_iter().rev().max_by_key(|(_, count)| *count).filter(|(name, _)| name.contains(' '))
    }

    /// The words at the beginning of a text that together are the address's name, each with a capital.
    fn run(&self, words: &[&str]) -> Option<String> {
        let mut run = String::new();
        for word in words.iter().take(WORDS) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let first = bare.chars().next()?;
            let small = !first.is_uppercase() && !first.is_numeric();
            if small && (run.is_empty() || bare.chars().count() > 3) {
                return None;
            }
            let parter = if run.is_empty() { "" } else { " " };
            run = format!("{run}{parter}{bare}");
            let whole = spellings(&run);
            if whole.contains(&self.label) {
                return Some(unshouted(&run));
            }
            let goes_on = word.ends_with(bare) && whole.iter().any(|w| self.label.starts_with(w.as_str()));
            if !goes_on {
                return None;
            }
        }
        None
    }

    /// A name in Latin letters for a house that writes its own otherwise, as its lines of rights or its accounts have it.
    pub fn in_latin(&self, owners: &[String], accounts: &[String]) -> Option<(String, &'static str)> {
        let words = |name: &str| name.split_whitespace().map(letters).collect::<Vec<_>>();
        let is_latin = |name: &str| !is_foreign(name) && self.is_told_by(words(name).iter());
        let of_paper = |name: &str| !words(name).iter().any(|word| COMPANY.contains(&word.as_str()));
        let owner = owners.iter().find(|name| is_latin(name) && of_paper(name));
        if let Some(owner) = owner {
            return Some((unshouted(owner), "copyright"));
        }
        let named: Vec<Vec<String>> = accounts.iter().filter_map(|account| self.account_words(account)).collect();
        let best = named.into_iter().rev().max_by_key(|words| words.len().min(2))?;
        Some((best.iter().map(|w| capitalised(w)).collect::<Vec<_>>().join(" "), "name of its account"))
    }

    /// The words of an account's name, where it is plainly this house's: `tokyo_shimbun`, `UkrainskaPravda`.
    fn account_words(&self, account: &str) -> Option<Vec<String>> {
        const MOST: usize = 4;
        let mut words = parted(account);
        if let [only] = words.as_slice()
            && let Some(rest) = only.strip_prefix(&self.label).filter(|rest| rest.len() >= TELLING)
        {
            words = vec![self.label.clone(), rest.to_owned()];
        }
        while words.last().is_some_and(|w| words.len() > 1 && ACCOUNT_ENDS.contains(&w.as_str())) {
            words.pop();
        }
        let own = words.iter().any(|w| *w == self.label || self.parts.contains(w));
        (own && words.len() <= MOST && words.concat().len() >= TELLING).then_some(words)
    }
}

/// Whether an account and a name are the same, letter for letter.
pub fn is_same(account: &str, name: &str) -> bool {
    let account = letters(account);
    account.len() >= TELLING && spellings(name).contains(&account)
}

/// The words of an account's name, in small letters: parted by marks and by capitals.
fn parted(account: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in account.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && was_small) {
            words.push(String::new());
        }
        was_small = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|w| !w.is_empty());
    words
}

/// Whether many of a name's letters, a third at least, are of another script than the Latin.
pub fn is_foreign(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    // Latin letters end with the block 'Latin Extended-B'; those with two marks stand in a block of their own.
    let latin = letters().filter(|&c| c <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&c)).count();
    latin * 3 <= letters().count() * 2 && letters().next().is_some()
}

/// The first letters of a name's words, in small letters; words without a capital do not count.
pub fn initials(name: &str) -> String {
    let firsts = name.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase());
    firsts.flat_map(char::to_lowercase).collect()
}

/// A name that is all capitals as it is written elsewhere; short words may be abbreviations and stay.
fn unshouted(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let word = |w: &str| if w.chars().count() > 3 || w == "THE" { capitalised(w) } else { w.to_owned() };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
        .unwrap_or_default()
}

/// The letters and digits of a name as an address may have them: without marks, or with the vowels that stand for them.
fn spellings(name: &str) -> [String; 2] {
    let small = name.to_lowercase();
    let german = small.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    [letters(&small), letters(&german)]
}

fn letters(text: &str) -> String {
    let plain = text.nfkd().filter(|&c| !is_combining_mark(c)).filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_lowercase).map(|c| if c == 'ı' { 'i' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::House;

    #[test]
    fn a_name_goes_with_its_address() {
        for (host, name, goes) in [
            ("harbourpost.example", "The Harbour Post", true),
            ("www.hafen-zeitung.de", "Häfen-Zeitung", true),
            ("boersen-hafen.de", "Börsen-Hafen", true),
            ("liman.com.tr", "Liman", true),
            ("liman.com.tr", "Com Haber", false),
            ("harbour.coastgroup.co.uk", "The Harbour", true),
            ("harbourpost.example", "Coast Daily", false),
        ] {
            assert_eq!(House::of(host).unwrap().has(name), goes, "{host}: {name}");
        }
        for host in ["", "localhost", "127.0.0.1"] {
            assert!(House::of(host).is_none_or(|h| !h.has("Harbour Post")), "{host}");
        }
    }

    #[test]
    fn the_page_tells_how_the_address_is_written() {
        for (host, texts, name) in [
            ("harbourpost.example", "HARBOUR POST home", "Harbour Post"),
            ("harbour-post.example", "© 2031 The Harbour Post GmbH", "Harbour Post"),
            ("theharbourpost.example", "The Harbour Post: Ferry runs aground", "The Harbour Post"),
            ("harbourpost.example", "The harbour post office", ""),
            ("harbourpost.example", "Harbour. Post it", ""),
            ("harbour.example", "Harbour", ""),
        ] {
            let found = House::of(host).unwrap().spelled([texts].into_iter());
            assert_eq!(found.map(|(name, _)| name).unwrap_or_default(), name, "{texts}");
        }
    }

    #[test]
    fn a_name_in_latin_letters_is_the_pages_own() {
        for (host, owner, account, name) in [
            ("minato.co.jp", "The Minato Shimbun", "minato_web", "The Minato Shimbun"),
            ("minato.jp", "THE MINATO NEWSPAPERS", "minatoshimbun", "Minato Shimbun"),
            ("minato-np.jp", "", "minato_shimbun", "Minato Shimbun"),
            ("pravda.com.ua", "", "HavanskaPravda", "Havanska Pravda"),
            ("gavan.ru", "", "gavan", "Gavan"),
            ("gavan.ru", "Coast Daily", "coastdaily", ""),
        ] {
            let found = House::of(host).unwrap().in_latin(&[owner.to_owned()], &[account.to_owned()]);
            assert_eq!(found.map(|(name, _)| name).unwrap_or_default(), name, "{host} {owner} {account}");
        }
    }
}
