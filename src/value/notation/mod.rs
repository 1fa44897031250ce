//! How values print.
