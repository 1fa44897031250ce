//! Author's text and values on their way to the page.

#[path = "render/hostile.rs"]
mod hostile;
#[path = "render/messages.rs"]
mod messages;
#[path = "render/pages.rs"]
mod pages;
#[path = "render/prose.rs"]
mod prose;
#[path = "render/reading.rs"]
mod reading;
#[path = "render/specimen/mod.rs"]
mod specimen;
