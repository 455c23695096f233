//! How alike the sentences of one article are: the cosine of their terms, each weighed by how few sentences it stands in.
//! Refuses to compare sentences of two articles.

use crate::analysis::reading::Reading;

/// The cosines between an article's sentences.
pub struct Likeness {
    n: usize,
    cosines: Vec<f32>,
    centroid: Vec<f32>,
}

/// A vector of length 1: terms and their weights, by ascending term.
type Sparse = Vec<(usize, f32)>;

impl Likeness {
    /// The cosines between all sentences of an article.
    pub fn of(reading: &Reading<'_>) -> Self {
        let n = reading.sentences.len();
        let rarity =
            |term: usize| reading.terms.get(term).map_or(0.0, |t| (1.0 + n as f32 / t.sentences.max(1) as f32).ln());
        let vectors: Vec<Sparse> =
            reading.sentences.iter().map(|sentence| unit(counted(reading.content(sentence)), rarity)).collect();
        let repeated = reading.terms.iter().enumerate().filter(|(_, t)| t.is_content() && (t.count > 1 || n < 4));
        let centre = unit(repeated.map(|(id, t)| (id, t.count as f32)).collect(), rarity);
        let mut dense = vec![0.0; reading.terms.len()];
        spread(&centre, &mut dense, true);
        let centroid = vectors.iter().map(|vector| dot(vector, &dense)).collect();
        spread(&centre, &mut dense, false);
        let mut cosines = Vec::with_capacity(n * (n + 1) / 2);
        for (at, vector) in vectors.iter().enumerate() {
            spread(vector, &mut dense, true);
            cosines.extend(vectors.iter().take(at).map(|earlier| dot(earlier, &dense)));
            cosines.push(1.0);
            spread(vector, &mut dense, false);
        }
        Self { n, cosines, centroid }
    }

    /// The cosine between two sentences, 0 to 1.
    pub fn between(&self, a: usize, b: usize) -> f32 {
        let (low, high) = (a.min(b), a.max(b));
        self.cosines.get(high * (high + 1) / 2 + low).copied().unwrap_or(0.0)
    }

    /// The cosine between a sentence and the terms that the article repeats, 0 to 1.
    pub fn to_centroid(&self, sentence: usize) -> f32 {
        self.centroid.get(sentence).copied().unwrap_or(0.0)
    }

    /// The greatest cosine between a sentence and an earlier one, 0 to 1.
    pub fn to_earlier(&self, sentence: usize) -> f32 {
        (0..sentence).map(|other| self.between(sentence, other)).fold(0.0, f32::max)
    }

    /// The mean cosine between a sentence and the others, 0 to 1.
    pub fn to_others(&self, sentence: usize) -> f32 {
        let others = (0..self.n).filter(|&other| other != sentence);
        others.map(|other| self.between(sentence, other)).sum::<f32>() / (self.n.max(2) - 1) as f32
    }
}

fn counted(mut terms: Vec<usize>) -> Sparse {
    terms.sort_unstable();
    terms.chunk_by(|a, b| a == b).filter_map(|run| run.first().map(|&term| (term, run.len() as f32))).collect()
}

fn unit(counts: Sparse, rarity: impl Fn(usize) -> f32) -> Sparse {
    let weighed: Sparse = counts.into_iter().map(|(term, count)| (term, (1.0 + count.ln()) * rarity(term))).collect();
    let norm = weighed.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    weighed.into_iter().map(|(term, w)| (term, w / norm.max(f32::MIN_POSITIVE))).collect()
}

/// Puts a vector's weights where their terms are, or takes them away.
fn spread(vector: &Sparse, dense: &mut [f32], there: bool) {
    for &(term, weight) in vector {
        if let Some(place) = dense.get_mut(term) {
            *place = if there { weight } else { 0.0 };
        }
    }
}

fn dot(vector: &Sparse, dense: &[f32]) -> f32 {
    vector.iter().map(|&(term, weight)| weight * dense.get(term).copied().unwrap_or(0.0)).sum()
}
