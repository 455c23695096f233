//! Words for what is counted, by which two figures may be of one thing: homes and houses, soldiers and troops. Refuses to know
//! more of meanings than that.

/// Words for one thing to whoever counts it, by the beginnings of their stems, without accents. English and German.
#[rustfmt::skip]
const SAME: &[&[&str]] = &[
    &["home", "hous", "build", "dwell", "properti"],
    &["car", "vehicl", "lorri", "truck", "automobil"],
    &["peopl", "person", "resid", "inhabit", "villag", "men", "women", "citizen"],
    &["worker", "employe", "job", "staff", "peopl"],
    &["soldier", "troop", "servicemen"],
    &["patient", "peopl", "case"],
    &["dead", "death", "victim", "peopl", "person"],
    &["visitor", "guest", "tourist", "spectat", "fan", "peopl"],
    &["demonstr", "protest", "march", "peopl"],
    &["pupil", "student", "schoolchildren", "children"],
    &["refuge", "migrant", "asyl"],
    &["boat", "ship", "vessel"],
    &["plane", "aircraft", "jet"],
    &["flat", "apart", "home"],
    &["member", "deputi", "lawmak", "mps"],
    &["haus", "gebaud", "wohnhaus", "wohnung"],
    &["auto", "fahrzeug", "wagen", "pkw"],
    &["mensch", "person", "leut", "einwohn", "bewohn"],
    &["beschaftigt", "mitarbeit", "arbeitsplatz", "stell", "job", "arbeit"],
    &["soldat", "kampf"],
    &["besuch", "gast", "zuschau", "mensch"],
    &["demonstrant", "protestier", "mensch"],
    &["schul", "kind"],
    &["fluchtling", "migrant"],
    &["tot", "opf", "mensch"],
];

/// Whether two stems may be of one thing that is counted.
pub(super) fn are_one(a: &str, b: &str) -> bool {
    let of = |group: &[&str], stem: &str| group.iter().any(|start| stem.starts_with(start));
    a == b || SAME.iter().any(|group| of(group, a) && of(group, b))
}

#[cfg(test)]
mod tests {
    use super::are_one;

    #[test]
    fn what_is_counted_is_known_by_its_like() {
        for (a, b, one) in [
            ("home", "hous", true),
            ("soldier", "troop", true),
            ("vehicl", "car", true),
            ("ship", "peopl", false),
            ("haus", "gebaud", true),
        ] {
            assert_eq!(are_one(a, b), one, "{a} {b}");
        }
    }
}
