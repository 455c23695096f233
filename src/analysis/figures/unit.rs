//! Units: what is measured, and in how many of the base unit. Refuses to convert between currencies.

use std::sync::LazyLock;

use crate::text::lookup::Map;

/// What a figure counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things: 212 passengers.
    Count,
    /// An amount in a currency, named by its code.
    Money(&'static str),
    /// A share, in hundredths; fractions too.
    Percent,
    /// A difference between shares, or of an index.
    Points,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Litres.
    Volume,
    /// Kilograms.
    Mass,
    /// Seconds.
    Duration,
    /// Years of somebody's life.
    Age,
    /// Degrees Celsius.
    Temperature,
    /// Metres a second.
    Speed,
    /// Watts.
    Power,
    /// How many times.
    Times,
    /// A place in an order: 3 for third.
    Ordinal,
    /// A day, month, year, season or day of the week.
    Date,
    /// Minutes since midnight.
    Clock,
}

impl Unit {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money(code) => code,
            Self::Percent => "percent",
            Self::Points => "points",
            Self::Length => "length",
            Self::Area => "area",
            Self::Volume => "volume",
            Self::Mass => "mass",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Temperature => "temperature",
            Self::Speed => "speed",
            Self::Power => "power",
            Self::Times => "times",
            Self::Ordinal => "ordinal",
            Self::Date => "date",
            Self::Clock => "clock",
        }
    }

    /// The base unit's sign, for arithmetic that is shown.
    pub const fn base(self) -> &'static str {
        match self {
            Self::Money(code) => code,
            Self::Percent => "%",
            Self::Points => "points",
            Self::Length => "m",
            Self::Area => "m²",
            Self::Volume => "l",
            Self::Mass => "kg",
            Self::Duration => "s",
            Self::Age => "years",
            Self::Temperature => "°C",
            Self::Speed => "m/s",
            Self::Power => "W",
            Self::Clock => "min",
            Self::Count | Self::Times | Self::Ordinal | Self::Date => "",
        }
    }

    /// Whether a whole number of it is a rounded measure, not a count.
    pub const fn is_measure(self) -> bool {
        !matches!(
            self,
            Self::Count | Self::Ordinal | Self::Date | Self::Age | Self::Times | Self::Money(_) | Self::Clock
        )
    }
}

/// Seconds of a year, of 365 and a quarter days.
pub const YEAR: f64 = 31_557_600.0;

/// Unit, base units in one, its words. The first word is how it is written where the arithmetic is shown.
const UNITS: &[(Unit, f64, &[&str])] = &[
    (
        Unit::Percent,
        1.0,
        &["percent", "%", "per cent", "pct", "prozent", "pour cent", "por ciento", "per cento", "por cento", "procent"],
    ),
    (Unit::Points, 1.0, &["points", "percentage points", "percentage point", "point"]),
    (
        Unit::Length,
        1000.0,
        &[
            "km",
            "kms",
            "kilometer",
            "kilometers",
            "kilometre",
            "kilometres",
            "kilometern",
            "kilomètres",
            "kilómetros",
            "chilometri",
            "quilómetros",
            "quilômetros",
        ],
    ),
    (Unit::Length, 1609.344, &["miles", "mile"]),
    (Unit::Length, 1852.0, &["nautical miles", "nautical mile"]),
    (Unit::Length, 1.0, &["metres", "meters", "meter", "metre", "m", "metern", "mètres", "metros", "metri"]),
    (Unit::Length, 0.3048, &["feet", "foot", "ft"]),
    (Unit::Length, 0.9144, &["yards", "yard"]),
    (Unit::Length, 0.0254, &["inches", "inch"]),
    (Unit::Length, 0.01, &["cm", "centimetres", "centimeters", "centimetre", "centimeter"]),
    (Unit::Length, 0.001, &["mm", "millimetres", "millimeters"]),
    (Unit::Area, 1e6, &["square kilometres", "square kilometers", "sq km", "km²"]),
    (Unit::Area, 2_589_988.0, &["square miles"]),
    (Unit::Area, 10_000.0, &["hectares", "hectare", "ha"]),
    (Unit::Area, 4046.86, &["acres", "acre"]),
    (Unit::Area, 1.0, &["square metres", "square meters", "m²"]),
    (Unit::Area, 0.092_903, &["square feet"]),
    (Unit::Volume, 1.0, &["litres", "litre", "liters", "liter", "litern", "litros", "litri"]),
    (Unit::Volume, 3.785_41, &["gallons", "gallon"]),
    (Unit::Volume, 158.987, &["barrels", "barrel"]),
    (Unit::Volume, 1000.0, &["cubic metres", "cubic meters"]),
    (Unit::Mass, 1.0, &["kg", "kilograms", "kilogram", "kilos", "kilo"]),
    (Unit::Mass, 1000.0, &["tonnes", "tonne", "tons", "ton", "metric tons", "tonnen", "toneladas", "tonnellate"]),
    (Unit::Mass, 0.453_592, &["lb", "lbs"]),
    (Unit::Mass, 0.001, &["grams", "gram", "grammes", "gramm"]),
    (Unit::Duration, 1.0, &["seconds"]),
    (Unit::Duration, 60.0, &["minutes", "minute", "mins", "minuten", "minutos", "minuti"]),
    (Unit::Duration, 3600.0, &["hours", "hour", "hrs", "stunden", "heures", "horas", "uren"]),
    (Unit::Duration, 86_400.0, &["days", "day", "tage", "tagen", "jours", "días", "giorni", "dias", "dagen"]),
    (Unit::Duration, 604_800.0, &["weeks", "week", "wochen", "semaines", "semanas", "settimane", "weken"]),
    (Unit::Duration, YEAR / 12.0, &["months", "month", "monate", "monaten", "mois", "meses", "mesi", "maanden"]),
    (Unit::Duration, YEAR, &["years", "year", "jahre", "jahren", "ans", "années", "años", "anni", "anos", "jaar"]),
    (Unit::Duration, 10.0 * YEAR, &["decades", "decade"]),
    (Unit::Temperature, 1.0, &["degrees celsius", "°c", "degrees", "° c", "degree"]),
    (Unit::Speed, 1.0 / 3.6, &["km/h", "kph", "kilometres an hour", "kilometers per hour", "kilometres per hour"]),
    (Unit::Speed, 0.447_04, &["mph", "miles an hour", "miles per hour"]),
    (Unit::Speed, 0.514_44, &["knots"]),
    (Unit::Power, 1e6, &["megawatts", "mw"]),
    (Unit::Power, 1e9, &["gigawatts", "gw"]),
    (Unit::Power, 1000.0, &["kilowatts", "kw"]),
    (Unit::Times, 1.0, &["times"]),
    (
        Unit::Money("USD"),
        1.0,
        &["dollars", "us dollars", "u.s. dollars", "dollar", "usd", "dólares", "dollari", "us-dollar"],
    ),
    (Unit::Money("USD"), 0.01, &["cents", "cent"]),
    (Unit::Money("EUR"), 1.0, &["euros", "euro", "eur", "€"]),
    (Unit::Money("EUR"), 1e6, &["m€"]),
    (Unit::Money("EUR"), 1e9, &["md€", "mds€"]),
    (Unit::Money("GBP"), 1.0, &["pounds", "gbp", "pounds sterling"]),
    (Unit::Money("GBP"), 0.01, &["pence"]),
    (Unit::Money("JPY"), 1.0, &["yen", "jpy"]),
    (Unit::Money("CNY"), 1.0, &["yuan", "renminbi", "cny"]),
    (Unit::Money("RUB"), 1.0, &["roubles", "rubles", "rub"]),
    (Unit::Money("INR"), 1.0, &["rupees", "inr"]),
    (Unit::Money("CHF"), 1.0, &["francs", "swiss francs", "chf"]),
    (Unit::Money("KR"), 1.0, &["crowns", "kronor", "kroner", "sek", "nok", "dkk"]),
    (Unit::Money("peso"), 1.0, &["pesos", "peso"]),
    (Unit::Money("BRL"), 1.0, &["reais", "brl"]),
];

/// Signs and codes that stand before an amount, and what they stand for.
const BEFORE: &[(&str, &str)] = &[
    ("$", "USD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("chf", "CHF"),
    ("rs", "INR"),
];

/// The most words a unit has.
pub(super) const MOST_WORDS: usize = 3;

/// The unit of a name, and how many base units it is.
pub(super) fn unit(name: &str) -> Option<(Unit, f64)> {
    UNITS.iter().find(|(_, _, words)| words.contains(&name)).map(|(unit, size, _)| (*unit, *size))
}

/// Signs and codes that stand before an amount.
pub(super) fn openings() -> impl Iterator<Item = &'static str> {
    BEFORE.iter().map(|(before, _)| *before)
}

/// The currency of a sign that stands before an amount.
pub(super) fn currency(sign: &str) -> Option<Unit> {
    BEFORE.iter().find(|(before, _)| *before == sign).map(|(_, code)| Unit::Money(code))
}

/// Spans of time by which things are counted, each in its languages.
const PERIODS: &[&str] = &[
    "hour hourly stunde heure hora ora uur",
    "day daily tag täglich jour día giorno dia dag",
    "week weekly woche semaine semana settimana week",
    "month monthly monat monatlich mois mes mese mês maand",
    "quarter quarterly quartal trimestre kwartaal",
    "year annual yearly annually jahr jährlich an année año anno ano jaar",
    "decade jahrzehnt décennie década decennio decennium",
    "century jahrhundert siècle siglo secolo século eeuw",
];

/// Which span of time a word in lower case stands for, in the singular: a number, the same for one span in all languages.
pub fn period(word: &str) -> Option<usize> {
    static BY_WORD: LazyLock<Map<&str, usize>> = LazyLock::new(|| {
        // 'week' stands in two languages: the first counts, as both are the same span.
        let numbered = PERIODS.iter().enumerate().rev();
        numbered.flat_map(|(number, words)| words.split(' ').map(move |word| (word, number))).collect()
    });
    BY_WORD.get(word).copied()
}
