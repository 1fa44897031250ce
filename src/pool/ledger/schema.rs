//! The tables of a ledger, and the views of it for spreadsheets and SQL.

/// The number in the file's header that says whose database it is: the letters `IsoP`.
pub const APPLICATION: u32 = 0x4973_6f50;

/// The version of the tables.
pub const VERSION: u32 = 1;

/// What is set before there is a table.
pub const PREPARE: &str = "
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA application_id = 0x49736f50;
PRAGMA user_version = 1;
";

/// What is set on every connection.
pub const SETTINGS: &str = "
PRAGMA foreign_keys = ON;
PRAGMA synchronous = FULL;
PRAGMA trusted_schema = OFF;
";

/// The tables, what keeps them from being changed, and the views.
pub const TABLES: &str = r#"
BEGIN;
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed; a correction is a new entry'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted; `pool undo` adds one that cancels the last'); END;
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps'); END;
CREATE TABLE names (
    student TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE secret (salt TEXT NOT NULL) STRICT;
INSERT INTO secret VALUES (hex(randomblob(16)));
CREATE VIEW standing_entries AS
    SELECT number, at, day, actor, kind, payload FROM entries
    WHERE kind <> 'undone' AND number NOT IN
        (SELECT payload ->> '$.undone.entry' FROM entries WHERE kind = 'undone');
CREATE VIEW roster AS
    SELECT student.value ->> 'id' AS student, names.name, student.value ->> 'section' AS section
    FROM standing_entries, json_each(payload, '$."roster-imported".students') AS student
    LEFT JOIN names ON names.student = student.value ->> 'id'
    WHERE number = (SELECT max(number) FROM standing_entries WHERE kind = 'roster-imported');
CREATE VIEW forms AS
    SELECT form.value ->> 'id' AS form, payload ->> '$."set-added".purpose' AS purpose,
        payload ->> '$."set-added".folder' AS folder, day
    FROM standing_entries, json_each(payload, '$."set-added".forms') AS form
    WHERE kind = 'set-added';
CREATE VIEW handouts AS
    SELECT day, payload ->> '$."handed-out".sitting' AS sitting,
        handout.value ->> 'student' AS student, handout.value ->> 'form' AS form
    FROM standing_entries, json_each(payload, '$."handed-out".handouts') AS handout
    WHERE kind = 'handed-out'
    UNION ALL
    SELECT day, payload ->> '$.issued.folder', packet.value ->> 'student', form.value ->> 0
    FROM standing_entries, json_each(payload, '$.issued.packets') AS packet,
        json_each(packet.value, '$.forms') AS form
    WHERE kind = 'issued';
CREATE VIEW marks AS
    SELECT number, day, mark.value ->> 'student' AS student, mark.value ->> 'form' AS form,
        item.value ->> 'item' AS item, item.value ->> 'points' AS points, item.value ->> 'slip' AS slip
    FROM standing_entries, json_each(payload, '$."marks-entered".marks') AS mark,
        json_each(mark.value, '$.items') AS item
    WHERE kind = 'marks-entered';
CREATE VIEW totals AS
    SELECT number, day, mark.value ->> 'student' AS student, mark.value ->> 'form' AS form,
        total.value ->> 'points' AS points
    FROM standing_entries, json_each(payload, '$."marks-entered".marks') AS mark,
        json_each(mark.value, '$.totals') AS total
    WHERE kind = 'marks-entered';
CREATE VIEW requests AS
    SELECT request.value ->> 'day' AS day, request.value ->> 'student' AS student,
        request.value ->> 'standard' AS standard, request.value ->> 'evidence' AS evidence
    FROM standing_entries, json_each(payload, '$.requested.requests') AS request
    WHERE kind = 'requested';
COMMIT;
"#;
