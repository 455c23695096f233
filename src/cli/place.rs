//! The option by which every command is told where the library is, and the opening of it. Prints nothing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use crate::cli::settings::Settings;
use crate::cli::{Failure, message};
use crate::library::{BriefId, Catalogue, Entry, Environment, Library, LibraryError, Opened, Place};

/// Where the library is.
#[derive(ClapArgs)]
pub struct LibraryArgs {
    /// The library: a folder of briefs, or one brief [default: $EPITOME_LIBRARY, else ./briefs, else the settings, else the data folder]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
}

impl LibraryArgs {
    /// Where the library is, on this machine.
    ///
    /// # Errors
    /// When what was named is not there, or no library.
    pub fn find(&self) -> Result<(Place, Environment), Failure> {
        let environment = Environment::of_process();
        let settings = Settings::load(&environment);
        settings.faults.iter().for_each(|fault| message(fault));
        let place = Place::find(self.library.as_deref(), &environment, settings.library())?;
        Ok((place, environment))
    }

    /// Where the library is, if anyone has made it.
    ///
    /// # Errors
    /// As [`LibraryArgs::find`], and when there is none yet.
    pub fn existing(&self) -> Result<Place, Failure> {
        match self.find()?.0 {
            Place::NotYet(path) => {
                let why = "there is no library yet; name one with --library";
                Err(Failure(format!("{}: {why}", path.display())))
            }
            place => Ok(place),
        }
    }

    /// The library with its catalogue as the disk has it now.
    ///
    /// # Errors
    /// When it is not there or cannot be looked at.
    pub fn open(&self) -> Result<(Library, Catalogue), Failure> {
        let (place, environment) = self.find()?;
        Ok(Library::catalogue(place, environment.cache.as_deref())?)
    }

    /// The brief that was asked for, and its library: a file; else, without reading any other, the one of that very id;
    /// else the one whose id begins like that.
    ///
    /// # Errors
    /// When no brief or several are called that, or it cannot be read.
    pub fn load(&self, asked: impl AsRef<OsStr>) -> Result<(Library, Opened), Failure> {
        let path = Path::new(asked.as_ref());
        if path.extension().is_some_and(|end| end == "yaml") && path.symlink_metadata().is_ok() {
            let (library, catalogue) = Library::catalogue(Place::File(path.to_owned()), None)?;
            let entry = catalogue.entries().first().ok_or_else(|| LibraryError::Neither(path.to_owned()))?;
            let opened = load(&library, entry)?;
            return Ok((library, opened));
        }
        let asked = asked.as_ref().to_string_lossy();
        let (place, environment) = self.find()?;
        let (library, _) = Library::open(place.clone(), None);
        if let Some(id) = BriefId::new(&asked).filter(|id| library.brief_path(id).is_file()) {
            let opened = library.load(&id)?;
            return Ok((library, opened));
        }
        let (library, catalogue) = Library::catalogue(place, environment.cache.as_deref())?;
        let opened = load(&library, catalogue.named(&asked)?)?;
        Ok((library, opened))
    }

    /// The file of a brief by its id or the beginning of that, be it a good brief or not.
    ///
    /// # Errors
    /// When no brief or several are called that.
    pub fn file(&self, asked: &OsStr) -> Result<PathBuf, Failure> {
        let asked = asked.to_string_lossy();
        let (library, catalogue) = self.open()?;
        let there = BriefId::new(&asked).map(|id| library.brief_path(&id)).filter(|path| path.is_file());
        match there {
            Some(path) => Ok(path),
            None => Ok(match catalogue.named(&asked)? {
                Entry::Brief(card) => library.brief_path(&card.id()),
                Entry::Fault(fault) => library.root().join(&fault.path),
            }),
        }
    }
}

fn load(library: &Library, entry: &Entry) -> Result<Opened, Failure> {
    match entry {
        Entry::Brief(card) => Ok(library.load(&card.id())?),
        Entry::Fault(fault) => {
            let path = library.root().join(&fault.path);
            Err(Failure(format!("cannot read {}: {}", path.display(), fault.why)))
        }
    }
}

impl From<LibraryError> for Failure {
    fn from(e: LibraryError) -> Self {
        Self(e.to_string())
    }
}
