//! What is drawn: marks and labels, in points, y downwards.

use crate::render::figure::geometry::{At, Bounds, direction, plus, way};

/// An ordinary line, in points.
pub const LINE: f64 = 1.0;
/// A thick line.
pub const THICK: f64 = 2.25;
/// The thinnest line that a photocopier keeps.
pub const THIN: f64 = 0.75;

/// A part of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A new beginning.
    Move(At),
    /// A straight line.
    Line(At),
    /// A part of an ellipse with level axes: its radii, whether it is the longer way round, whether
    /// it goes clockwise, and where it ends.
    Arc(At, bool, bool, At),
    /// Back to the beginning.
    Close,
}

/// What is drawn with one pen.
#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    /// Lines and arcs.
    Path(Vec<Step>),
    /// A whole ellipse: its centre and radii.
    Ellipse(At, At),
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// Not at all.
    #[default]
    None,
    /// With white.
    White,
    /// With a grey that a photocopier keeps.
    Grey,
    /// With black.
    Black,
    /// With rising lines.
    Stripes,
    /// With dots.
    Dots,
    /// With crossing lines.
    Crossed,
    /// With falling lines.
    Falling,
}

impl Fill {
    /// The fill of a bank's word.
    pub fn of(word: &str) -> Self {
        match word {
            "white" => Self::White,
            "grey" => Self::Grey,
            "black" => Self::Black,
            "stripes" => Self::Stripes,
            "dots" => Self::Dots,
            "crossed" => Self::Crossed,
            _ => Self::None,
        }
    }
}

/// The pen and the fill of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The width of the line in points; nothing is drawn with 0.
    pub width: f64,
    /// Drawn in dashes.
    pub dashed: bool,
    /// Drawn in grey, as squared paper is.
    pub faint: bool,
    /// How the inside is filled.
    pub fill: Fill,
}

impl Style {
    /// An ordinary line around nothing.
    pub const PLAIN: Self = Self {
        width: LINE,
        dashed: false,
        faint: false,
        fill: Fill::None,
    };
    /// Black, without a line.
    pub const SOLID: Self = Self {
        width: 0.0,
        fill: Fill::Black,
        ..Self::PLAIN
    };

    /// An ordinary line around a filled area.
    pub const fn filled(fill: Fill) -> Self {
        Self {
            fill,
            ..Self::PLAIN
        }
    }
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its outline.
    pub outline: Outline,
    /// How it is drawn.
    pub style: Style,
    /// Straight lines close to the outline, for keeping labels off it.
    pub trace: Vec<At>,
}

/// A text that looks for a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it names.
    pub at: At,
    /// What it says.
    pub text: String,
    /// Where it may stand, as ways from `at` of length 1 or 0, the best first.
    pub ways: Vec<At>,
    /// How far it stays from `at`, in points.
    pub gap: f64,
    /// How it makes room.
    pub manner: Manner,
}

/// How a label makes room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// It keeps off other labels.
    Bold,
    /// It keeps off lines as well.
    Shy,
    /// It is left out where it would stand far from its place: one number of many on a scale.
    Spare,
}

/// From the author's plane to the page.
#[derive(Clone, Copy, Debug)]
pub struct View {
    scale: [f64; 2],
    turn: f64,
    about: At,
    shift: At,
}

impl View {
    /// `scale` points a unit.
    pub fn new(scale: [f64; 2]) -> Self {
        Self {
            scale,
            turn: 0.0,
            about: [0.0; 2],
            shift: [0.0; 2],
        }
    }
}

/// The sheet.
#[derive(Debug)]
pub struct Canvas {
    scale: [f64; 2],
    /// The groups that stand in each other, the outermost first.
    views: Vec<View>,
    /// The part of the author's plane that is always shown.
    pub window: Option<Bounds>,
    reach: Bounds,
    /// What is drawn, the first at the back.
    pub marks: Vec<Mark>,
    /// What is written.
    pub labels: Vec<Label>,
}

impl Canvas {
    /// An empty sheet.
    pub fn new(view: View, window: Option<Bounds>) -> Self {
        Self {
            scale: view.scale,
            views: Vec::new(),
            window,
            reach: Bounds::NOTHING,
            marks: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Begins a group that is turned by `turn` degrees about a place and then shifted.
    pub fn begin(&mut self, turn: f64, about: At, shift: At) {
        self.views.push(View {
            scale: self.scale,
            turn,
            about,
            shift,
        });
    }

    /// Ends the innermost group.
    pub fn end(&mut self) {
        self.views.pop();
    }

    /// By how many degrees the innermost group is turned in all.
    pub fn turned(&self) -> f64 {
        self.views.iter().map(|view| view.turn).sum()
    }

    /// Points a unit, right and up.
    pub fn scale(&self) -> [f64; 2] {
        self.scale
    }

    /// The part of the author's plane that shapes have reached.
    pub fn reach(&self) -> Bounds {
        self.reach
    }

    /// Where a place of the author's plane stands on the page.
    pub fn place(&mut self, place: At) -> At {
        let mut place = place;
        for view in self.views.iter().rev() {
            if view.turn != 0.0 {
                let [c, s] = direction(view.turn);
                let [x, y] = way(view.about, place);
                place = plus(view.about, [c * x - s * y, s * x + c * y]);
            }
            place = plus(place, view.shift);
        }
        self.reach.add(place);
        self.page(place)
    }

    /// As [`Canvas::place`], outside of all groups, and without reaching there.
    pub fn page(&self, [x, y]: At) -> At {
        [x * self.scale[0], -y * self.scale[1]]
    }

    /// Draws straight lines from place to place of the page.
    pub fn lines(&mut self, places: &[At], is_closed: bool, style: Style) {
        let Some(first) = places.first() else { return };
        let mut steps = vec![Step::Move(*first)];
        steps.extend(places[1..].iter().map(|place| Step::Line(*place)));
        let mut trace = places.to_vec();
        if is_closed {
            steps.push(Step::Close);
            trace.push(*first);
        }
        self.marks.push(Mark {
            outline: Outline::Path(steps),
            style,
            trace,
        });
    }

    /// Draws a level rectangle between two opposite corners on the page.
    pub fn rect(&mut self, [x0, y0]: At, [x1, y1]: At, style: Style) {
        self.lines(&[[x0, y0], [x1, y0], [x1, y1], [x0, y1]], true, style);
    }

    /// Draws an ellipse on the page.
    pub fn ellipse(&mut self, centre: At, radii: At, style: Style) {
        let trace = (0..=24).map(|at| on_ellipse(centre, radii, f64::from(at) * 15.0));
        let trace = trace.collect();
        self.marks.push(Mark {
            outline: Outline::Ellipse(centre, radii),
            style,
            trace,
        });
    }

    /// Draws an arc on the page, counterclockwise between two directions in degrees, joined with
    /// its centre if it is a sector. Less than a whole turn.
    pub fn arc(
        &mut self,
        centre: At,
        radii: At,
        from: f64,
        to: f64,
        is_sector: bool,
        style: Style,
    ) {
        let (begin, end) = (
            on_ellipse(centre, radii, from),
            on_ellipse(centre, radii, to),
        );
        let mut steps = vec![
            Step::Move(begin),
            Step::Arc(radii, to - from > 180.0, false, end),
        ];
        let parts = 24;
        let angle = |at: i32| from + (to - from) * f64::from(at) / f64::from(parts);
        let mut trace: Vec<At> = (0..=parts)
            .map(|at| on_ellipse(centre, radii, angle(at)))
            .collect();
        if is_sector {
            steps.extend([Step::Line(centre), Step::Close]);
            trace.extend([centre, begin]);
        }
        self.marks.push(Mark {
            outline: Outline::Path(steps),
            style,
            trace,
        });
    }

    /// Draws an arrowhead on the page with its tip at `tip`, pointing along `way` of length 1.
    pub fn arrowhead(&mut self, tip: At, way: At) {
        const LENGTH: f64 = 8.0;
        const HALF: f64 = 3.2;
        let back = plus(tip, [-way[0] * LENGTH, -way[1] * LENGTH]);
        let side = [-way[1] * HALF, way[0] * HALF];
        let corners = [tip, plus(back, side), plus(back, [-side[0], -side[1]])];
        self.lines(&corners, true, Style::SOLID);
    }

    /// Writes a text beside a place of the page, at the first of the `ways` where there is room.
    pub fn label(&mut self, at: At, text: String, ways: &[At], gap: f64, manner: Manner) {
        if text.is_empty() {
            return;
        }
        self.labels.push(Label {
            at,
            text,
            ways: ways.to_vec(),
            gap,
            manner,
        });
    }
}

/// The place of an ellipse with level axes in a direction in degrees, y downwards.
pub fn on_ellipse(centre: At, radii: At, degrees: f64) -> At {
    let [c, s] = direction(degrees);
    [centre[0] + radii[0] * c, centre[1] - radii[1] * s]
}
