//! Figures: what is read from a text, and what two figures say of each other. The cases stand in one file.

use epitome::analysis::figures::{Figure, Unit, figures_in, verdict};

const CASES: &str = include_str!("../gold/figures.tsv");

/// A figure as the cases write it.
fn written(figure: &Figure) -> String {
    let part = |n: Option<u16>| n.map_or_else(|| "?".to_owned(), |n| n.to_string());
    let size = match figure.when {
        Some(when) => {
            format!("{}-{}-{}", part(when.year), part(when.month.map(u16::from)), part(when.day.map(u16::from)))
        }
        None => {
            let rounded = format!("{:.3}", figure.value);
            rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    let unit = match figure.unit {
        Unit::Money(code) => code,
        unit => unit.name(),
    };
    format!("{}={size} {unit}", figure.text)
}

#[test]
fn figures_are_read_and_compared_as_the_cases_say() {
    let mut faults = Vec::new();
    let mut cases = 0;
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let figures = |text: &str| figures_in(text, Some(fields[1]));
        let (found, expected) = match fields[0] {
            "read" => (figures(fields[2]).iter().map(written).collect::<Vec<_>>().join(" | "), fields[3]),
            _ => {
                let (a, b) = (figures(fields[2]), figures(fields[3]));
                let relation = a.first().zip(b.first()).map(|(a, b)| verdict(a, b).relation.name());
                (relation.unwrap_or("nothing was read").to_owned(), fields[4])
            }
        };
        cases += 1;
        if found != expected {
            faults.push(format!("{line}\n    found: {found}"));
        }
    }
    assert!(cases >= 150, "{cases} cases");
    assert!(faults.is_empty(), "{} of {cases}\n{}", faults.len(), faults.join("\n"));
}
