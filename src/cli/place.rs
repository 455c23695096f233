//! The option by which every command is told where the library is, and the opening of it. Prints nothing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use crate::cli::settings::Settings;
use crate::cli::{Failure, message};
use crate::library::card::EXTENSION;
use crate::library::{BriefId, Catalogue, Entry, Environment, Library, LibraryError, Opened, Place, disk};

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

    /// The library that something is to be written into, be it there yet or not.
    ///
    /// # Errors
    /// As [`LibraryArgs::find`], and when one brief was named.
    pub fn to_write(&self) -> Result<Library, Failure> {
        let environment = Environment::of_process();
        let place = match self.library.as_deref().or(environment.library.as_deref()) {
            Some(asked) if asked.symlink_metadata().is_err() => Place::NotYet(asked.to_owned()),
            _ => self.find()?.0,
        };
        if let Place::File(path) = &place {
            return Err(Failure(format!("{}: a brief, not a library; name its folder", path.display())));
        }
        Ok(Library::at(place, environment.cache.as_deref()))
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
        let (library, id) = self.name(asked)?;
        Ok(library.brief_path(&id))
    }

    /// The id of the brief that was asked for by that, by the beginning of it, or by its file, be it a good brief or not;
    /// and its library, which is for a file elsewhere the folder that it lies in.
    ///
    /// # Errors
    /// When no brief or several are called that.
    pub fn name(&self, asked: &OsStr) -> Result<(Library, BriefId), Failure> {
        let (place, environment) = self.find()?;
        let path = Path::new(asked);
        if path.extension().is_some_and(|end| end == "yaml") && path.symlink_metadata().is_ok() {
            return of_file(place, path);
        }
        let asked = asked.to_string_lossy();
        let library = Library::at(place.clone(), None);
        if let Some(id) = BriefId::new(&asked).filter(|id| library.brief_path(id).is_file()) {
            return Ok((library, id));
        }
        let (library, catalogue) = Library::catalogue(place, environment.cache.as_deref())?;
        let id = match catalogue.named(&asked)? {
            Entry::Brief(card) => card.id(),
            Entry::Fault(fault) => fault.path.strip_suffix(EXTENSION).and_then(BriefId::new).ok_or_else(|| {
                Failure(format!("cannot read {}: {}", library.root().join(&fault.path).display(), fault.why))
            })?,
        };
        Ok((library, id))
    }
}

/// The brief of a file: that of the library at `place`, where the file lies in it.
fn of_file(place: Place, path: &Path) -> Result<(Library, BriefId), Failure> {
    let library = Library::at(place, None);
    let real = |path: &Path| path.canonicalize().ok();
    let folder = real(disk::folder_of(path));
    let beneath = folder.as_ref().and_then(|folder| folder.strip_prefix(real(library.root())?).ok());
    let stem = path.file_stem().unwrap_or_default();
    let id = beneath.and_then(|beneath| BriefId::new(beneath.join(stem).to_str()?));
    if let Some(id) = id {
        return Ok((library, id));
    }
    let id = stem.to_str().and_then(BriefId::new).ok_or_else(|| LibraryError::Neither(path.to_owned()))?;
    Ok((Library::at(Place::Folder(disk::folder_of(path).to_owned()), None), id))
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
