//! `epitome completions`: what a shell needs to complete the command line, from the description by which it is parsed.
//! Installs nothing.

use clap_complete::{Shell, generate};

use super::{NAME, Out, Outcome, Ran};

/// How the shells are told, said below the help.
const INSTALL: &str = "\
bash:        epitome completions bash > ~/.local/share/bash-completion/completions/epitome
zsh:         epitome completions zsh > FOLDER/_epitome, in a folder of $fpath
fish:        epitome completions fish > ~/.config/fish/completions/epitome.fish
elvish:      eval (epitome completions elvish | slurp), in rc.elv
powershell:  epitome completions powershell | Out-String | Invoke-Expression, in $PROFILE";

/// For which shell.
#[derive(clap::Args)]
#[command(after_help = INSTALL)]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script.
///
/// # Errors
/// When nothing can be printed.
pub fn run(args: &Args, mut described: clap::Command, out: &mut Out) -> Ran {
    let mut script = Vec::new();
    generate(args.shell, &mut described, NAME, &mut script);
    out.text(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
