//! Practice, wrong answers as they stood on the paper, and a form that everybody has to have anew.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use isoform::form::id::FormId;
use isoform::pool::entry::Purpose;
use serde_json::Value;

use crate::kill::{done, isoform, state};
use crate::set::scratch;

const TYPED: &str = "\
bank: Sums
id: typed-sums
standards:
  - id: S.1
    statement: Students add.
    mastery: 1 of 2
    corrective:
      - {approach: counters, for: [subtracted], text: Lay both numbers with counters.}
items:
  - id: sum
    standard: S.1
    vary: {a: 20..60, b: 2..9}
    stem: What is ${{a}} + {{b}}$?
    answer: a + b
    misconceptions: {subtracted: a - b}
blueprints:
  - {id: quiz, title: Sums, slots: [{standard: S.1, count: 2}]}
";

/// What the second line of an error says, and that nothing came of it.
fn refused(pool: &Path, arguments: &[&str], why: &str) {
    let output = isoform(pool, arguments).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && errors.contains(why), "{errors}");
}

/// The sums of an item, as they stand in the plans of the pool.
fn sums(pool: &Path) -> HashMap<FormId, Vec<[i64; 2]>> {
    let mut found = HashMap::new();
    for folder in fs::read_dir(pool.join("sets")).unwrap() {
        let plan = fs::read(folder.unwrap().path().join("set.json")).unwrap();
        let set: Value = serde_json::from_slice(&plan).unwrap();
        for form in set["forms"].as_array().unwrap() {
            let id: FormId = form["id"].as_str().unwrap().parse().unwrap();
            let items = form["items"].as_array().unwrap().iter();
            let drawn = |item: &Value| [0, 1].map(|at| item["draws"][at].as_i64().unwrap());
            found.insert(id, items.map(drawn).collect());
        }
    }
    found
}

/// Pages say the pool's own rule, and the ledger remembers the bank's.
#[test]
fn pages_say_what_the_board_goes_by() {
    let pool = scratch("pool-own-rule").join("pool");
    fs::create_dir_all(&pool).unwrap();
    fs::write(pool.join("sums.yaml"), TYPED).unwrap();
    let policy = "banks: [sums.yaml]\nitems: 2\nmastery: 100 %\n";
    fs::write(pool.join("pool.yaml"), policy).unwrap();
    done(&pool, &["init", "Sums"]);
    done(&pool, &["make", "--standard", "S.1", "--forms", "1"]);
    let set = fs::read_dir(pool.join("sets")).unwrap().next().unwrap();
    let page = fs::read_to_string(set.unwrap().path().join("form-a.html")).unwrap();
    assert!(page.contains("Mastery: 2 of 2"), "{page}");
    let history = state(&pool);
    let standard = &history.sets[0].added.standards[0];
    assert_eq!(standard.cut, Some([1, 2]));
}

#[test]
fn a_wrong_answer_that_is_written_out_says_what_was_meant() {
    let folder = scratch("pool-rounds");
    let pool = folder.join("pool");
    fs::create_dir_all(&pool).unwrap();
    fs::write(pool.join("sums.yaml"), TYPED).unwrap();
    fs::write(pool.join("pool.yaml"), "banks: [sums.yaml]\nitems: 2\n").unwrap();
    fs::write(pool.join("roster.csv"), "id,name\ns1,Ada\ns2,Bo\ns3,Cy\n").unwrap();
    done(&pool, &["init", "Sums"]);
    let roster = pool.join("roster.csv");
    done(&pool, &["roster", "import", roster.to_str().unwrap()]);
    let make = ["make", "--standard", "S.1", "--forms"];
    done(&pool, &[&make[..], &["6"]].concat());
    done(
        &pool,
        &[&make[..], &["2", "--purpose", "practice"]].concat(),
    );
    let practice = ["assign", "--standard", "S.1", "--purpose", "practice"];
    done(&pool, &practice);
    done(&pool, &["assign", "--standard", "S.1", "--spiral"]);
    refused(
        &pool,
        &["assign", "--standard", "S.1"],
        "everybody had a form",
    );
    let history = state(&pool);
    let is_secure = |form: usize| history.set_of(form).purpose == Purpose::Secure;
    let shares = history
        .attempts
        .iter()
        .map(|attempt| is_secure(attempt.form));
    assert_eq!(shares.filter(|secure| *secure).count(), 3);
    assert_eq!(history.attempts.len(), 6);

    let sums = sums(&pool);
    let mut tables = [
        "form,student,1,2\n".to_owned(),
        "form,student,1,2\n".to_owned(),
    ];
    for attempt in history
        .attempts
        .iter()
        .filter(|attempt| is_secure(attempt.form))
    {
        let (form, student) = (
            history.forms[attempt.form].id,
            &history.students[attempt.student].id,
        );
        let [[a, b], [c, d]] = sums[&form][..] else {
            panic!("{form} has two items");
        };
        tables[0] += &format!("{form},{student},x {},x {}\n", a - b, c - d);
        tables[1] += &format!("{form},{student},x {},0\n", a + b);
    }
    let [slips, right] = ["slips.csv", "right.csv"].map(|name| pool.join(name));
    fs::write(&slips, &tables[0]).unwrap();
    fs::write(&right, &tables[1]).unwrap();
    let import = |path: &Path| ["marks", "import", path.to_str().unwrap()].map(str::to_owned);
    let right = import(&right);
    let right: Vec<&str> = right.iter().map(|word| &**word).collect();
    refused(&pool, &right, "the key takes this answer for right");
    let slips = import(&slips);
    done(&pool, &slips.iter().map(|word| &**word).collect::<Vec<_>>());

    let said = String::from_utf8(done(&pool, &["board"]).stdout).unwrap();
    assert!(
        said.contains("corrective S.1, subtracted: s1, s2, s3"),
        "{said}"
    );
    assert!(
        said.contains("counters: Lay both numbers with counters."),
        "{said}"
    );
    // The teacher's export can be imported again and says nothing new; others see no answers.
    done(&pool, &["export"]);
    let marks = pool.join("export/marks.csv");
    assert!(fs::read_to_string(&marks).unwrap().contains("\"x "));
    let again = import(&marks);
    let again: Vec<&str> = again.iter().map(|word| &**word).collect();
    let said = String::from_utf8(done(&pool, &again).stdout).unwrap();
    assert!(said.contains("6 known already"), "{said}");
    let others = folder.join("others");
    done(
        &pool,
        &["export", "--for-others", "--out", others.to_str().unwrap()],
    );
    let marks = fs::read_to_string(others.join("marks.csv")).unwrap();
    assert!(
        marks.contains(",wrong,0,subtracted") && !marks.contains("x "),
        "{marks}"
    );
}
