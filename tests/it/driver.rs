//! Plays the reader without a terminal: key strings go in, screens come out. The same `update`, `view` and loading as in
//! the program; only the threads are left out.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use epitome::brief::study::Moment;
use epitome::library::store::Store;
use epitome::library::{Library, Place};
use epitome::tui::document::UNSAVED;
use epitome::tui::effect::Effect;
use epitome::tui::input::Input;
use epitome::tui::key::Key;
use epitome::tui::model::Model;
use epitome::tui::msg::{Generation, Msg};
use epitome::tui::screen::{Reader, Screen, Shelf};
use epitome::tui::seen::{News, Seen};
use epitome::tui::theme::{Depth, Theme};
use epitome::tui::update::{settle, update};
use epitome::tui::view::view;
use epitome::tui::worker::{attach, carry_out, completions, draft, having, load, related, studies, take};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// The project's own briefs.
pub fn briefs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("briefs")
}

/// A copy of the sample pair alone, in a folder of its own that may be written to.
pub struct Copied(pub PathBuf);

impl Copied {
    /// `name` parts the folders of tests that run at once.
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("epitome-copied-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for stem in ["harbourpost-2031-ferry", "coastdaily-2031-ferry"] {
            for ending in ["yaml", "txt"] {
                let file = format!("{stem}.{ending}");
                fs::copy(briefs().join(&file), folder.join(&file)).unwrap();
            }
        }
        Self(folder)
    }

    /// A reader on it, after those keys.
    pub fn played(&self, keys: &str) -> Driver {
        let mut driver = Driver::open(&self.0, (120, 40));
        driver.keys(keys);
        driver
    }

    /// What a file of it holds; nothing where there is none.
    pub fn file(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_default()
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A reader that is played.
pub struct Driver {
    pub model: Model,
    library: Library,
    store: Store,
    seen: Seen,
    pub ended: Option<u8>,
    /// Effects that only a real terminal could carry out.
    pub outside: Vec<Effect>,
}

impl Driver {
    /// Opens a folder, or one brief, on a screen of that size.
    pub fn open(path: &Path, size: (u16, u16)) -> Self {
        Self::with(path, size, Theme { depth: Depth::True, ..Theme::default() })
    }

    /// The same, looking so.
    pub fn with(path: &Path, size: (u16, u16), theme: Theme) -> Self {
        let place = Place::named(path).unwrap();
        let first = match &place {
            Place::File(file) => Screen::Reader(Reader::of(file.file_stem().unwrap().to_str().unwrap())),
            _ => Screen::Shelf(Shelf::default()),
        };
        let (library, _) = Library::open(place, None);
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let store = Store::open(&library, None);
        let mut model = Model::new(size, theme, name, first);
        model.desk.folder = library.root().to_owned();
        let seen = Seen::new(library.clone(), store.clone());
        let mut driver = Self { model, library, store, seen, ended: None, outside: Vec::new() };
        driver.carry_out(Effect::Refresh(Generation::default()));
        driver.settle();
        driver
    }

    /// Types a string of keys: `jj<enter><C-o>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            self.take_in(Msg::Input(Input::Key(key)));
        }
        self
    }

    /// Types a string of keys faster than anything is answered: what they ask for is done afterwards.
    pub fn keys_at_once(&mut self, keys: &str) -> &mut Self {
        let mut asked = Vec::new();
        for key in parse(keys) {
            asked.extend(update(&mut self.model, Msg::Input(Input::Key(key))));
        }
        for effect in asked {
            self.carry_out(effect);
        }
        self.settle();
        self
    }

    /// Lets the terminal have another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.take_in(Msg::Resize(columns, rows));
        self
    }

    /// Lets something happen.
    pub fn take_in(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            self.carry_out(effect);
        }
        self.settle();
    }

    /// Whether these are the project's own briefs: tests neither write to them nor see what a reader added to them.
    fn is_ours(&self) -> bool {
        self.library.root().starts_with(env!("CARGO_MANIFEST_DIR"))
    }

    fn settle(&mut self) {
        // What is read may let the screen want more.
        for _ in 0..3 {
            for effect in settle(&mut self.model) {
                self.carry_out(effect);
            }
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Refresh(generation) => {
                let read = self.library.refresh(&Default::default(), &mut |_| {}, &AtomicBool::new(false));
                let msg = match read {
                    Ok((catalogue, _)) => {
                        if !self.is_ours() {
                            let studied = studies(&self.store, catalogue.entries(), &AtomicBool::new(false)).unwrap();
                            self.take_in(Msg::Studies(generation, studied));
                        }
                        Msg::Catalogue(generation, catalogue.entries().to_vec(), true)
                    }
                    Err(e) => Msg::Unreadable(generation, e.to_string()),
                };
                self.take_in(msg);
            }
            Effect::Load(generation, id) => {
                self.seen.read(&id);
                let document = match self.model.desk.unsaved.as_ref().filter(|_| id == UNSAVED) {
                    Some(article) => draft(Path::new(article)),
                    None => load(&self.library, &id),
                };
                let audit = document.as_ref().ok().map(|document| document.unjudged().audit());
                let document = document.map(Box::new);
                self.take_in(Msg::Loaded(generation, id.clone(), document));
                if let Some(audit) = audit {
                    self.take_in(Msg::Judged(generation, id, audit));
                }
            }
            Effect::Look(generation, id) => {
                let News { is_other, study } = self.seen.news(&id);
                if let Some(study) = study.filter(|_| !self.is_ours()) {
                    self.take_in(Msg::Studied(generation, id.clone(), study));
                }
                if is_other {
                    self.take_in(Msg::Changed(generation, id));
                }
            }
            Effect::Quit(code) => self.ended = Some(code),
            // Nobody answers.
            Effect::Do(..) if self.is_ours() => self.model.unanswered = 0,
            Effect::Do(deed, why) => {
                let done = carry_out(&self.library, &self.store, &deed, Moment::from_seconds(1_800_000_000));
                self.take_in(Msg::Done(deed, why, done));
            }
            Effect::Take(what) => {
                let taken = take(&self.library, &what);
                self.take_in(Msg::Taken(what, taken));
            }
            Effect::Attach(id, what) => {
                let attached = attach(&self.library, &id, &what);
                self.take_in(Msg::Attached(attached));
            }
            Effect::Complete(typed) => {
                let all = completions(&typed);
                self.take_in(Msg::Completions(typed, all));
            }
            Effect::Search(query) => {
                let found = self.library.refresh(&Default::default(), &mut |_| {}, &AtomicBool::new(false)).unwrap();
                let having = having(&self.library, found.0.entries(), &query, &AtomicBool::new(false)).unwrap();
                self.take_in(Msg::Searched(query, having));
            }
            Effect::Relate(id, claim) => {
                let found = self.library.refresh(&Default::default(), &mut |_| {}, &AtomicBool::new(false)).unwrap();
                let never = AtomicBool::new(false);
                let items = related(&self.library, found.0.entries(), &id, claim, &never).unwrap_or_default();
                self.take_in(Msg::Related(id, claim, items));
            }
            other => self.outside.push(other),
        }
    }

    /// The screen as cells.
    pub fn buffer(&self) -> Buffer {
        let (columns, rows) = self.model.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        view(&self.model, &mut buffer);
        buffer
    }

    /// The screen as lines of text.
    pub fn screen(&self) -> String {
        text(&self.buffer())
    }

    /// The line at the bottom.
    pub fn foot(&self) -> String {
        self.screen().lines().last().unwrap_or_default().to_owned()
    }
}

/// The keys of a string: characters, and names in angle brackets.
pub fn parse(keys: &str) -> Vec<Key> {
    let (mut rest, mut out) = (keys, Vec::new());
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|r| r.split_once('>')).filter(|(name, _)| !name.is_empty());
        match named.and_then(|(name, after)| Some((name.parse::<Key>().ok()?, after))) {
            Some((key, after)) => {
                out.push(key);
                rest = after;
            }
            None => {
                out.push(Key::char(c));
                rest = rest.get(c.len_utf8()..).unwrap();
            }
        }
    }
    out
}

/// A buffer's lines, without the blanks at their ends.
pub fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width.max(1));
    let mut out = String::new();
    for row in buffer.content.chunks(width) {
        let (mut line, mut skip) = (String::new(), 0);
        for cell in row {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            line.push_str(cell.symbol());
            skip = epitome::text::width::width(cell.symbol()).saturating_sub(1);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// A buffer's lines, and below them the stretches that look otherwise than plain text: row, columns, style.
pub fn styled(buffer: &Buffer, plain: Style) -> String {
    let mut out = text(buffer);
    let width = usize::from(buffer.area.width.max(1));
    for (y, row) in buffer.content.chunks(width).enumerate() {
        let mut x = 0;
        let runs = row.chunk_by(|a, b| a.style() == b.style());
        let mut line = Vec::new();
        for run in runs {
            let (from, style) = (x, run[0].style());
            x += run.len();
            if spelled(style) != spelled(plain) && run.iter().any(|cell| cell.symbol() != " ") {
                line.push(format!("{from}-{} {}", x - 1, spelled(style)));
            }
        }
        if !line.is_empty() {
            out.push_str(&format!("{y}: {}\n", line.join(", ")));
        }
    }
    out
}

/// Compares a screen with the one that was kept under that name in a folder of the tests; what it is now, when it differs.
/// With `EPITOME_BLESS` set it is kept instead.
pub fn review(folder: &Path, name: &str, shown: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(folder);
    let file = folder.join(format!("{name}.txt"));
    if std::env::var_os("EPITOME_BLESS").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&file, shown).unwrap();
        return None;
    }
    let same = fs::read_to_string(&file).unwrap_or_default() == shown;
    (!same).then(|| format!("{name} is now:\n{shown}"))
}

fn spelled(style: Style) -> String {
    let colour = |c: Option<Color>| match c {
        None | Some(Color::Reset) => String::new(),
        Some(c) => c.to_string().to_lowercase(),
    };
    let mut parts = vec![colour(style.fg)];
    let ground = colour(style.bg);
    if !ground.is_empty() {
        parts.push(format!("on {ground}"));
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::ITALIC, "italic"),
    ] {
        if style.add_modifier.contains(modifier) {
            parts.push(name.to_owned());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}
