//! The option by which every command is told where the library is, and the opening of it. Prints nothing.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::cli::Failure;
use crate::library::{Catalogue, Environment, Library, LibraryError, Place};

/// Where the library is.
#[derive(ClapArgs)]
pub struct LibraryArgs {
    /// The library: a folder of briefs, or one brief [default: $EPITOME_LIBRARY, else ./briefs, else the data folder]
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
        let place = Place::find(self.library.as_deref(), &environment, None)?;
        Ok((place, environment))
    }

    /// The library with its catalogue as the disk has it now.
    ///
    /// # Errors
    /// When it is not there or cannot be looked at.
    pub fn open(&self) -> Result<(Library, Catalogue), Failure> {
        let (place, environment) = self.find()?;
        Ok(Library::catalogue(place, environment.cache.as_deref())?)
    }
}

impl From<LibraryError> for Failure {
    fn from(e: LibraryError) -> Self {
        Self(e.to_string())
    }
}
