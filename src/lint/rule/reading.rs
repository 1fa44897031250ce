//! Reading the texts of an item as a student does, with every rule about texts.

use crate::bank::answer::Form;
use crate::bank::model::ItemModel;
use crate::bank::prose::Prose;
use crate::diagnostic::{Code, Diagnostic};
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::Item;
use crate::lint::census::typed;
use crate::lint::printed::Printed;
use crate::lint::rule::key_stated::stands_in;
use crate::lint::rule::{Check, Fault, RULES};
use crate::lint::sighting::Sightings;
use crate::lint::texts::{self, Text};
use crate::value::Value;
use crate::value::notation::Language;

/// What a rule finds in a text.
type TextCheck = fn(&Printed<'_>) -> Vec<Fault>;

/// The draw of an item in words, where it is needed.
type Given<'g> = &'g dyn Fn() -> String;

/// Reads the texts of one item model's items.
pub struct Reader<'a> {
    model: &'a ItemModel,
    language: &'static Language,
    rules: Vec<(Code, TextCheck)>,
    sightings: Sightings,
}

impl<'a> Reader<'a> {
    /// Nothing is read yet.
    pub fn new(model: &'a ItemModel, language: &'static Language) -> Self {
        let rules = RULES.iter().filter_map(|rule| match rule.check {
            Check::Text(check) => Some((rule.code, check)),
            _ => None,
        });
        Self {
            model,
            language,
            rules: rules.collect(),
            sightings: Sightings::default(),
        }
    }

    /// The keys of an item as printed.
    pub fn keys(&self, item: &Item) -> String {
        let keys = item.all_keys().enumerate();
        let keys = keys.map(|(at, key)| typed(key, self.form(at), self.language));
        let parts = item.parts.iter().flat_map(|part| &part.keys);
        let parts = parts.map(|key| typed(&key.value, None, self.language));
        let keys: Vec<String> = keys.chain(parts).collect();
        keys.join(", ")
    }

    /// The options of an item as printed.
    pub fn options(&self, item: &Item) -> Vec<String> {
        let options = item.options.iter();
        let form = self.form(0);
        options
            .map(|option| typed(&option.value, form, self.language))
            .collect()
    }

    /// Reads every text of an item. Tells whether a stem states the key.
    pub fn read(
        &mut self,
        drawing: &Drawing<'_>,
        item: &Item,
        frame: &mut Frame,
    ) -> Result<bool, DrawError> {
        let model = self.model;
        let given: Given<'_> = &|| drawing.given_of(item);
        self.sightings.next_instance();
        let mut stated = false;
        for (wording, stem) in model.stems.iter().enumerate() {
            let values = match wording {
                0 => item.stem.clone(),
                _ => drawing.holes(stem, frame)?,
            };
            let text = self.text(stem, &values, given);
            stated |= self.states_key(item, &text);
        }
        for text in texts::of_item(model, item) {
            match text {
                Text::Prose(prose, values) => {
                    self.text(prose, values, given);
                }
                Text::Made(span, text) => {
                    self.rules(&Printed::made(text, span, self.language), given)
                }
            }
        }
        if let Some(title) = &model.title {
            stated |= self.states_key(item, title);
        }
        if let (Some(figure), Some(drawn)) = (&model.figure, &item.figure) {
            let text = self.text(&figure.alt, &drawn.alt.values, given);
            stated |= self.states_key(item, &text);
        }
        Ok(stated)
    }

    /// What was found.
    pub fn finish(self, read: u64) -> Vec<Diagnostic> {
        self.sightings.messages(read)
    }

    /// Reads one text, and gives it as printed.
    fn text(&mut self, prose: &Prose, values: &[Value], given: Given<'_>) -> String {
        let mut misfits = Vec::new();
        let printed = Printed::new(prose, values, self.language, &mut misfits);
        for (span, misfit) in &misfits {
            let error = Diagnostic::error(Code::Unprintable, *span, misfit.to_string())
                .help("round it, choose another format, or rule such draws out under `where`");
            self.sightings.see(error, given);
        }
        // What is missing would be found again as a doubled space.
        if misfits.is_empty() {
            self.rules(&printed, given);
        }
        printed.text().to_owned()
    }

    fn rules(&mut self, printed: &Printed<'_>, given: Given<'_>) {
        for (code, check) in &self.rules {
            for fault in check(printed) {
                let warning = Diagnostic::warning(*code, fault.span, fault.message);
                self.sightings.see(warning.help(fault.help), given);
            }
        }
    }

    /// Whether the key stands in a text and no wrong answer does: where both do, the student
    /// is to choose between them.
    fn states_key(&self, item: &Item, text: &str) -> bool {
        let [key] = &*item.keys else { return false };
        let form = self.form(0);
        let stands = |value: &Value| stands_in(&typed(value, form, self.language), text);
        stands(&key.value) && !item.slips.iter().any(|slip| stands(&slip.value))
    }

    fn form(&self, at: usize) -> Option<Form> {
        self.model.response.answers().get(at)?.form
    }
}
