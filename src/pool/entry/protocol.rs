//! Handing out forms, and the protocol of requests.

use serde::{Deserialize, Serialize};

use crate::form::id::FormId;
use crate::pool::day::Day;
use crate::pool::entry::StudentId;

/// A form in the hands of a student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handout {
    /// The form.
    pub form: FormId,
    /// The student.
    pub student: StudentId,
}

/// A request to reassess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The student.
    pub student: StudentId,
    /// The standard.
    pub standard: String,
    /// What the student did since, in the student's or teacher's words; empty if nothing.
    pub evidence: String,
    /// When it was asked for.
    pub day: Day,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The entry of the request, and its place in it, from 0.
    pub request: (u64, usize),
    /// Whether the student may reassess.
    pub granted: bool,
    /// Why, or why not.
    pub reason: String,
}

/// What one student gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packet {
    /// The student.
    pub student: StudentId,
    /// The forms, each with the requests it answers (the entry, and the place in it).
    pub forms: Vec<(FormId, Vec<(u64, usize)>)>,
}
