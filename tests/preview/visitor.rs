//! A browser in a few lines: a preview that runs, requests to it, and its stream of events.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A folder that is gone at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let name = format!("isoform-preview-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// As editors save: a new file, moved over the old one.
pub fn save(file: &Path, text: &str) {
    let part = file.with_extension("part");
    fs::write(&part, text).unwrap();
    fs::rename(&part, file).unwrap();
}

/// A preview, and who looks at it.
pub struct Visitor {
    child: Child,
    pub address: String,
    pub port: u16,
}

impl Visitor {
    pub fn of(bank: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
        command
            .arg("preview")
            .arg(bank)
            .args(["--no-open", "--port", "0"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let stdout = child.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let address = line
            .split(' ')
            .find(|word| word.starts_with("http:"))
            .unwrap();
        let address = address.trim_end_matches(',').to_owned();
        let port = address.trim_end_matches('/').rsplit(':').next().unwrap();
        let port = port.parse().unwrap();
        Self {
            child,
            address,
            port,
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// The whole answer to a request, head and body.
    pub fn send(&self, request: &str) -> String {
        let mut stream = self.connect();
        let closing = request.replacen("\r\n", "\r\nConnection: close\r\n", 1);
        // A server that refuses a head that is too long may close before it is read.
        let _ = stream.write_all(closing.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8(answer).unwrap()
    }

    pub fn get(&self, path: &str) -> String {
        let port = self.port;
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        ))
    }

    /// The page, as soon as it is as wanted.
    pub fn until(&self, path: &str, wanted: impl Fn(&str) -> bool) -> String {
        let since = Instant::now();
        loop {
            let page = self.get(path);
            if wanted(&page) {
                return page;
            }
            assert!(since.elapsed() < PATIENCE, "{page}");
            sleep(Duration::from_millis(20));
        }
    }

    /// The stream of events.
    pub fn events(&self) -> Events {
        let mut stream = self.connect();
        let port = self.port;
        let request = format!("GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        Events(BufReader::new(stream))
    }

    /// Ctrl-C; gives the exit code.
    pub fn interrupt(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Server-sent events.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The number of the next one.
    pub fn next_tick(&mut self) -> u64 {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream ended");
            if let Some(tick) = line.strip_prefix("data: ") {
                return tick.trim().parse().unwrap();
            }
        }
    }
}
