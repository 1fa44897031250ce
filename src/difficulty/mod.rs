//! shim
pub mod response;
pub mod reading;
use crate::bank::model::ItemModel; use crate::instance::{draw::{Drawing,DrawError}, item::Item}; use crate::expression::Frame;
#[derive(Default)] pub struct Weights;
#[derive(Debug, Clone)] pub struct Measure { pub weighted: f64, pub judged: f64, pub rating: f64, pub words: u32 }
pub struct Assessor<'a>{ model: &'a ItemModel }
impl<'a> Assessor<'a> {
 pub fn new(model: &'a ItemModel, _w: &Weights) -> Self { Self{model} }
 pub fn measure(&self, _d: &Drawing<'_>, _i: &Item, _f: &mut Frame) -> Result<Measure, DrawError> { Ok(Measure{weighted:0.,judged:0.,rating:0.,words:12}) }
 pub fn response(&self, m: &Measure, r: f64, t: f64, item: &Item) -> Result<response::ItemResponse, response::ResponseError> { let g = if item.options.is_empty() {0.} else {1.0/item.options.len() as f64}; response::ItemResponse::new(1.0, m.rating+m.weighted-r, g, self.model.points, t) }
}
pub fn residual_sd(_m: &ItemModel, _s: f64) -> f64 { 0.25 }
