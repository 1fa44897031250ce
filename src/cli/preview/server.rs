//! The pages over HTTP, for this computer only.
//!
//! A page in another tab may send requests here under a name of its own that leads to this
//! computer (DNS rebinding), so a request that was not sent to this address is refused.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::time::{Instant, timeout_at};
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use crate::cli::preview::desk::Desk;
use crate::cli::preview::sheet::{Asked, page};
use crate::render::messages::Messages;
use crate::render::pages::Surroundings;
use crate::render::pages::preview::{Extent, PreviewPages, SCRIPT, STYLE};
use crate::render::paper::{Paper, Setting};
use crate::render::view::SchoolView;

/// How long a page waits for instances before it is shown without them.
const PATIENCE: Duration = Duration::from_millis(120);

/// Nothing from elsewhere, and no script but the one file. Figures say their width in an attribute.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                      style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What the routes share.
pub struct Server {
    /// What is known of the bank.
    pub desk: Arc<Desk>,
    /// The templates.
    pub pages: PreviewPages,
    /// The item model that is shown where a request names none.
    pub first: Option<String>,
    /// What the bank is called while it has never been read.
    pub file: String,
    /// The port, as the addresses of requests name it.
    pub port: u16,
}

/// The routes.
pub fn routes(server: Server) -> Router {
    let server = Arc::new(server);
    Router::new()
        .route("/", get(whole))
        .route("/body", get(body))
        .route("/events", get(events))
        .route("/style.css", get(|| async { file("text/css", STYLE) }))
        .route(
            "/preview.js",
            get(|| async { file("text/javascript", SCRIPT) }),
        )
        .layer(from_fn_with_state(Arc::clone(&server), guard))
        .with_state(server)
}

/// Refuses what was not sent to this address, and says how pages may be used.
async fn guard(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let mut response = if !is_ours(request.headers(), server.port) {
        let words = "This page is only for this computer: open http://127.0.0.1 with the port.\n";
        (StatusCode::MISDIRECTED_REQUEST, words).into_response()
    } else if request.method() != Method::GET {
        StatusCode::METHOD_NOT_ALLOWED.into_response()
    } else {
        next.run(request).await
    };
    let set = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    let headers = response.headers_mut();
    for (name, value) in set {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether a request names this computer, by one of its own names, and this port.
fn is_ours(headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let Some(host) = host.filter(|_| hosts.next().is_none()) else {
        return false;
    };
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|name| host.strip_prefix(name) == Some(&format!(":{port}")))
}

fn file(kind: &'static str, text: &'static str) -> Response {
    let kind = format!("{kind}; charset=utf-8");
    ([(CONTENT_TYPE, kind)], text).into_response()
}

/// The names in the address of a page. What is not understood is as if it were not there.
#[derive(Debug, serde::Deserialize)]
struct Address {
    item: Option<String>,
    r#as: Option<String>,
    draw: Option<String>,
}

async fn whole(server: State<Arc<Server>>, address: Query<Address>) -> Response {
    show(&server, address.0, Extent::Whole).await
}

async fn body(server: State<Arc<Server>>, address: Query<Address>) -> Response {
    show(&server, address.0, Extent::Body).await
}

async fn show(server: &Arc<Server>, address: Address, extent: Extent) -> Response {
    let draw = address.draw.and_then(|draw| draw.parse().ok());
    let item = address.item.filter(|item| !item.is_empty());
    let asked = Asked {
        item: item.or_else(|| server.first.clone()),
        student: address.r#as.as_deref() == Some("student"),
        draw: draw.unwrap_or(0),
    };
    let mut changes = server.desk.listen();
    let until = Instant::now() + PATIENCE;
    let (sight, model) = loop {
        changes.mark_unchanged();
        let (sight, model) = server.desk.see(|good| asked.choose(good), asked.draw);
        // A bank that is being read for the first time is waited for as well.
        let nothing = sight.good.is_none() && sight.mistakes.is_empty();
        let waiting = nothing || (model.is_some() && sight.drawn.is_none());
        if !waiting || timeout_at(until, changes.changed()).await.is_err() {
            break (sight, model);
        }
    };
    let server = Arc::clone(server);
    let written = tokio::task::spawn_blocking(move || {
        let view = page(&asked, &sight, model, &server.file);
        let messages = Messages::of(&view.language);
        let setting = Setting::on(Paper::usual(&view.language));
        let mut setting = setting.view("quiz", messages.language());
        // Room for work says nothing on a screen.
        setting.work = false;
        let around = Surroundings {
            page: &setting,
            school: &SchoolView::default(),
            messages: &messages,
        };
        server.pages.render(extent, &view, around)
    });
    match written.await {
        Ok(Ok(text)) => Html(text).into_response(),
        Ok(Err(error)) => failed(&error.to_string()),
        Err(error) => failed(&error.to_string()),
    }
}

fn failed(why: &str) -> Response {
    let words = format!("The program failed on this page: {why}\n");
    (StatusCode::INTERNAL_SERVER_ERROR, words).into_response()
}

/// A number whenever a page may show something else.
async fn events(
    State(server): State<Arc<Server>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let ticks = WatchStream::new(server.desk.listen());
    let events = ticks.map(|tick| Ok(Event::default().data(tick.to_string())));
    Sse::new(events).keep_alive(KeepAlive::default())
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use axum::http::header::{HOST, HeaderMap, HeaderValue};

    #[test]
    fn only_names_of_this_computer_with_the_port() {
        let sent_to = |host: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_static(host));
            is_ours(&headers, 4040)
        };
        assert!(sent_to("127.0.0.1:4040") && sent_to("localhost:4040") && sent_to("[::1]:4040"));
        for foreign in [
            "evil.example:4040",
            "127.0.0.1",
            "127.0.0.1:4041",
            "127.0.0.1.evil.example:4040",
            "localhost.evil.example:4040",
            "localhost:40400",
            "",
        ] {
            assert!(!sent_to(foreign), "{foreign}");
        }
        assert!(!is_ours(&HeaderMap::new(), 4040));
        let mut twice = HeaderMap::new();
        twice.append(HOST, HeaderValue::from_static("localhost:4040"));
        twice.append(HOST, HeaderValue::from_static("evil.example:4040"));
        assert!(!is_ours(&twice, 4040));
    }
}
