//! Words by which sentences are judged, in lower case. English for the most part; what is of other languages stands at
//! the end of its table. Refuses to hold anything but tables.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::analysis::calendar;
use crate::text::lookup::{Map, Set};

/// A table of words.
pub type Words = LazyLock<Set<&'static str>>;

/// The table of the words that white space parts.
pub fn table(words: &'static str) -> Set<&'static str> {
    // Room for all from the start: a table that grows is filled twice, and a short article needs a dozen of them.
    let mut table = Set::with_capacity_and_hasher(words.len() / LETTERS, Default::default());
    table.extend(words.split_whitespace());
    table
}

/// A word of a table has about so many letters, the space counted.
const LETTERS: usize = 6;

/// Phrases of one word or several, each with what it is a sign of: found by the first word of each.
pub struct Phrases<T>(Map<&'static str, Vec<(&'static str, T)>>);

impl<T: Copy + 'static> Phrases<T> {
    /// A table of phrases in lower case, whose words one space parts.
    pub fn of(phrases: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: Map<&str, Vec<_>> = Map::default();
        for (phrase, sign) in phrases {
            let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            by_first.entry(first).or_default().push((rest, sign));
        }
        Self(by_first)
    }

    /// What the phrases are signs of that stand among these words, in their order.
    pub fn among<'w>(&'w self, words: &'w [&'w str]) -> impl Iterator<Item = T> + 'w {
        self.placed(words).map(|(_, sign)| sign)
    }

    /// The same, each with the place of its first word.
    pub fn placed<'w>(&'w self, words: &'w [&'w str]) -> impl Iterator<Item = (usize, T)> + 'w {
        words.iter().enumerate().flat_map(move |(at, first)| {
            let begun = self.0.get(first).map_or(&[][..], Vec::as_slice);
            let follows = move |rest: &str| {
                let after = words.iter().skip(at + 1).map(Some).chain(std::iter::repeat(None));
                rest.split_whitespace().zip(after).all(|(word, there)| there == Some(&word))
            };
            begun.iter().filter(move |(rest, _)| follows(rest)).map(move |(_, sign)| (at, *sign))
        })
    }
}

/// Pieces of text, sought wherever they stand, inside of words too: by the two bytes that each begins with, so that most
/// places of a text are passed at a glance.
pub struct Snippets {
    /// For every two bytes, the number of the group that begins with them, in whatever case; 0 for none.
    groups: Box<[u8]>,
    pieces: Vec<Vec<&'static str>>,
}

impl Snippets {
    /// A table of pieces in lower case, each of two bytes at least, fewer than 256 of them.
    pub fn of(pieces: &[&'static str]) -> Self {
        let mut table = Self { groups: vec![0; 1 << 16].into(), pieces: vec![Vec::new()] };
        for piece in pieces {
            let Some(&[first, second]) = piece.as_bytes().first_chunk() else { continue };
            let known = table.group([first, second]);
            let group = if known == 0 { table.pieces.len() } else { known };
            for first in [first, first.to_ascii_uppercase()] {
                for second in [second, second.to_ascii_uppercase()] {
                    if let (Some(place), Ok(group)) = (table.groups.get_mut(pair([first, second])), u8::try_from(group))
                    {
                        *place = group;
                    }
                }
            }
            match table.pieces.get_mut(group) {
                Some(begun) => begun.push(piece),
                None => table.pieces.push(vec![piece]),
            }
        }
        table
    }

    /// Whether one of the pieces stands in a text, in whatever case.
    pub fn stand_in(&self, text: &str) -> bool {
        if text.is_ascii() {
            self.stand_in_lower(text.as_bytes())
        } else {
            self.stand_in_lower(text.to_lowercase().as_bytes())
        }
    }

    /// Whether one of the pieces stands in a text, in whatever case, and no letter against its ends: 'email us', not 'email use'.
    pub fn stand_apart_in(&self, text: &str) -> bool {
        let small = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) };
        let all = small.as_bytes();
        let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        let apart = |at: usize, piece: &&str| {
            let ended = !is_letter(piece.as_bytes().last()) || !is_letter(all.get(at + piece.len()));
            let begun =
                !is_letter(piece.as_bytes().first()) || !is_letter(at.checked_sub(1).and_then(|at| all.get(at)));
            ended && begun
        };
        all.windows(2).enumerate().any(|(at, two)| {
            let group = two.first_chunk().map_or(0, |two| self.group(*two));
            let begun = self.pieces.get(group).filter(|_| group > 0).map_or(&[][..], Vec::as_slice);
            let rest = all.get(at..).unwrap_or_default();
            begun.iter().any(|piece| begins(rest, piece.as_bytes()) && apart(at, piece))
        })
    }

    /// Whether one of them stands in a text in lower case, or in ASCII.
    fn stand_in_lower(&self, mut rest: &[u8]) -> bool {
        while let [first, second, ..] = rest {
            let group = self.group([*first, *second]);
            // Most pairs begin no piece.
            if group > 0 && self.begins(group, rest) {
                return true;
            }
            rest = rest.get(1..).unwrap_or_default();
        }
        false
    }

    /// The pieces of which a text has the first two bytes, in whatever case, in their order.
    pub fn begun_by(&self, text: &str) -> &[&'static str] {
        let group = text.as_bytes().first_chunk().map_or(0, |two| self.group(*two));
        self.pieces.get(group).map_or(&[], Vec::as_slice)
    }

    fn group(&self, two: [u8; 2]) -> usize {
        self.groups.get(pair(two)).copied().map_or(0, usize::from)
    }

    /// Whether a text begins with a piece of a group.
    fn begins(&self, group: usize, text: &[u8]) -> bool {
        self.pieces.get(group).is_some_and(|pieces| pieces.iter().any(|piece| begins(text, piece.as_bytes())))
    }
}

/// Whether a text begins with a piece, in whatever case.
fn begins(text: &[u8], piece: &[u8]) -> bool {
    text.get(..piece.len()).is_some_and(|head| head.eq_ignore_ascii_case(piece))
}

/// The number that two bytes make.
fn pair(two: [u8; 2]) -> usize {
    usize::from(u16::from_be_bytes(two))
}

/// Titles that a person's name follows, in lower case, without a full stop.
pub static TITLES: Words = LazyLock::new(|| {
    table(
        "mr mrs ms dr prof professor president senator sen rep gov governor gen general col colonel capt captain lt \
     lieutenant sgt sergeant sheikh sheik sir lord lady king queen prince princess pope bishop archbishop \
     cardinal imam ayatollah grand minister premier chancellor mayor judge justice secretary ambassador commander \
     chief director chairman spokesman spokeswoman attorney detective officer coach actor actress singer maj \
     major brig brigadier herr frau",
    )
});

/// Words that make a name one of an organisation or place, in lower case.
pub static NOT_PERSONS: Words = LazyLock::new(|| {
    table(
        "ministry university police party council army group news times agency department center centre committee \
     court company inc ltd corp association institute office house state states city county republic school \
     college hospital bank union united national international authority service services foundation media \
     television radio post press airlines street north south east west islamic forces force security federal \
     islands island church club league society commission parliament congress senate government front movement \
     brigade brigades organization organisation airport hotel motel cup games stadium river lake mountain bay \
     beach museum park road avenue magazine journal show open prize award awards festival building station square \
     prison valley ocean sea war act day embassy navy guard airways data journalists officials northeast northwest southeast southwest northern southern eastern \
     western network tour",
    )
});

/// Words for a person who has no name, in lower case.
pub static PERSONS: Words = LazyLock::new(|| {
    table(
        "man woman boy girl mother father wife husband son daughter brother sister officer president minister student \
     teacher doctor driver suspect victim spokesman spokeswoman friend child teenager actor actress singer player \
     coach author soldier judge lawyer attorney king queen pope leader owner neighbor neighbour star striker \
     director witness politician uncle aunt mayor senator commander captain general parent patient dad mom mum \
     guy colleague official expert prosecutor gunman bomber photographer artist activist scientist researcher \
     attacker killer pilot worker manager trooper fighter rapper writer journalist reporter user fan tourist \
     veteran magnate businessman businesswoman billionaire prince princess clerk nurse professor candidate \
     founder blogger survivor defendant inmate prisoner hostage militant criminal thief baby infant toddler \
     person composer producer editor designer engineer analyst economist lecturer historian novelist poet musician \
     dancer comedian chef architect diplomat ambassador secretary chairman chairwoman chancellor detective sheriff \
     trainer goalkeeper golfer boxer swimmer cyclist physician surgeon priest bishop monk",
    )
});

/// Titles of, and words for, those of whom one says 'he', in lower case.
pub static HE_NOUNS: Words = LazyLock::new(|| {
    table(
        "mr sir lord king prince pope sheikh sheik imam ayatollah actor herr man boy father husband son brother uncle dad \
     guy businessman spokesman chairman",
    )
});

/// Titles of, and words for, those of whom one says 'she', in lower case.
pub static SHE_NOUNS: Words = LazyLock::new(|| {
    table(
        "mrs ms miss lady queen princess actress frau woman girl mother wife daughter sister aunt mom mum businesswoman \
     spokeswoman",
    )
});

/// First names of men, common ones in the press of several languages.
pub static HE_NAMES: Words = LazyLock::new(|| {
    table(
        "Aaron Adam Adrian Ahmed Alan Albert Alex Alexander Alfred Ali Allan Allen Andre Andreas Andrei Andrew Andy \
     Angelo Anthony Antonio Arnold Arthur Barack Barry Ben Benjamin Bernard Bernie Bill Billy Bob Bobby Boris Brad \
     Bradley Brandon Brendan Brett Brian Bruce Bruno Bryan Calvin Carl Carlos Cesar Charles Charlie Chris Christian \
     Christoph Christopher Chuck Clarence Claude Clint Colin Connor Conor Craig Cristiano Curtis Dale Damian Damon \
     Dan Daniel Danny Darren Darryl Dave David Dean Dennis Derek Dick Didier Diego Dimitri Dominic Don Donald Doug \
     Douglas Duncan Dustin Dwayne Dylan Earl Ed Eddie Edgar Eduardo Edward Edwin Elias Eliot Elliott Emmanuel Enrique \
     Eric Erik Ernest Ethan Eugene Evan Felipe Felix Fernando Floyd Francis Francisco Francois Frank Franklin Fred \
     Frederick Fritz Gareth Garry Gary Gavin Geoff Geoffrey George Gerald Gerard Gilbert Giovanni Glenn Gordon Graham \
     Grant Greg Gregory Guillermo Gustav Guy Hamid Hans Harold Harry Harvey Hassan Hector Heinrich Henri Henry \
     Herbert Howard Hugh Hugo Hussein Ian Ibrahim Igor Isaac Ivan Jack Jacob Jacques Jaime Jake James Jamie Jan Jared \
     Jason Javier Jay Jean-Claude Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joao Joe Joel \
     Joerg Johan Johann John Johnny Jon Jonathan Jorge Jose Josef Joseph Josh Joshua Juan Julian Julio Justin Karim \
     Karl Keith Ken Kenneth Kevin Khalid Klaus Kurt Kyle Lance Larry Lars Laurent Lawrence Lee Len Leo Leon Leonard \
     Leonardo Lewis Liam Lionel Lloyd Logan Louis Luc Luca Lucas Luis Luke Mahmoud Malcolm Manuel Marc Marcel Marco \
     Marcus Mario Mark Markus Martin Marvin Mathieu Matt Matthew Matthias Maurice Max Maxwell Michael Michel Miguel \
     Mike Mohamed Mohammad Mohammed Morris Muhammad Mustafa Nathan Ned Neil Nelson Nicholas Nick Nicolas Nigel Noah \
     Norman Oleg Oliver Omar Oscar Otto Owen Pablo Patrick Paul Paulo Pedro Pete Peter Phil Philip Philippe Phillip \
     Pierre Rafael Ralph Ramon Randy Raul Ray Raymond Reginald Reza Ricardo Richard Rick Rob Robert Roberto Rodney \
     Rodrigo Roger Roland Roman Ron Ronald Rory Ross Roy Ruben Rudy Rupert Russell Ryan Salman Salvador Sam Samuel \
     Scott Sean Sebastian Serge Sergei Sergio Seth Shane Shaun Shawn Silvio Simon Stan Stanley Stefan Stephan Stephen \
     Steve Steven Stuart Sven Ted Terence Terrence Terry Theo Theodore Thierry Thomas Tim Timothy Toby Todd Tom Tomas \
     Tommy Tony Travis Trevor Troy Tyler Vernon Victor Vincent Vladimir Wade Walter Warren Wayne Werner Will William \
     Wolfgang Xavier Yusuf Zach Zachary",
    )
});

/// First names of women, common ones in the press of several languages.
pub static SHE_NAMES: Words = LazyLock::new(|| {
    table(
        "Abigail Adele Agnes Alexandra Alexis Alice Alicia Alison Allison Alyssa Amanda Amelia Amina Amy Ana Anastasia \
     Andrea Angela Angelina Anita Ann Anna Anne Annette Annie April Ashley Astrid Audrey Barbara Beatrice Becky \
     Belinda Bernadette Beth Betty Beverly Bianca Brenda Bridget Brittany Camilla Camille Carla Carmen Carol Carolina \
     Caroline Carolyn Catherine Cathy Cecilia Charlotte Chelsea Cheryl Chloe Christina Christine Cindy Claire Clara \
     Claudia Colleen Connie Courtney Crystal Cynthia Daisy Danielle Dawn Debbie Deborah Debra Denise Diana Diane \
     Dolores Donna Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Emily Emma Erica \
     Erin Esther Eva Evelyn Faith Fatima Felicity Fiona Florence Frances Francesca Gabriela Gabrielle Gail Georgina \
     Geraldine Gertrude Gina Gisele Gloria Grace Greta Gwen Hannah Harriet Heather Heidi Helen Helena Hilary Hillary \
     Holly Ida Ilse Ingrid Irene Iris Isabel Isabella Isabelle Ivana Jackie Jacqueline Jane Janet Janice Jasmine \
     Jean-Marie Jeanne Jen Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Josephine Joyce Juanita Judith Judy \
     Julia Julianne Julie Juliet Karen Karin Kate Katharine Katherine Kathleen Kathryn Kathy Katie Katrina Kelly Kim \
     Kimberly Kirsten Kristen Kristin Kristina Laura Lauren Lena Leslie Lillian Lily Linda Lindsay Lisa Liz Lois \
     Loretta Lorraine Louise Lucia Lucy Lydia Lynn Mabel Madeleine Madison Malala Marcia Margaret Maria Marian Marie \
     Marilyn Marina Marine Marion Marjorie Marlene Martha Martina Mary Maureen Maxine Megan Melanie Melinda Melissa \
     Mercedes Meredith Michaela Michele Michelle Mildred Miranda Miriam Molly Monica Monique Muriel Nadia Nancy Naomi \
     Natalia Natalie Natasha Nathalie Nicola Nicole Nina Nora Norma Olga Olivia Oprah Pamela Patricia Patty Paula \
     Pauline Peggy Penelope Penny Petra Phyllis Priscilla Rachel Rebecca Regina Renee Rhonda Rita Roberta Rosa \
     Rosalie Rose Rosemary Ruth Sabrina Sally Samantha Sandra Sara Sarah Selena Shannon Sharon Sheila Shirley Silvia \
     Simone Sofia Sonia Sophia Sophie Stacey Stacy Stella Stephanie Sue Susan Susanne Suzanne Svetlana Sylvia Tamara \
     Tammy Tanya Tara Tatiana Teresa Theresa Tiffany Tina Tracy Ursula Valerie Vanessa Vera Veronica Vicky Victoria \
     Violet Virginia Vivian Wanda Wendy Whitney Yolanda Yvonne Zoe",
    )
});

/// Small words within a name.
pub static PARTICLES: Words = LazyLock::new(|| table("al el bin ibn abu de del della da di van von der den la le dos"));

/// Prepositions before a place's name, in lower case.
pub static PLACE: Words = LazyLock::new(|| table("in at from to near of the on for"));

/// Words that begin a sentence with a capital and are no names, in lower case.
pub static OPENING: Words = LazyLock::new(|| {
    let mut words = table(
        "last next earlier later today yesterday years days hours minutes weeks months eventually once authorities \
     officials investigators doctors prosecutors then even despite among like about the after before when while \
     with for from since until although though because during according there they she his her their its this \
     that these those but and not most many some all one two three four five another other under over also \
     however police at in on by as if any no nobody nothing each every either neither both such several few more much \
         what who which how why where it we i you a an to into through against between within without of so yet or now still \
         only just again perhaps maybe instead people women men children students experts researchers",
    );
    words.extend(calendar::english());
    words
});

/// Openings of teasers and captions, in lower case.
pub static TEASERS: Words = LazyLock::new(|| {
    table(
        "watch see read click share join follow visit find check tell subscribe listen photo pictured file image \
     video gallery scroll download advertisement related editor correction above below left right here's let's \
     please say let forget email imagine remember consider take think welcome meet enter expect ah ahh oh wow hey",
    )
});

/// Words that point out of their sentence when they open it, in lower case. ('There' does not.)
pub static POINTERS: Words = LazyLock::new(|| {
    table(
        "things whatever whoever much others first now therein among however he she it they this that these those his \
     her hers their its we i my our you your such then both another neither either here it's he's she's they're \
     that's one none each few similarly same thereafter afterward afterwards later doing or nor because which who \
     to so whereby meanwhile 그건 그것은 이런 이러한 그래서 하지만 그러나 그런데 earlier even only what how why maybe yes no not too all hence thus again once if like unlike instead \
     well er sie es dies diese dieser dieses sein ihre il elle ils elles ce cette ces cela ses son sa leur leurs \
     celui celle él ella ellos esto este esta ese esa egli lui lei questo questa ele ela isso hij zij dit deze \
     dat",
    )
});

/// Nouns after which 'this' points to the day of publication, not to an earlier sentence.
pub static TIMES: Words = LazyLock::new(|| {
    table("week month year weekend morning afternoon evening spring summer autumn fall winter season century")
});

/// Forms of verbs of saying, in lower case.
pub static SAYING: Words = LazyLock::new(|| {
    table(
        "say argue allege alleges alleged alleging insist clarified said says told tells added adds argued argues wrote writes noted notes explained explains claimed claims warned \
     warns insisted insists stated states announced tweeted posted complained complains acknowledged acknowledges \
     admitted admits confirmed confirms predicted predicts recalled recalls continued concluded concludes believes \
     thinks commented suggested suggests asked asks replied cautions cautioned testified observed observes concedes conceded \
     reported reports",
    )
});

/// Short forms that everybody knows, as they are written.
pub static WELL_KNOWN: Words = LazyLock::new(|| {
    table(
        "US USA UK EU UN AI TV CEO NASA FBI CIA PM AM NBC CNN BBC ABC CBS ID IT OK GDP NATO DNA COVID UAE HIV AIDS NYC NHS WHO \
         ISIS ISIL IMF NFL NBA MLB FIFA UEFA GPS PC DVD CD VIP MP MPs CCTV SUV USB WWII II III IV",
    )
});

#[cfg(test)]
mod tests {
    use super::{Phrases, Snippets};

    #[test]
    fn pieces_are_found_inside_of_words_too() {
        let snippets = Snippets::of(&["letter", "©", "to you"]);
        for (text, stand) in [
            ("newsletters", true),
            ("NewsLetters", true),
            ("ÄLETTER", true),
            ("a letter", true),
            ("lette", false),
            ("© 2031", true),
            ("ä©", true),
            ("to your", true),
            ("to yo", false),
            ("", false),
        ] {
            assert_eq!(snippets.stand_in(text), stand, "{text}");
        }
    }

    #[test]
    fn pieces_are_found_where_no_letter_stands_against_them() {
        let snippets = Snippets::of(&["email us", "(r)"]);
        for (text, stand) in [
            ("Email us.", true),
            ("Hale's email use", false),
            ("an email us", true),
            ("Hale’s email us’", true),
            ("remail us", false),
            ("ä(R)s", true),
            ("", false),
        ] {
            assert_eq!(snippets.stand_apart_in(text), stand, "{text}");
        }
    }

    #[test]
    fn phrases_are_found_word_by_word() {
        let phrases = Phrases::of([("at the", 1), ("at the time", 2), ("so", 3), ("the", 4)]);
        for (text, found) in [
            ("so it was at the time", &[3, 1, 2, 4][..]),
            ("at the", &[1, 4]),
            ("the time at", &[4]),
            ("also that them", &[]),
            ("", &[]),
        ] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(phrases.among(&words).collect::<Vec<_>>(), found, "{text}");
        }
    }
}
