//! The orders in which a shelf can stand. Each is total: what is equal by it is ordered by title, then by id, so that the
//! same library always looks the same.

use std::cmp::{Ordering, Reverse};

use super::card::Card;

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
        match self {
            Self::Published => cards.sort_by(|a, b| newest_first(a, b).then_with(|| by_title(a, b))),
            Self::Added => cards.sort_by(|a, b| b.modified().cmp(&a.modified()).then_with(|| by_title(a, b))),
            Self::Title => cards.sort_by(|a, b| by_title(a, b)),
            Self::Publisher => cards.sort_by(|a, b| by_publisher(a, b).then_with(|| by_title(a, b))),
            Self::Claims => cards.sort_by(|a, b| b.claims.cmp(&a.claims).then_with(|| by_title(a, b))),
            Self::Unread => {
                let mut asked: Vec<(bool, &Card)> = cards.iter().map(|card| (is_read(card.id_str()), *card)).collect();
                asked.sort_by(|(a_read, a), (b_read, b)| {
                    a_read.cmp(b_read).then_with(|| newest_first(a, b)).then_with(|| by_title(a, b))
                });
                for (place, (_, card)) in cards.iter_mut().zip(asked) {
                    *place = card;
                }
            }
        }
    }
}

/// A date known only to the month comes after the days of that month, so as not to claim to be newer than they are.
fn newest_first(a: &Card, b: &Card) -> Ordering {
    let day = |card: &Card| Reverse(card.published.map(|published| published.first()));
    day(a).cmp(&day(b))
}

fn by_publisher(a: &Card, b: &Card) -> Ordering {
    let without = |card: &Card| card.publisher().is_none();
    let name = |card: &'_ Card| -> String { card.publisher().unwrap_or_default().to_lowercase() };
    without(a).cmp(&without(b)).then_with(|| name(a).cmp(&name(b)))
}

fn by_title(a: &Card, b: &Card) -> Ordering {
    letters(a).cmp(letters(b)).then_with(|| a.id_str().cmp(b.id_str()))
}

/// The letters by which a title is found in a list: without what opens a quotation, and without capitals.
fn letters(card: &Card) -> impl Iterator<Item = char> {
    let text = card.title().or(card.label()).unwrap_or(card.id_str());
    text.chars().skip_while(|c| !c.is_alphanumeric()).flat_map(char::to_lowercase)
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
