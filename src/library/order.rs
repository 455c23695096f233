//! The orders in which a shelf can stand. Each is total: what is equal by it is ordered by title, then by id, so that the
//! same library always looks the same.

use std::cmp::Ordering;

use super::card::{Card, beginning, letters};

/// What a shelf is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first; those without a date last.
    #[default]
    Published,
    /// The last added or changed first.
    Added,
    /// By title, or by what stands for it.
    Title,
    /// By publisher; those without one last.
    Publisher,
    /// The most claims first.
    Claims,
    /// Those that have not been read first, the newest first among them.
    Unread,
}

impl Order {
    /// Every order, as a key that goes through them does.
    pub const ALL: [Order; 6] =
        [Self::Published, Self::Added, Self::Title, Self::Publisher, Self::Claims, Self::Unread];

    /// Its name on the command line and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Added => "added",
            Self::Title => "title",
            Self::Publisher => "publisher",
            Self::Claims => "claims",
            Self::Unread => "unread",
        }
    }

    /// The order of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }

    /// The one after it, the first after the last.
    pub fn next(self) -> Self {
        let after = Self::ALL.into_iter().skip_while(|order| *order != self).nth(1);
        after.unwrap_or(Self::Published)
    }

    /// Whether the greatest comes first.
    pub const fn descends(self) -> bool {
        matches!(self, Self::Published | Self::Added | Self::Claims)
    }

    /// Puts cards in this order. `is_read` says of an id whether its brief has been read.
    pub fn sort(self, cards: &mut [&Card], is_read: &dyn Fn(&str) -> bool) {
        let mut numbered: Vec<(usize, &Card)> = cards.iter().map(|card| (0, *card)).collect();
        self.sort_numbered(&mut numbered, is_read);
        for (place, (_, card)) in cards.iter_mut().zip(numbered) {
            *place = card;
        }
    }

    /// The same for cards of which each has a number.
    pub fn sort_numbered(self, cards: &mut [(usize, &Card)], is_read: &dyn Fn(&str) -> bool) {
        // Nearly every comparison is settled by these two numbers, which spares it the way to the cards' strings.
        let keyed = cards.iter().map(|one| (self.first(one.1, is_read), one.1.title_begins, *one));
        let mut keyed: Vec<(u64, u64, (usize, &Card))> = keyed.collect();
        keyed.sort_unstable_by(|(a_first, a_title, (_, a)), (b_first, b_title, (_, b))| {
            a_first
                .cmp(b_first)
                .then_with(|| self.within(a, b))
                .then_with(|| a_title.cmp(b_title))
                .then_with(|| letters(a.name()).cmp(letters(b.name())))
                .then_with(|| a.id_str().cmp(b.id_str()))
        });
        for (place, (.., card)) in cards.iter_mut().zip(keyed) {
            *place = card;
        }
    }

    /// A number by which a card comes before others.
    fn first(self, card: &Card, is_read: &dyn Fn(&str) -> bool) -> u64 {
        match self {
            Self::Published => newest_first(card),
            // The sign bit turned, so that the years before 1970 come before those after.
            Self::Added => !(card.modified().cast_unsigned() ^ (1 << 63)),
            Self::Title => card.title_begins,
            Self::Publisher => card.publisher().map_or(u64::MAX, beginning),
            Self::Claims => !u64::from(card.claims),
            Self::Unread => (u64::from(is_read(card.id_str())) << 63) | (newest_first(card) >> 1),
        }
    }

    /// The order of two cards whose number is the same, where that does not tell all.
    fn within(self, a: &Card, b: &Card) -> Ordering {
        let publisher = |card: &'_ Card| -> String { letters(card.publisher().unwrap_or_default()).collect() };
        match self {
            Self::Publisher => publisher(a).cmp(&publisher(b)),
            _ => Ordering::Equal,
        }
    }
}

/// A date known only to the month comes after the days of that month, so as not to claim to be newer than they are.
fn newest_first(card: &Card) -> u64 {
    let day = card.published.map(|published| published.first());
    let part = |part: Option<u8>| u64::from(part.unwrap_or(0));
    !day.map_or(0, |day| (u64::from(day.year()) << 16) | (part(day.month()) << 8) | part(day.day()))
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::brief::{Brief, Claim};
    use crate::library::card::Card;
    use crate::library::disk::Stamp;

    fn card(id: &str, title: &str, published: &str, publisher: &str, claims: usize, modified: i64) -> Card {
        let mut brief = Brief { title: Some(title.to_owned()), ..Brief::default() };
        brief.source.published = published.parse().ok();
        brief.source.publisher = Some(publisher.to_owned()).filter(|name| !name.is_empty());
        brief.claims = vec![Claim::default(); claims];
        Card::new(id, &brief, Stamp { modified, ..Stamp::default() })
    }

    #[test]
    fn every_order_puts_the_cards_where_a_reader_looks_for_them() {
        let cards = [
            card("a", "Zebra", "2014-06-11", "Post", 3, 1),
            card("b", "apple", "2014", "", 9, 3),
            card("c", "‘Mango’", "2014-07/2014-08", "daily", 3, 2),
            card("d", "Banana", "", "Post", 1, 0),
            card("e", "Cherry", "2014-06-11", "Daily", 1, 0),
        ];
        for (order, expected) in [
            (Order::Published, "ceabd"),
            (Order::Added, "bcade"),
            (Order::Title, "bdeca"),
            (Order::Publisher, "ecdab"),
            (Order::Claims, "bcade"),
            (Order::Unread, "cedab"),
        ] {
            for start in 0..cards.len() {
                let mut shelf: Vec<&Card> = cards.iter().cycle().skip(start).take(cards.len()).collect();
                order.sort(&mut shelf, &|id| id == "a" || id == "b");
                let ids: String = shelf.iter().map(|card| card.id_str()).collect();
                assert_eq!(ids, expected, "{}", order.name());
            }
        }
    }
}
