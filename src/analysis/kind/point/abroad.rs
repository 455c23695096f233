//! The words of `point` in languages other than English and German: French, Spanish, Portuguese, Italian, Dutch, Swedish,
//! Polish and Russian. The weights are those that were fitted to English and German claims. Refuses to weigh anything.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::analysis::wording::Wording;

/// Whether a claim is in a language whose words stand here and not beside the measures.
pub fn is_abroad(wording: &Wording<'_>) -> bool {
    !matches!(wording.language(), None | Some("en" | "de"))
}

/// Words that say that something is counted, measured or compared.
static COUNTING: Words = LazyLock::new(|| {
    table(
        "augmenté augmente augmentation hausse baisse baissé reculé recul progressé progresse atteint atteignent s'élève \
         s'élèvent chiffre coûte coûtent coûté prix taux moyenne bénéfice dépenses recettes morts blessés tués recensé \
         aumentó aumento subió subieron subida bajó bajaron cayó cayeron caída creció crecieron alza redujo alcanzó alcanzaron \
         supera superó suma sumó totaliza precio precios tasa promedio cifra ingresos gastos ventas ganancias muertos \
         heridos inflación deuda pagos aumentou cresceu cresceram caiu caíram subiu subiram saltou atingiu desembolsou \
         gastou custou preço preços taxa mortos feridos receita lucro número aumentato aumentata cresciuto cresciuta calato \
         calata sceso salito salita raggiunto ammonta ammontano prezzo prezzi tasso morti feriti ricavi steeg stegen daalde \
         daalden groeide bedraagt bedroeg kostte gemiddeld gemiddelde aantal prijs omzet winst verlies doden gewonden totaal \
         kregen procent ökade ökat minskade minskat sjönk kostar kostade genomsnitt antalet priset omsättning döda skadade \
         wyniosła wyniósł wyniosło wyniosły wynosi wynosiła wzrosła wzrósł wzrosło wzrosły spadła spadł spadło spadły \
         kosztuje liczba stopa średnio cena ceny proc zabitych rannych osiągnęła osiągnął выросла вырос выросло выросли \
         снизилась снизился снизилось снизились упала упал составила составил составило составляет достигла достиг достигло \
         процент процента процентов рублей погибли пострадали среднем цена уровень число",
    )
});

/// What the sentence says of something with a number behind it.
static SAYING: Words = LazyLock::new(|| {
    table(
        "est sont était étaient à es son era eran fue fueron é são foi eram è sono erano is zijn was waren bedraagt bedroeg \
         är var wyniosła wyniósł wyniosło wyniosły wynosi wynosiła составила составил составило составляет atteint atteignent \
         alcanzó alcanza atingiu kregen hebben registraron registrou recense compte",
    )
});

static ROUNDING: Words = LazyLock::new(|| {
    table(
        "environ presque unos unas casi alrededor aproximadamente quase circa quasi oltre ongeveer bijna ruim omkring cirka \
         nästan około prawie ponad niemal около почти более свыше",
    )
});

/// 'Plus de 20', 'cerca de 20': words before 'de' that round.
static ROUNDING_OF: Words = LazyLock::new(|| table("plus moins près más menos mais cerca alrededor più meno"));

static SOURCES: Words = LazyLock::new(|| {
    table(
        "selon d'après rapport étude enquête sondage données según encuesta estudio datos segundo levantamento pesquisa \
         dados secondo studio sondaggio dati volgens onderzoek peiling cijfers enligt undersökning według danych badania \
         данным опрос опроса",
    )
});

static UNITS: Words = LazyLock::new(|| {
    table(
        "ans an mois semaines jours heures minutes mètres kilomètres km kilos tonnes grammes degrés fois años año meses \
         semanas días horas minutos metros kilómetros toneladas grados veces anos ano dias vezes graus anni anno mesi \
         settimane giorni ore minuti metri chilometri tonnellate gradi volte jaar maanden weken dagen uur minuten meter \
         kilometer graden keer år månader veckor dagar timmar minuter grader gånger lat rok miesięcy tygodni dni godzin minut \
         metrów kilometrów лет года месяцев недель дней часов минут метров километров раз",
    )
});

/// Whether a word says that something is counted, measured or compared.
pub fn is_counting(word: &str) -> bool {
    COUNTING.contains(word)
}

/// Whether a sentence says a number of something by a word right before it.
pub fn is_saying(word: &str) -> bool {
    SAYING.contains(word)
}

/// Whether what stands before a word rounds it.
pub fn is_rounded(wording: &Wording<'_>, at: usize) -> bool {
    let before = wording.before(at, 1);
    ROUNDING.contains(before) || before == "de" && ROUNDING_OF.contains(wording.before(at, 2))
}

/// Whether a word tells who has counted.
pub fn is_source(word: &str) -> bool {
    SOURCES.contains(word)
}

/// Whether a word measures time, length, weight or heat, or says how often.
pub fn is_unit(word: &str) -> bool {
    UNITS.contains(word)
}

/// '5 por ciento', '5 proc.', '5 процентов'.
pub fn is_ratio(wording: &Wording<'_>, at: usize) -> bool {
    let two = (wording.word(at + 1), wording.word(at + 2));
    matches!(two, ("por", "ciento" | "cento") | ("pour", "cent") | ("per", "cento"))
        || matches!(two.0, "proc" | "procent" | "процент" | "процента" | "процентов")
}

#[cfg(test)]
mod tests {
    use crate::analysis::kind::kind_of;

    #[test]
    fn a_number_is_the_point_in_other_languages_too() {
        for (claim, tag, kind) in [
            ("Stopa bezrobocia w Kerrick wyniosła 7,3 proc. w marcu.", "pl", "figure"),
            (
                "Burmistrz Kerrick odwołał w piątek spotkanie rady miasta w sprawie naprawy starej latarni przy molo, na którym stoi 12 ławek.",
                "pl",
                "fact",
            ),
            ("As vendas de lampiões em Kerrick cresceram 68% em um ano.", "pt", "figure"),
            ("Le prix du phare de Kerrick a augmenté de 12 % en un an.", "fr", "figure"),
            ("La tasa de naufragios subió a 45 por ciento en mayo.", "es", "figure"),
            ("De prijs van een kaartje steeg tot 45 euro per nacht.", "nl", "figure"),
        ] {
            assert_eq!(kind_of(claim, Some(tag)).name(), kind, "{claim}");
        }
    }
}
