//! Sentences that only look as if they leaned on another.

use super::last;

#[test]
fn what_only_looks_as_if_it_leaned_is_a_claim() {
    for (sentence, stands) in [
        ("Well-off crews in Kerrick love the old ferry.", true),
        ("Well, crews in Kerrick love the old ferry.", true),
        ("Same-day mail from Kerrick costs 40 crowns.", true),
        ("The same mail from Kerrick costs 40 crowns.", true),
        ("First half goals by Tom Hale won the match in Kerrick.", true),
        ("First it sailed to Kerrick and to Norland Bay.", false),
        ("This past season the port of Kerrick lost a ferry.", true),
        ("This year's ferry to Kerrick is the oldest.", true),
        ("This past is told in Kerrick to the young.", false),
        ("Each year the port of Kerrick counts its lamps.", true),
        ("Each has sailed to the port of Kerrick.", false),
        ("Either Tom Hale lit the lamp of Kerrick or the fog had lifted.", true),
        ("Either way the port of Kerrick needs a lamp.", false),
        ("Kerrick has lost a ferry again, this time to the fog.", true),
        ("By this time the port of Kerrick had a lamp.", false),
        ("Kerrick counted 40 ships in 2010, and has lost two since then.", true),
        ("Kerrick counted forty ships, and has lost two since then.", false),
        ("Orla Light, who later built the lamp of Kerrick, began as a pilot.", true),
        ("Two days later the port of Kerrick had a lamp.", false),
        ("The report from Kerrick showed how old and how slow the ferry of the port is.", true),
        ("The report from Kerrick showed how old and how slow it is.", true),
        ("In Kerrick the ferry of the port is.", false),
        ("The report from Kerrick told what brought the crew to where they are.", false),
        ("After nearly a year with the Norlandish navy, he left the port of Kerrick.", false),
        ("The port of Kerrick told the owners what it was.", false),
        ("The port of Kerrick tracked the clerk's own email use.", true),
        ("(The Norland Post)The port of Kerrick has a new lamp.", true),
        ("(It was the old lamp of Kerrick.)", false),
        ("With his old lamp on, pilot Norrin Vale rowed to Kerrick.", true),
        ("Four days after he was shot in Kerrick, former harbour master Norrin Vale was buried.", true),
        ("In his first report since May, the King of Norland spoke to Kerrick.", true),
        ("In his first report since May, critics say Norland is to blame.", false),
        ("Meanwhile Kerrick lost two of its ferries in the fog.", true),
        ("There Tom Hale lit the lamp of Kerrick in the fog.", false),
        ("There is a lamp in Kerrick that Tom Hale lit.", true),
        ("There still are lamps in Kerrick that Tom Hale lit.", true),
        ("Presented by Norland Lines, Kerrick Lights and the port.", false),
    ] {
        let before = "\"The lamp was out,\" Tom Hale and Ned Brown said.";
        assert_eq!(!last(&format!("{before} {sentence}"), "en").is_empty(), stands, "{sentence}");
    }
    for (first, claim) in [
        (
            "He may be ill -- but golfer Tom Hale has lit the lamp in Kerrick again.",
            "Golfer Tom Hale has lit the lamp in Kerrick again.",
        ),
        ("(The Norland Post)It's official: The old lamp of Kerrick has a name.", "The old lamp of Kerrick has a name."),
    ] {
        assert_eq!(last(first, "en"), claim);
    }
}
