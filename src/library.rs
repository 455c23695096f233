//! A library: a folder of briefs. Opens, lists, loads and saves.
