//! Times what a reader waits for: two briefs compared, and the nearest of many claims to one.

use divan::{Bencher, black_box};
use epitome::analysis::compare::{Nearest, compare};
use epitome::brief::{Brief, Claim, yaml};

fn main() {
    // The vocabulary is read once for a program; what is timed comes after.
    compare(&brief(HARBOUR), &brief(COAST));
    divan::main();
}

const HARBOUR: &[u8] = include_bytes!("../../briefs/harbourpost-2031-ferry.yaml");
const COAST: &[u8] = include_bytes!("../../briefs/coastdaily-2031-ferry.yaml");
const MOSUL: &[u8] = include_bytes!("../../briefs/alkhoei-2014-mosul.yaml");
const ARMY: &[u8] = include_bytes!("../../briefs/krieg-2014-iraqi-army.yaml");

fn brief(bytes: &[u8]) -> Brief {
    yaml::read(bytes).map(|loaded| loaded.brief).unwrap_or_default()
}

fn claim(text: String) -> Claim {
    Claim { text, ..Claim::default() }
}

/// Two briefs of nine short claims.
#[divan::bench]
fn two_short_briefs(bencher: Bencher<'_, '_>) {
    let (a, b) = (brief(HARBOUR), brief(COAST));
    bencher.bench(|| compare(black_box(&a), black_box(&b)));
}

/// Ten claims of either of two real briefs, of 22 to 26 words.
#[divan::bench]
fn ten_claims_beside_ten(bencher: Bencher<'_, '_>) {
    let [mut a, mut b] = [MOSUL, ARMY].map(brief);
    a.claims.truncate(10);
    b.claims.truncate(10);
    bencher.bench(|| compare(black_box(&a), black_box(&b)));
}

/// Two briefs of twelve long claims.
#[divan::bench]
fn two_long_briefs(bencher: Bencher<'_, '_>) {
    let (a, b) = (brief(MOSUL), brief(ARMY));
    bencher.bench(|| compare(black_box(&a), black_box(&b)));
}

/// The five claims nearest to one, of 100,000.
#[divan::bench(sample_count = 20)]
fn one_claim_in_a_hundred_thousand(bencher: Bencher<'_, '_>) {
    let briefs = [HARBOUR, COAST, MOSUL, ARMY].map(brief);
    let claims: Vec<&str> = briefs.iter().flat_map(|brief| &brief.claims).map(|claim| claim.text.as_str()).collect();
    let mut nearest = Nearest::new(None);
    for n in 0..100_000 {
        let (text, other) = (claims[n % claims.len()], claims[(n / claims.len()) % claims.len()]);
        nearest.add(&claim(format!("{} {text} {n}", other.split(' ').next().unwrap_or_default())));
    }
    let asked = claim(claims[0].to_owned());
    bencher.bench_local(|| nearest.to(black_box(&asked), 5, |_| true));
}
