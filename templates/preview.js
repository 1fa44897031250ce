"use strict";
// The page fetches itself again when the server says that something has changed, and puts the new
// parts in place: what is scrolled to, opened and focused stays.
{
  const frame = document.getElementById("frame");
  const live = document.getElementById("live");
  const tick = () => Number(document.getElementById("bank")?.dataset.tick ?? 0);
  let wanted = 0;
  let busy = false;

  // The first instance in sight, and where it stands.
  const anchor = () => {
    const card = [...document.querySelectorAll(".card")].find((card) => card.getBoundingClientRect().bottom > 0);
    return card && window.scrollY > 0 ? { id: card.id, top: card.getBoundingClientRect().top } : null;
  };

  const swap = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const at = anchor();
    const height = window.scrollY;
    const opened = [...document.querySelectorAll("details[open]")].map((details) => details.id);
    const focused = document.activeElement;
    const list = document.getElementById("bank").scrollTop;
    const path = focused?.id ? `#${focused.id}` : focused?.getAttribute?.("href") ? `a[href="${focused.getAttribute("href")}"]` : null;
    const mistakes = document.querySelector(".mistakes")?.scrollTop ?? 0;
    frame.replaceChildren(...fresh.body.childNodes);
    opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    document.getElementById("bank").scrollTop = list;
    if (document.querySelector(".mistakes")) document.querySelector(".mistakes").scrollTop = mistakes;
    const moved = at && document.getElementById(at.id);
    window.scrollTo(0, moved ? window.scrollY + moved.getBoundingClientRect().top - at.top : height);
    if (path && path !== "#view") document.querySelector(path)?.focus({ preventScroll: true });
  };

  const refresh = async () => {
    if (busy) return;
    busy = true;
    try {
      while (tick() < wanted) {
        const answer = await fetch(`/body${location.search}`, { cache: "no-store" });
        if (!answer.ok) break;
        swap(await answer.text());
      }
    } catch {
      // The server has ended; the stream of events says so.
    }
    busy = false;
  };

  document.querySelector("#bank [aria-current]")?.scrollIntoView({ block: "nearest" });
  const events = new EventSource("/events");
  events.onmessage = ({ data }) => {
    live.textContent = "";
    wanted = Number(data);
    refresh();
  };
  events.onerror = () => {
    live.textContent = "The preview has ended";
    // A new preview counts from the beginning.
    document.getElementById("bank").dataset.tick = "0";
  };
}
