//! The kind of a claim in Japanese, Chinese, Korean or Turkish, by how it ends and by its units. Refuses other languages.

use crate::analysis::rank::quoted_share;
use crate::brief::ClaimKind;

/// The signs of a language.
struct Signs {
    tag: &'static str,
    /// Endings, without the full stop, and what they are signs of.
    endings: &'static [(ClaimKind, &'static [&'static str])],
    /// The same, wherever they stand.
    pieces: &'static [(ClaimKind, &'static [&'static str])],
    /// What stands behind a number that is told for itself.
    units: &'static [&'static str],
}

const LANGUAGES: [Signs; 4] = [
    Signs {
        tag: "ja",
        endings: &[
            (ClaimKind::Recommendation, &["べきだ", "べきではない", "必要がある", "求められる", "求められている"]),
            (
                ClaimKind::Judgement,
                &["不思議ではない", "といえる", "と言える", "かもしれない", "だろう", "と考えられる", "とみられる"],
            ),
            (
                ClaimKind::Forecast,
                &[
                    "予定だ",
                    "予定",
                    "見通しだ",
                    "見通し",
                    "見込みだ",
                    "見込み",
                    "方針だ",
                    "方針",
                    "計画だ",
                    "控える",
                    "となりそうだ",
                ],
            ),
        ],
        pieces: &[],
        units: &["万", "億", "兆", "％", "%", "円", "ドル", "割", "倍", "票", "件"],
    },
    Signs {
        tag: "zh",
        endings: &[],
        pieces: &[
            (ClaimKind::Recommendation, &["应当", "應當", "应该", "應該", "呼吁", "呼籲"]),
            (
                ClaimKind::Forecast,
                &["将于", "將於", "将在", "將在", "将会", "將會", "将继续", "將繼續", "预计", "預計", "将为", "將為"],
            ),
            (ClaimKind::Judgement, &["或许", "或許", "可能"]),
        ],
        units: &["万", "萬", "亿", "億", "％", "%", "元", "美元", "倍"],
    },
    Signs {
        tag: "ko",
        endings: &[
            (ClaimKind::Recommendation, &["야 한다", "필요가 있다", "고 촉구했다"]),
            (ClaimKind::Forecast, &["예정이다", "전망이다", "계획이다", "것으로 예상된다", "것으로 전망된다"]),
            (ClaimKind::Judgement, &["것으로 보인다", "수밖에 없다", "어려운 일이다", "수 있다"]),
        ],
        pieces: &[],
        units: &["만", "억", "조", "%", "원", "달러", "배"],
    },
    Signs {
        tag: "tr",
        endings: &[
            (ClaimKind::Recommendation, &["gerekiyor", "gerekir", "malıdır", "melidir", "malı", "meli"]),
            (
                ClaimKind::Forecast,
                &[
                    "acak",
                    "ecek",
                    "acaktır",
                    "ecektir",
                    "acaklar",
                    "ecekler",
                    "bekleniyor",
                    "planlanıyor",
                    "öngörülüyor",
                ],
            ),
        ],
        pieces: &[],
        units: &[],
    },
];

/// The kind of a claim of a text in the language of that primary subtag; `None` where its signs do not tell it.
pub(super) fn kind_of(claim: &str, tag: Option<&str>) -> Option<ClaimKind> {
    const HALF: f32 = 0.5;
    let signs = LANGUAGES.iter().find(|signs| Some(signs.tag) == tag)?;
    if quoted_share(claim) > HALF {
        return Some(ClaimKind::Quotation);
    }
    let ended = claim.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = signs.endings.iter().find(|(_, endings)| endings.iter().any(|ending| ended.ends_with(ending)));
    let has = || signs.pieces.iter().find(|(_, pieces)| pieces.iter().any(|piece| claim.contains(piece)));
    if let Some((kind, _)) = ends.or_else(has) {
        return Some(*kind);
    }
    let counted = signs.units.iter().any(|unit| {
        claim
            .match_indices(unit)
            .any(|(at, _)| claim.get(..at).is_some_and(|before| before.ends_with(char::is_numeric)))
    });
    match () {
        () if counted => Some(ClaimKind::Figure),
        () if signs.units.is_empty() => None,
        () => Some(ClaimKind::Fact),
    }
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn how_a_claim_ends_tells_its_kind() {
        for (tag, claim, kind) in [
            ("ja", "港は来年の春に開く予定だ。", "forecast"),
            ("ja", "港の改修には30億円がかかった。", "figure"),
            ("ja", "港湾局は13日に港を閉じた。", "fact"),
            ("ja", "「灯台の明かりは最後まで見えなかった」と述べた。", "quotation"),
            ("ja", "市は港を閉じるべきだ。", "recommendation"),
            ("zh", "港口将于明年春天重新开放。", "forecast"),
            ("zh", "渡轮载有3万吨货物。", "figure"),
            ("ko", "항구는 내년 봄에 문을 열 예정이다.", "forecast"),
            ("ko", "항구를 닫아야 한다.", "recommendation"),
            ("ko", "여객선이 12일 좌초했다.", "fact"),
            ("tr", "Liman baharda açılacak.", "forecast"),
        ] {
            assert_eq!(kind_of(claim, Some(tag)).map(|kind| kind.name()), Some(kind), "{claim}");
        }
        assert_eq!(kind_of("Liman kapandı.", Some("tr")), None);
        assert_eq!(kind_of("The port is shut.", Some("en")), None);
    }
}
