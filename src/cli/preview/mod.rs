//! `isoform preview`: a page on this computer that shows instances of an item while its bank is
//! written.
//!
//! ```text
//! files ── watching ─→ reading ─→ state ─→ desk ─→ sheet ─→ server ─→ browser
//!                                           └─ instances and census, beside the requests
//! ```

mod desk;
mod reading;
mod server;
mod sheet;
mod state;
mod watching;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::cli::Ending;
use crate::cli::arguments::Preview;
use crate::cli::banks;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::render::pages::preview::PreviewPages;

use desk::Desk;
use server::{Server, routes};

pub fn preview(options: &Preview, terminal: &Terminal) -> Ending {
    let is_there = banks::file_of(&options.bank).is_ok_and(|file| file.exists());
    if !is_there && !options.bank.exists() {
        // Beginning with nothing is more likely a slip of the keyboard than a wish.
        let message = format!("there is no bank `{}`", options.bank.display());
        let help = "name a .yaml file, or a folder with a `bank.yaml`; `isoform init` begins one";
        terminal.refuse(Diagnostic::error(Code::CannotRead, None, message).help(help));
        return Ending::Refused;
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let ended = match runtime {
        Ok(runtime) => {
            let ended = serve(options, terminal, &runtime);
            // Work beside the requests need not be finished.
            runtime.shutdown_background();
            ended
        }
        Err(error) => Err(cannot_listen(options.port, &error)),
    };
    match ended {
        Ok(()) => Ending::Done,
        Err(error) => {
            terminal.refuse(error);
            Ending::Refused
        }
    }
}

/// Until Ctrl-C.
fn serve(options: &Preview, terminal: &Terminal, runtime: &Runtime) -> Result<(), Diagnostic> {
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let listening = |error: io::Error| cannot_listen(options.port, &error);
    let listener = runtime
        .block_on(TcpListener::bind(wanted))
        .map_err(listening)?;
    let port = listener.local_addr().map_err(listening)?.port();
    let pages = PreviewPages::new()
        .map_err(|error| Diagnostic::error(Code::CannotRead, None, error.to_string()))?;
    let desk = Arc::new(Desk::new());
    let (path, watched) = (options.bank.clone(), Arc::clone(&desk));
    thread::spawn(move || watching::watch(&path, &watched));
    let routes = routes(Server {
        desk,
        pages,
        first: options.item.clone(),
        file: options.bank.display().to_string(),
        port,
    });
    let address = format!("http://127.0.0.1:{port}/");
    terminal.say(&format!("preview at {address}, until Ctrl-C"));
    if !options.no_open {
        open(&address);
    }
    runtime.block_on(async {
        tokio::select! {
            ended = axum::serve(listener, routes) => ended.map_err(listening),
            stopped = tokio::signal::ctrl_c() => stopped.map_err(listening),
        }
    })
}

fn cannot_listen(port: u16, error: &io::Error) -> Diagnostic {
    let (message, help) = match error.kind() {
        io::ErrorKind::AddrInUse => (
            format!("port {port} is in use, perhaps by another preview"),
            "choose another one by `--port`; `--port 0` takes any that is free",
        ),
        io::ErrorKind::PermissionDenied => (
            format!("the system does not give port {port} to this program"),
            "choose one above 1023 by `--port`; `--port 0` takes any that is free",
        ),
        _ => (
            format!("the preview cannot be shown on port {port}: {error}"),
            "choose another one by `--port`",
        ),
    };
    Diagnostic::error(Code::BadArgument, None, message).help(help)
}

/// Opens the page in the browser of the system; the address is on the terminal where that fails.
fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null());
    let _ = silent.stderr(Stdio::null()).spawn();
}
