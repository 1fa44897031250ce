//! `isoform preview` as a program, over a plain TCP connection: what it shows, to whom, and that
//! nothing that happens to the files of a bank stops it.

#[path = "preview/visitor.rs"]
mod visitor;

use std::fs;
use std::net::TcpListener;
use std::process::Command;

use visitor::{Folder, Visitor, save};

const BANK: &str = "\
bank: Sums
id: sums
use: [people.yaml]
standards: [{id: S.1, statement: Students can add.}]
tables:
  things: {file: things.csv}
items:
  - id: sum
    standard: S.1
    vary: {a: 2..9, b: 11..79, thing: row of things, who: row of people}
    stem: |
      {{who.name}} has {{a}} {{thing.many}} and gets {{b}} more. How many is that?
    answer: a + b
    misconceptions:
      took away: b - a
  - id: next
    standard: S.1
    vary: {n: 2..90}
    stem: \"What comes after {{n}}?\"
    answer: n + 1
";
const THINGS: &str = "one,many\napple,apples\npen,pens\n";
const PEOPLE: &str = "tables:\n  people:\n    - {name: Ada}\n    - {name: Bo}\n";

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    save(&folder.path("bank.yaml"), BANK);
    save(&folder.path("things.csv"), THINGS);
    save(&folder.path("people.yaml"), PEOPLE);
    folder
}

#[test]
fn twenty_instances_with_key_and_slips() {
    let folder = folder("instances");
    let visitor = Visitor::of(&folder.path("bank.yaml"));
    let page = visitor.until("/", |page| page.contains("different items"));
    assert_eq!(page.matches("<article class=\"card").count(), 20);
    assert!(page.contains("took away") && page.contains("logits"));
    assert!(page.contains("href=\"/?item=next&amp;as=key\""));
    let students = visitor.get("/?as=student");
    assert!(students.contains("class=\"answer\"") && !students.contains("took away"));
    let next = visitor.until("/body?item=next", |page| page.contains("What comes after"));
    assert!(
        !next.contains("<html"),
        "the part that changes, no whole page"
    );
    assert!(visitor.get("/?item=gone").contains("no item model `gone`"));
    // The same address gives the same instances, another draw gives others.
    let draw = |n| visitor.until(&format!("/body?draw={n}"), |page| page.contains("card-20"));
    assert_ne!(stems(&draw(0)), stems(&draw(1)));
    assert_eq!(stems(&draw(1)), stems(&draw(1)));
    assert_eq!(visitor.interrupt(), Some(0));
}

fn stems(page: &str) -> Vec<String> {
    let stems = page.split("<div class=\"stem\">").skip(1);
    let stem = |stem: &str| stem.split("</div>").next().unwrap_or_default().to_owned();
    stems.map(stem).collect()
}

#[test]
fn only_this_computer_is_answered() {
    let folder = folder("guard");
    let visitor = Visitor::of(&folder.path("bank.yaml"));
    let port = visitor.port;
    let status = |request: &str| visitor.send(request).lines().next().unwrap().to_owned();
    let to = |host: &str| status(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    assert!(to(&format!("127.0.0.1:{port}")).contains("200"));
    assert!(to(&format!("localhost:{port}")).contains("200"));
    // A name of someone else that leads to this computer.
    assert!(to(&format!("evil.example:{port}")).contains("421"));
    assert!(to("localhost").contains("421"));
    assert!(status("GET / HTTP/1.0\r\n\r\n").contains("421"));
    let post = format!("POST / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\n\r\n");
    assert!(status(&post).contains("405"));
    assert!(to(&format!("localhost:{port}\r\nX: {}", "x".repeat(500_000))).contains("431"));
    let page = visitor.send(&format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"));
    let policy = page
        .lines()
        .find(|l| l.starts_with("content-security-policy:"));
    let policy = policy.unwrap();
    assert!(policy.contains("default-src 'none'; script-src 'self'; style-src 'self';"));
    // No script and no style sheet stands in the page itself.
    assert!(
        !page.contains("<script>") && !page.contains("<style"),
        "{page}"
    );
    // The loopback address only: no other one of this computer listens.
    assert!(visitor.address.starts_with("http://127.0.0.1:"));
}

#[test]
fn every_file_of_the_bank_is_heard() {
    let folder = folder("files");
    let visitor = Visitor::of(&folder.0);
    visitor.until("/body", |page| page.contains("apples"));
    let mut events = visitor.events();
    let first = events.next_tick();
    save(
        &folder.path("things.csv"),
        "one,many\npear,pears\nnut,nuts\n",
    );
    assert!(events.next_tick() > first);
    visitor.until("/body", |page| {
        page.contains("pears") && !page.contains("apples")
    });
    save(&folder.path("people.yaml"), &PEOPLE.replace("Ada", "Zoe"));
    visitor.until("/body", |page| page.contains("Zoe"));
    // A table that is away is a mistake, and is waited for.
    fs::remove_file(folder.path("things.csv")).unwrap();
    visitor.until("/body", |page| page.contains("cannot read `things.csv`"));
    save(&folder.path("things.csv"), THINGS);
    visitor.until("/body", |page| {
        page.contains("apples") && !page.contains("cannot read")
    });
}

#[test]
fn nothing_that_happens_to_a_bank_stops_the_preview() {
    let folder = folder("accidents");
    let file = folder.path("bank.yaml");
    let visitor = Visitor::of(&file);
    let shown = |page: &str| page.contains("How many is that?");
    let fine = |page: &str| shown(page) && !page.contains("class=\"mistakes\"");
    // The last version that could be read stays below, whatever is wrong.
    let bad = |what: &str| {
        let page = visitor.until("/body", |page| page.contains(what));
        assert!(shown(&page), "{what}: {page}");
    };
    visitor.until("/body", fine);
    let errors: String = (0..3000)
        .map(|n| format!("  - id: {n}\n    stemm: x\n"))
        .collect();
    let huge = format!("{BANK}{}", "# comment\n".repeat(2_000_000));
    let accidents: [(&str, Vec<u8>); 7] = [
        ("unknown name `c`", BANK.replace("a + b", "a + c").into()),
        (
            "more</p>",
            format!("bank: B\nid: b\nstandards: []\nitems:\n{errors}").into(),
        ),
        ("UTF-16", vec![0xff, 0xfe, 0x00]),
        ("E00", BANK.as_bytes()[..70].to_vec()),
        ("E00", b"a: [".repeat(50_000)),
        ("larger than", huge.into()),
        ("error", Vec::new()),
    ];
    for (what, bytes) in &accidents {
        fs::write(&file, bytes).unwrap();
        bad(what);
        save(&file, BANK);
        visitor.until("/body", fine);
    }
    // Away, and back; a folder in its place, and the file again.
    fs::remove_file(&file).unwrap();
    bad("cannot read");
    fs::create_dir(&file).unwrap();
    bad("a folder is a bank when it has a");
    fs::remove_dir(&file).unwrap();
    save(&file, BANK);
    visitor.until("/body", fine);
    // The whole folder away, and made again.
    fs::remove_dir_all(&folder.0).unwrap();
    bad("cannot read");
    fs::create_dir(&folder.0).unwrap();
    save(&folder.path("things.csv"), THINGS);
    save(&folder.path("people.yaml"), PEOPLE);
    save(&file, &BANK.replace("How many", "How much"));
    visitor.until("/body", |page| page.contains("How much is that?"));
    // Saved a hundred times while it is read.
    for n in 0..100 {
        save(&file, &BANK.replace("How many", &format!("({n}) How many")));
    }
    visitor.until("/body", |page| page.contains("(99) How many is that?"));
    assert_eq!(visitor.interrupt(), Some(0));
}

#[test]
fn a_slow_item_does_not_delay_the_page() {
    let folder = Folder::new("slow");
    let file = folder.path("bank.yaml");
    let slow = BANK
        .replace("use: [people.yaml]\n", "")
        .replace(", who: row of people", "");
    let slow = slow.replace("{{who.name}} has", "There are");
    // One draw in some thousand is accepted, and every one takes a sum of many numbers.
    let slow = slow.replace(
        "    stem: |\n",
        "    where: \"sum([x * a for x in range(1, 2000)]) mod 7919 == b\"\n    stem: |\n",
    );
    save(&file, &slow);
    save(&folder.path("things.csv"), THINGS);
    let visitor = Visitor::of(&file);
    visitor.until("/body?item=next", |page| page.contains("What comes after"));
    let since = std::time::Instant::now();
    let page = visitor.get("/?item=sum");
    let took = since.elapsed();
    assert!(took.as_millis() < 1500, "{took:?}");
    assert!(
        page.contains("being drawn") || page.contains("How many is that?") || page.contains("E031")
    );
    // Others are shown meanwhile.
    visitor.until("/body?item=next&draw=3", |page| page.contains("card-20"));
}

#[test]
fn a_port_in_use_and_a_bank_that_is_not_there_are_said() {
    let folder = folder("port");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = |bank: &str, port: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
        command.args(["preview", bank, "--no-open", "--port", port]);
        let output = command.current_dir(&folder.0).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    let message = run("bank.yaml", &port);
    assert!(
        message.contains(&format!("port {port} is in use")),
        "{message}"
    );
    assert!(message.contains("--port 0"), "{message}");
    let message = run("bnak.yaml", "0");
    assert!(
        message.contains("there is no bank `bnak.yaml`"),
        "{message}"
    );
}
