//! Which way a double quotation mark goes that can go both ways: “ closes what „ opened, and German turns » and « round.
//! Refuses straight marks: they tell nothing by themselves.

/// Follows the marks of a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// Whether a low mark is open, which a high one closes.
    low: bool,
}

impl Marks {
    /// Inside a quotation that a mark before the text opened.
    pub fn opened(mark: Option<char>) -> Self {
        Self { low: mark == Some('„') }
    }

    /// Whether a mark opens a quotation, or closes one; `None` for what is no double mark with a direction. `before` and
    /// `after` are the characters beside it.
    #[inline]
    pub fn opens(&mut self, before: Option<char>, c: char, after: Option<char>) -> Option<bool> {
        // Few characters are marks.
        if c.is_ascii() {
            return None;
        }
        let apart = before.is_none_or(|b| b.is_whitespace() || matches!(b, '(' | '[' | '-' | '–' | '—' | '/'));
        let opens = match c {
            '„' => true,
            '“' => !self.low,
            '”' => false,
            '«' => apart || after.is_some_and(|a| a.is_alphanumeric()),
            '»' => apart && after.is_some_and(|a| a.is_alphanumeric() || a == '…'),
            _ => return None,
        };
        self.low = if matches!(c, '«' | '»') { self.low } else { c == '„' };
        Some(opens)
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn a_mark_goes_the_way_it_stands() {
        for (text, directions) in [
            ("“a” “b”", "oxox"),
            ("„a“ „b“ “c”", "oxoxox"),
            ("„a” “b”", "oxox"),
            ("« a », « b »", "oxox"),
            ("«a» («b»)", "oxox"),
            ("»a«, (»b«).", "oxox"),
            ("more »", "x"),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let mut marks = Marks::default();
            let beside = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
            let turn = |(at, c): (usize, &char)| marks.opens(beside(at.checked_sub(1)), *c, beside(Some(at + 1)));
            let found: String = chars.iter().enumerate().filter_map(turn).map(|o| if o { 'o' } else { 'x' }).collect();
            assert_eq!(found, directions, "{text}");
        }
    }
}
