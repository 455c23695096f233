//! Titles as pages give them, parted from the name of the site behind or before them: `Ferry runs aground | Harbour Post`.
//! Refuses to cut what may be a part of the title: only a name that is known to be the site's goes.

/// What sites put between a title and their name.
const PARTERS: [&str; 15] =
    [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / ", " : ", "｜", "ㅣ", "：", "--", "_"];

/// What a site puts between its name and what it says of itself.
const MOTTO: [&str; 3] = [" - ", " – ", ": "];

/// A title without the site's name at its end or start, where one of `sites` (names, or host names such as
/// `www.harbourpost.example`) is what stands there. Several parts may go: `Title | Politics | Harbour Post` keeps
/// ` | Politics`, as nothing says that it is no part of the title.
pub fn without_site<'a>(title: &'a str, sites: &[&str]) -> &'a str {
    let title = title.trim();
    let is_site = |part: &str| sites.iter().any(|site| names_site(part, site));
    for parter in PARTERS {
        let with_motto =
            |last: &str| MOTTO.iter().any(|mark| last.split_once(mark).is_some_and(|(name, _)| is_site(name)));
        let behind = title
            .rsplit_once(parter)
            .filter(|(_, last)| is_site(last) || with_motto(last))
            .map(|(rest, _)| rest.trim());
        let before = title.split_once(parter).filter(|(first, _)| is_site(first)).map(|(_, rest)| rest.trim());
        if let Some(rest) = behind.or(before).filter(|rest| !rest.is_empty()) {
            return rest;
        }
    }
    title
}

/// Whether a part of a title is a site's name: the same letters, or the letters of its host's own label.
fn names_site(part: &str, site: &str) -> bool {
    let part = letters(part);
    let host = site.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    let label = host.split(['.', '/']).next().unwrap_or_default();
    let whole = letters(host.split('/').next().unwrap_or_default());
    let the = |s: &str| s.strip_prefix("the").unwrap_or(s).to_owned();
    !part.is_empty() && [whole, letters(label), letters(site)].iter().any(|s| !s.is_empty() && the(&part) == the(s))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::without_site;

    #[test]
    fn only_the_sites_own_name_goes() {
        for (title, site, clean) in [
            ("Ferry runs aground | Harbour Post", "The Harbour Post", "Ferry runs aground"),
            ("Harbour Post - Ferry runs aground", "www.harbourpost.example", "Ferry runs aground"),
            ("Ferry runs aground » Harbour Post - News of the bay", "harbourpost.example", "Ferry runs aground"),
            (
                "Ferry runs aground » Coast Daily - Harbour Post",
                "coast.example",
                "Ferry runs aground » Coast Daily - Harbour Post",
            ),
            ("Ferry - the whole story", "Harbour Post", "Ferry - the whole story"),
            ("Ferry runs aground – Harbour Post", "Coast Daily", "Ferry runs aground – Harbour Post"),
            ("Harbour Post", "Harbour Post", "Harbour Post"),
            ("船が座礁：湊新聞", "湊新聞", "船が座礁"),
        ] {
            assert_eq!(without_site(title, &[site]), clean, "{title}");
        }
    }
}
