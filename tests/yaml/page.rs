//! The pages of the manual show what they say.

use isoform::diagnostic::Code;

use crate::read;

fn block(page: &str, kind: &str) -> String {
    let start = format!("```yaml {kind}\n");
    let Some((_, rest)) = page.split_once(&start) else {
        return String::new();
    };
    rest.split("```").next().unwrap().to_owned()
}

#[test]
fn what_a_page_calls_right_is_read_without_a_word() {
    for code in Code::ALL {
        let read = read(block(code.page(), "right"));
        assert!(read.diagnostics.is_empty(), "{code}\n{}", read.drawn());
    }
}

#[test]
fn what_a_page_calls_wrong_is_found() {
    let of_yaml = [
        Code::Syntax,
        Code::ControlCharacter,
        Code::DuplicateKey,
        Code::CutText,
    ];
    for code in of_yaml {
        let read = read(block(code.page(), "wrong"));
        let found: Vec<Code> = read.diagnostics.iter().map(|d| d.code).collect();
        assert!(
            !found.is_empty() && found.iter().all(|c| *c == code),
            "{}",
            read.drawn()
        );
    }
}
