//! Difficulty: features against examples worked by hand, the measure as their sum, and the numbers
//! of the response function.

mod arithmetic;
mod declared;
mod equations;
mod fractions;
mod hostile;
mod measure;
mod trial;
mod wording;
