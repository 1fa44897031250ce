//! What can be computed about a set of forms before a student has seen one,
//! and what may be said from it.
//!
//! `cut` and `reference` place the mastery cut, `curve` and `score` say what a
//! form does at an ability, `compare` sets forms against tolerances,
//! `decision`, `agreement`, `consistency` and `plan` judge the mastery rule,
//! `uncertainty` and `evidence` say how far prediction carries, and `report`
//! gathers it all.

pub mod agreement;
pub mod compare;
pub mod consistency;
pub mod curve;
pub mod decision;
pub mod evidence;
pub mod facts;
pub mod finding;
pub mod plan;
pub mod quality;
pub mod read;
mod reader;
pub mod reference;
pub mod remark;
pub mod report;
pub mod score;
pub mod uncertainty;
