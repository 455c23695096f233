//! What is asked of the library in a terminal of its own: the search through articles, an article for a brief, the list.

use std::fs;

use super::{How, SOON, Session, can};

#[test]
fn a_search_goes_through_the_articles_and_into_one() {
    if !can() {
        return;
    }
    let mut session = Session::open(&How::default());
    session.types(b"/loading sheet\r");
    session.wait_for("One brief or its article has");
    session.types(b"\r");
    session.wait_for("/loading sheet 1/1");
    session.quits(b"Q");
}

#[test]
fn a_brief_is_given_its_article() {
    if !can() {
        return;
    }
    let mut session = Session::open(&How { size: (120, 40), ..How::default() });
    let there = session.home.join("briefs/harbourpost-2031-ferry.txt");
    let file = session.home.join("article.txt");
    fs::rename(&there, &file).unwrap();
    session.types(b"Rj\r");
    session.wait_for("The article is not here; @ attaches it");
    session.types(b"@");
    session.wait_for("tab complete");
    session.types(file.to_str().unwrap().as_bytes());
    session.types(b"\r");
    session.wait_for("Attached: all passages of");
    session.wait_for("¶1+");
    assert_eq!(fs::read(&there).unwrap(), fs::read(&file).unwrap());
    session.quits(b"Q");
}

#[test]
fn a_list_has_columns_on_a_terminal() {
    if !can() {
        return;
    }
    for args in [&["list"][..], &["search", "sandbank"]] {
        let mut session = Session::start(&How { args, ..How::default() });
        assert_eq!(session.end(SOON).code(), Some(0));
        let out = String::from_utf8_lossy(&session.out);
        assert!(!out.contains('\t') && out.contains("harbourpost-2031-ferry"), "{out}");
    }
}
