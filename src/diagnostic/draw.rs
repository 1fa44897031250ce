//! Messages drawn beside the text they are about.
