//! What the program says: transcripts in `tests/cli/*.md`. `TRYCMD=overwrite` rewrites them.

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("tests/cli/*.md");
}
