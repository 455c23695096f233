//! The only file that knows colours: what each role looks like on a dark and a light ground, with 16 colours, and without.
//! Refuses to carry meaning by colour alone: every role that means something has a sign or a modifier too.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// What may be overlooked: bylines, neighbours of a passage, the empty parts of a line.
    Dim,
    /// A title.
    Title,
    /// A heading within a text.
    Heading,
    /// The one accent: the bar at the selected line, the program's name.
    Accent,
    /// Text of the selected line.
    Selected,
    /// A passage that supports a claim.
    Passage,
    /// Another passage of the selected claim.
    OtherPassage,
    /// A passage of some claim, where the whole article is read.
    Covered,
    /// What was looked for.
    Match,
    /// What was looked for, where one is.
    CurrentMatch,
    /// A passage the reader highlighted.
    Highlight,
    /// The sign beside it.
    HighlightSign,
    /// A passage the reader wrote a note on.
    Noted,
    /// Text being selected.
    Selection,
    /// What one claim has and the other does not.
    Unlike,
    /// The reader's own words.
    Note,
    /// Something is as it should be.
    Good,
    /// Something wants a look.
    Warn,
    /// Something is wrong.
    Bad,
    /// Lines between panes.
    Rule,
    /// A key in the footer or help.
    Key,
    /// A message.
    Notice,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 23] = [
        Self::Text,
        Self::Dim,
        Self::Title,
        Self::Heading,
        Self::Accent,
        Self::Selected,
        Self::Passage,
        Self::OtherPassage,
        Self::Covered,
        Self::Match,
        Self::CurrentMatch,
        Self::Highlight,
        Self::HighlightSign,
        Self::Noted,
        Self::Selection,
        Self::Unlike,
        Self::Note,
        Self::Good,
        Self::Warn,
        Self::Bad,
        Self::Rule,
        Self::Key,
        Self::Notice,
    ];
}

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// None: weight, underline and reversal only.
    None,
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// The cube of 256.
    #[default]
    Cube,
    /// Red, green and blue of 8 bits each.
    True,
}

/// Whether the terminal's ground is dark or light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Light text on a dark ground.
    #[default]
    Dark,
    /// Dark text on a light ground.
    Light,
}

impl Ground {
    /// The ground of that colour, by its relative luminance (ITU-R BT.709).
    pub fn of(red: u8, green: u8, blue: u8) -> Self {
        let luminance = 0.2126 * f32::from(red) + 0.7152 * f32::from(green) + 0.0722 * f32::from(blue);
        if luminance > 127.0 { Self::Light } else { Self::Dark }
    }
}

/// How the program looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Colours to be had.
    pub depth: Depth,
    /// The terminal's ground.
    pub ground: Ground,
    /// Signs of ASCII only.
    pub ascii: bool,
    /// Whether text from right to left is put in its visual order here; not where the terminal does that itself.
    pub reorder: bool,
}

impl Default for Theme {
    /// As most terminals want it: 256 colours on a dark ground, every sign, and no terminal that reorders.
    fn default() -> Self {
        Self { depth: Depth::default(), ground: Ground::default(), ascii: false, reorder: true }
    }
}

/// A colour: 24 bits, and its like in the cube and among the sixteen (dark ground first).
struct Ink(u32, u8, Color);

impl Ink {
    fn color(&self, depth: Depth) -> Option<Color> {
        match depth {
            Depth::None => None,
            Depth::Sixteen => Some(self.2).filter(|&c| c != Color::Reset),
            Depth::Cube => Some(Color::Indexed(self.1)),
            Depth::True => {
                let [_, red, green, blue] = self.0.to_be_bytes();
                Some(Color::Rgb(red, green, blue))
            }
        }
    }
}

/// The inks of one ground. The ground itself is the terminal's own: it is never painted.
struct Inks {
    text: Ink,
    dim: Ink,
    strong: Ink,
    accent: Ink,
    good: Ink,
    warn: Ink,
    bad: Ink,
    rule: Ink,
    passage_ground: Ink,
    match_ground: Ink,
    highlight_ground: Ink,
}

const DARK: Inks = Inks {
    text: Ink(0x00d4_d2cc, 252, Color::Reset),
    dim: Ink(0x0094_938d, 246, Color::DarkGray),
    strong: Ink(0x00f4_f1ea, 255, Color::White),
    accent: Ink(0x00e0_b060, 179, Color::Yellow),
    good: Ink(0x008f_bf7f, 108, Color::Green),
    warn: Ink(0x00e0_a35c, 179, Color::Yellow),
    bad: Ink(0x00ee_8277, 210, Color::LightRed),
    rule: Ink(0x0050_4f4b, 239, Color::DarkGray),
    passage_ground: Ink(0x003a_3423, 236, Color::Reset),
    match_ground: Ink(0x0023_3f5c, 24, Color::Reset),
    highlight_ground: Ink(0x0028_4030, 22, Color::Reset),
};

const LIGHT: Inks = Inks {
    text: Ink(0x0033_3230, 236, Color::Reset),
    dim: Ink(0x006b_6a66, 242, Color::DarkGray),
    strong: Ink(0x0014_1412, 233, Color::Black),
    accent: Ink(0x008a_5a00, 94, Color::Blue),
    good: Ink(0x0030_6b2c, 22, Color::Green),
    warn: Ink(0x0087_5500, 94, Color::Magenta),
    bad: Ink(0x00a8_2a22, 124, Color::Red),
    rule: Ink(0x00c4_c2bb, 250, Color::Gray),
    passage_ground: Ink(0x00f6_e9c4, 230, Color::Reset),
    match_ground: Ink(0x00cf_e3f7, 153, Color::Reset),
    highlight_ground: Ink(0x00d3_edd4, 194, Color::Reset),
};

impl Theme {
    /// How a role looks.
    pub fn style(self, role: Role) -> Style {
        let inks = match self.ground {
            Ground::Dark => &DARK,
            Ground::Light => &LIGHT,
        };
        let (ink, modifier) = match role {
            Role::Text | Role::Covered => (&inks.text, Modifier::empty()),
            Role::Dim => (&inks.dim, Modifier::empty()),
            Role::Title | Role::Selected => (&inks.strong, Modifier::BOLD),
            Role::Heading => (&inks.strong, Modifier::BOLD),
            Role::Accent => (&inks.accent, Modifier::BOLD),
            Role::Passage => (&inks.strong, Modifier::empty()),
            Role::OtherPassage | Role::Noted => (&inks.text, Modifier::UNDERLINED),
            Role::Match => (&inks.strong, Modifier::empty()),
            Role::Highlight => (&inks.strong, Modifier::UNDERLINED),
            Role::CurrentMatch | Role::Selection => (&inks.strong, Modifier::REVERSED),
            Role::Unlike => (&inks.accent, Modifier::BOLD.union(Modifier::UNDERLINED)),
            Role::Note => (&inks.accent, Modifier::ITALIC),
            Role::Good | Role::HighlightSign => (&inks.good, Modifier::empty()),
            Role::Warn => (&inks.warn, Modifier::empty()),
            Role::Bad => (&inks.bad, Modifier::BOLD),
            Role::Rule => (&inks.rule, Modifier::empty()),
            Role::Key => (&inks.accent, Modifier::empty()),
            Role::Notice => (&inks.strong, Modifier::empty()),
        };
        let mut style = Style::new().add_modifier(modifier);
        style.fg = ink.color(self.depth);
        let ground = match role {
            Role::Passage => Some((&inks.passage_ground, Modifier::BOLD)),
            Role::Match => Some((&inks.match_ground, Modifier::UNDERLINED.union(Modifier::BOLD))),
            Role::Highlight => Some((&inks.highlight_ground, Modifier::ITALIC)),
            _ => None,
        };
        if let Some((ground, instead)) = ground {
            style.bg = ground.color(self.depth);
            if style.bg.is_none() {
                style = style.add_modifier(instead);
            }
        }
        if self.depth == Depth::None && matches!(role, Role::Dim | Role::Rule) {
            style = style.add_modifier(Modifier::DIM);
        }
        style
    }

    /// A sign, or its stand-in of ASCII.
    pub const fn sign(self, sign: Sign) -> &'static str {
        let (plain, ascii) = sign.spellings();
        if self.ascii { ascii } else { plain }
    }
}

/// A sign on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The bar at the selected line.
    Bar,
    /// The bar at lines that a claim rests on.
    ThinBar,
    /// A line across.
    Across,
    /// A line down.
    Down,
    /// Where a line down meets a line across from below.
    MeetsBelow,
    /// Where a line down meets a line across from above.
    MeetsAbove,
    /// Where two lines cross.
    Crosses,
    /// Resolved as it was.
    Exact,
    /// Resolved elsewhere.
    Moved,
    /// Resolved after folding.
    Repaired,
    /// Several places.
    Ambiguous,
    /// No place.
    Missing,
    /// No article.
    Unattached,
    /// Drafted, and not accepted yet.
    Drafted,
    /// Picked.
    Picked,
    /// A paragraph.
    Pilcrow,
    /// Between the parts of a byline.
    Dot,
    /// Where in the whole text a match is.
    Tick,
    /// A note of the reader's.
    Note,
    /// A highlight of the reader's.
    Highlight,
    /// The pane that has the keys.
    Focus,
    /// Kept for later.
    Star,
    /// Text goes on.
    Ellipsis,
    /// From the first to the last of several.
    Through,
    /// Before whom something is credited to.
    Credit,
    /// Both claims say the same.
    Agree,
    /// Both claims cannot be right.
    Differ,
    /// Both claims speak of the same.
    Related,
    /// Only the left brief says it.
    OnlyA,
    /// Only the right brief says it.
    OnlyB,
    /// Sorted downwards.
    Descending,
    /// Sorted upwards.
    Ascending,
}

impl Sign {
    /// How it is written, and its stand-in of ASCII.
    pub const fn spellings(self) -> (&'static str, &'static str) {
        match self {
            Self::Bar => ("▌", "|"),
            Self::ThinBar => ("▏", ":"),
            Self::Across => ("─", "-"),
            Self::Down => ("│", "|"),
            Self::MeetsBelow => ("┬", "+"),
            Self::MeetsAbove => ("┴", "+"),
            Self::Crosses => ("┼", "+"),
            Self::Exact => ("✓", "v"),
            Self::Moved => ("→", ">"),
            Self::Repaired => ("≈", "~"),
            Self::Ambiguous => ("?", "?"),
            Self::Missing => ("✗", "x"),
            Self::Unattached => ("○", "o"),
            Self::Drafted => ("◦", "."),
            Self::Picked => ("●", "*"),
            Self::Pilcrow => ("¶", "para"),
            Self::Dot => ("·", "-"),
            Self::Tick => ("▪", "*"),
            // As a book does; a pencil is missing in most fonts of terminals.
            Self::Note => ("†", "n"),
            Self::Highlight => ("┃", "h"),
            Self::Focus => ("▸", ">"),
            Self::Star => ("★", "*"),
            Self::Ellipsis => ("…", "..."),
            Self::Through => ("–", "-"),
            Self::Credit => ("—", "--"),
            Self::Agree => ("=", "="),
            Self::Differ => ("≠", "!"),
            Self::Related => ("~", "~"),
            Self::OnlyA => ("‹", "<"),
            Self::OnlyB => ("›", ">"),
            Self::Descending => ("↓", "v"),
            Self::Ascending => ("↑", "^"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DARK, Depth, Ground, Ink, Inks, LIGHT, Role, Sign, Theme};

    fn luminance(rgb: u32) -> f64 {
        let [_, r, g, b] = rgb.to_be_bytes();
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: u32, b: u32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn cube(index: u8) -> u32 {
        let n = u32::from(index);
        if n >= 232 {
            return (8 + 10 * (n - 232)) * 0x01_0101;
        }
        let step = |v: u32| if v == 0 { 0 } else { 55 + 40 * v };
        let n = n.saturating_sub(16);
        step(n / 36) << 16 | step(n / 6 % 6) << 8 | step(n % 6)
    }

    /// WCAG 2.2, success criterion 1.4.3: text has a contrast of at least 4.5:1.
    #[test]
    fn every_ink_is_readable_on_its_ground() {
        let readable = |inks: &Inks, ground: u32| {
            for Ink(rgb, index, _) in
                [&inks.text, &inks.dim, &inks.strong, &inks.accent, &inks.good, &inks.warn, &inks.bad]
            {
                for shown in [*rgb, cube(*index)] {
                    let got = contrast(shown, ground);
                    assert!(got >= 4.5, "{shown:06x} on {ground:06x} has {got:.2}");
                }
            }
            for paper in [&inks.passage_ground, &inks.match_ground, &inks.highlight_ground] {
                for (text, paper) in [(inks.strong.0, paper.0), (cube(inks.strong.1), cube(paper.1))] {
                    assert!(contrast(text, paper) >= 4.5, "{text:06x} on {paper:06x} cannot be read");
                }
            }
        };
        for ground in [0x00_0000, 0x1d_1f21, 0x28_2828] {
            readable(&DARK, ground);
        }
        for ground in [0xff_ffff, 0xfa_fafa, 0xf5_f0e6] {
            readable(&LIGHT, ground);
        }
    }

    #[test]
    fn without_colour_no_role_has_one() {
        let plain = Theme { depth: Depth::None, ..Theme::default() };
        for role in Role::ALL {
            let style = plain.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }

    #[test]
    fn the_ground_is_told_from_its_colour() {
        assert_eq!(Ground::of(255, 250, 240), Ground::Light);
        assert_eq!(Ground::of(29, 31, 33), Ground::Dark);
    }

    #[test]
    fn signs_have_a_spelling_in_ascii() {
        for sign in [Sign::Bar, Sign::Exact, Sign::Missing, Sign::Ellipsis, Sign::Crosses] {
            assert!(Theme { ascii: true, ..Theme::default() }.sign(sign).is_ascii());
        }
    }
}
