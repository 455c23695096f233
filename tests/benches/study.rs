//! Times what a reader's own costs: a note from the key to the disk, and the study of an eager reader.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::PathBuf;

use divan::{Bencher, black_box};
use epitome::brief::study::{Change, Moment, Part, Place, Study, Target, read, write};
use epitome::brief::{Anchor, ClaimId, Passage};
use epitome::library::{self, BriefId, Library, Store};
use epitome::text::Offset;

fn main() {
    divan::main();
}

fn noon() -> Moment {
    "2031-05-03T12:00:00Z".parse().unwrap()
}

/// That many notes, of three sentences each, every second of them on a passage.
fn study(notes: usize) -> Study {
    let words = "The harbour master had warned of the shoal, and nobody listened. ";
    let mut study = Study::default();
    for n in 0..notes {
        let passage = Passage::Quote {
            text: format!("{words}{n}"),
            before: Some(words.chars().take(32).collect()),
            after: Some(words.chars().take(32).collect()),
        };
        let on = match n % 2 {
            0 => Target::Brief,
            _ => Target::Passage(Anchor { paragraph: None, span: None, passage }, None),
        };
        study.apply(&[Change::AddNote { on, text: format!("{n}: {}", words.repeat(3)) }], noon());
    }
    study
}

struct Folder(PathBuf);

impl Folder {
    fn with(notes: usize) -> (Self, Store) {
        let folder = Self(std::env::temp_dir().join(format!("epitome-bench-{}-{notes}", std::process::id())));
        fs::create_dir_all(&folder.0).unwrap();
        fs::write(folder.0.join("a.study.yaml"), write::write(&study(notes), "bench")).unwrap();
        let (library, _) = Library::open(library::Place::Folder(folder.0.clone()), None);
        let store = Store::open(&library, None);
        (folder, store)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[divan::bench(args = [0, 500])]
fn a_note_and_its_undoing_are_acknowledged(bencher: Bencher, notes: usize) {
    let (_folder, store) = Folder::with(notes);
    let id = BriefId::new("a").unwrap();
    bencher.bench_local(|| {
        let change = Change::AddNote { on: Target::Brief, text: "A thought.".to_owned() };
        let applied = store.apply(&id, &[change], noon()).unwrap();
        store.apply(&id, &applied.inverse, noon()).unwrap()
    });
}

#[divan::bench(args = [0, 500])]
fn a_place_is_saved(bencher: Bencher, notes: usize) {
    let (_folder, store) = Folder::with(notes);
    let id = BriefId::new("a").unwrap();
    let mut at = 0;
    bencher.bench_local(|| {
        at += 1;
        let place = Place { part: Part::Claim(ClaimId("c1".to_owned())), at: Offset::new(at) };
        store.apply(&id, &[Change::SetPlace(Some(place))], noon()).unwrap()
    });
}

#[divan::bench]
fn a_study_of_500_notes_is_read(bencher: Bencher) {
    let file = write::write(&study(500), "bench");
    bencher.bench(|| read::read(black_box(file.as_bytes())).unwrap().study);
}

#[divan::bench]
fn a_study_of_500_notes_is_revised(bencher: Bencher) {
    let loaded = read::read(write::write(&study(500), "bench").as_bytes()).unwrap();
    let mut wanted = loaded.study.clone();
    wanted.apply(&[Change::SetStar(true)], noon());
    bencher.bench(|| write::revise(black_box(&loaded), &wanted).unwrap());
}
