//! What every format needs to tell who wrote an article and when: bylines, dates and titles as people write them. Pure
//! functions of short strings; refuses to guess: what is not plainly a name or a date is none.

pub mod address;
pub mod byline;
pub mod date;
pub mod front;
pub mod language;
pub mod title;
mod words;
