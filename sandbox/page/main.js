// Puts the page together and keeps it live.
import { listen } from "./api.js";
import { bench } from "./bench.js";
import { conversation, places } from "./chat.js";
import { clockTime } from "./dates.js";
import { h, icon, redraw } from "./dom.js";
import { guide } from "./guide.js";
import { letters } from "./letters.js";
import { meetingPanel } from "./meeting.js";
import { badge, chooser, nameOf } from "./people.js";
import { kindOf, me, openChat, redrawAll, reload, state, watch } from "./store.js";

const top = document.getElementById("top");
const app = document.getElementById("app");
const TABS = [["list", "Chats", "list"], ["main", "Samtale", "chat"], ["side", "Møde", "meeting"]];
const parts = {};

function theme(next) {
  const chosen = next ?? localStorage.getItem("theme") ?? "";
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
  if (next !== undefined) localStorage.setItem("theme", next);
}

function toggleTheme() {
  const dark = getComputedStyle(document.documentElement).getPropertyValue("--is-dark").trim() === "1";
  theme(dark ? "light" : "dark");
}

function bar() {
  const now = state.all ? clockTime(state.all.now) : "";
  redraw(top, [state.me, now, state.all?.people.length], () => [
    h("p", { class: "brand" }, h("img", { src: "icon.svg", alt: "", width: "24", height: "24" }), h("span", {}, "Lydhør"), h("span", { class: "role" }, "prøv det i Teams")),
    state.me && state.all ? badge(me()) : null,
    h("button", { class: "quiet", "data-key": "theme", onclick: toggleTheme }, icon("theme"), h("span", {}, "Lys eller mørk"))]);
}

function build() {
  const phone = kindOf(state.me) === "phone";
  Object.assign(parts, {
    guide: h("div"),
    list: h("nav", { class: "list", "aria-label": "Chats" }),
    main: h("main", { id: "main", class: "main", tabindex: "-1" }),
    side: h("aside", { class: "side", "aria-label": "Møde" }),
    tabs: h("nav", { class: "tabs", "aria-label": "Vælg visning" }),
  });
  app.className = `app${phone ? " phone" : ""}`;
  app.replaceChildren(...(phone ? [phoneView()] : [parts.guide, parts.tabs, parts.list, parts.main, parts.side]));
}

/** A telephone has no screen: only the sentence and the way in and out. */
function phoneView() {
  parts.side = h("div", { class: "side" });
  return h("main", { id: "main", tabindex: "-1" }, h("h1", {}, `${me().name} på telefon`), parts.side);
}

function draw() {
  bar();
  if (!parts.side) build();
  document.title = `${me().name} · Lydhør i Teams`;
  meetingPanel(parts.side);
  if (!parts.main) return;
  if (kindOf(state.me) === "phone") return;
  app.dataset.tab = state.tab;
  guide(parts.guide);
  redraw(parts.tabs, [state.tab], () => TABS.map(([id, label, shape]) =>
    h("button", { "aria-current": state.tab === id ? "page" : null, "data-key": id, onclick: () => { state.tab = id; redrawAll(); } }, icon(shape), label)));
  middle();
  places(parts.list);
}

function middle() {
  const kind = openChat() ? "chat" : state.place || "empty";
  if (parts.main.kind !== kind) {
    parts.main.kind = kind;
    parts.body = h("div", { class: `pane ${kind}` });
    parts.main.replaceChildren(parts.body);
  }
  if (kind === "chat") conversation(parts.body);
  else if (kind === "bench") bench(parts.body);
  else if (kind === "mail") letters(parts.body, state.view.mailbox, "Indbakke");
  else redraw(parts.body, "empty", () => [h("h1", {}, `Hej ${nameOf(state.me).split(" ")[0]}`), h("p", { class: "hint" }, "Når du er med i et møde, står mødets chat her. Deltag i mødet i feltet Møde.")]);
}

function online(works) {
  const line = document.getElementById("offline");
  line.hidden = works;
  line.textContent = works ? "" : "Forbindelsen til sandkassen er væk. Siden prøver igen af sig selv.";
}

async function start() {
  theme();
  bar();
  try {
    if (!window.AdaptiveCards || !window.markdownit || !window.DOMPurify) throw new Error("Bibliotekerne til kortene mangler. Kør make run.");
    await reload();
  } catch (error) {
    app.replaceChildren(h("main", { id: "main", class: "chooser" }, h("h1", {}, "Sandkassen er ikke klar"), h("p", {}, error.message)));
    setTimeout(start, 3000);
    return;
  }
  if (!state.all.people.some((each) => each.id === state.me)) {
    state.me = "";
    bar();
    app.replaceChildren(chooser(state.all.people));
    return;
  }
  if (state.me === "ahmed" && !sessionStorage.getItem("place")) state.place = "bench";
  window.name = `lydhoer-${state.me}`;
  watch(draw);
  draw();
  let soon;
  const changed = () => {
    clearTimeout(soon);
    soon = setTimeout(() => reload().catch(() => online(false)), 60);
  };
  listen(state.me, changed, online);
  window.addEventListener("storage", changed);
  window.addEventListener("pagehide", () => clearTimeout(soon));
}

start();
