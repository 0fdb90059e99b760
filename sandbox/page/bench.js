// The test bench: the clock, the citizen's letters, faults, open questions and the bot's calls.
import { calls, problems, resetCalls } from "./api.js";
import { meetingTime } from "./dates.js";
import { h, redraw } from "./dom.js";
import { faults, switches } from "./faults.js";
import { letters } from "./letters.js";
import { perform, redrawAll, state } from "./store.js";

const PARTS = [
  ["clock", "Ur"], ["mail", "Breve til borgeren"], ["faults", "Fejl hos Microsoft"],
  ["switches", "Det, Microsoft ikke har bekræftet"], ["calls", "Kald fra Lydhør"],
];
const STEPS = [[60, "Et minut frem"], [600, "Ti minutter frem"], [3600, "En time frem"], [86400, "Et døgn frem"]];

/** Draws the bench into `host`. */
export function bench(host) {
  if (!host.parts) {
    host.parts = Object.fromEntries(PARTS.map(([key]) => [key, h("div")]));
    const open = (key) => ["clock", "mail"].includes(key) || (key === "faults" && state.me === "ahmed");
    host.replaceChildren(
      h("h1", {}, "Prøvebænk"),
      h("p", { class: "lead" }, "Her kan du få tiden til at gå, fremkalde fejl hos Microsoft og se, hvad Lydhør gør."),
      ...PARTS.map(([key, title]) => h("details", { class: "fold", open: open(key), ontoggle: redrawAll },
        h("summary", {}, h("h2", {}, title)), h("div", { class: "inside" }, host.parts[key]))));
  }
  clock(host.parts.clock);
  letters(host.parts.mail, state.all.mailbox);
  faults(host.parts.faults);
  switches(host.parts.switches);
  if (host.parts.calls.closest("details").open) counters(host.parts.calls);
}

function clock(host) {
  const offset = state.all.clock.offsetSeconds;
  redraw(host, [state.all.now.slice(0, 16), offset], () => [
    h("p", {}, `Klokken i sandkassen: ${meetingTime(state.all.now)}`, offset ? `. Det er ${span(offset)} foran.` : ""),
    h("div", { class: "ways" }, STEPS.map(([seconds, label]) =>
      h("button", { "data-key": `advance-${seconds}`, onclick: () => perform("advance", { seconds }) }, label))),
  ]);
}

function span(offset) {
  const minutes = Math.round(offset / 60);
  if (minutes < 60) return `${minutes} min.`;
  if (minutes < 1440) return `${Math.floor(minutes / 60)} t. ${minutes % 60} min.`;
  return `${Math.floor(minutes / 1440)} døgn ${Math.floor((minutes % 1440) / 60)} t.`;
}

async function counters(host) {
  const [made, found] = await Promise.all([calls(), problems()]).catch(() => [{ calls: [] }, { problems: [] }]);
  const rows = counted(made.calls);
  const wrong = found.problems;
  redraw(host, [rows, wrong], () => [
    h("p", { class: wrong.length ? "fault" : "hint" }, wrong.length ? `Brud på Microsofts regler: ${wrong.length}` : "Ingen brud på Microsofts regler."),
    wrong.length ? h("ul", { class: "faults" }, wrong.map((each) => h("li", {}, h("code", {}, `${each.code} · ${each.where} · ${each.detail}`)))) : null,
    rows.length ? table(rows) : h("p", { class: "hint" }, "Ingen kald endnu."),
    h("p", {}, h("button", { "data-key": "reset", onclick: async () => { await resetCalls(); redrawAll(); } }, "Nulstil tælleren")),
  ]);
}

function table(rows) {
  const line = (tag, cells, props = {}) => h("tr", {}, cells.map((each) => h(tag, props, each)));
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Tabel over kald" }, h("table", {},
    h("thead", {}, line("th", ["Kald", "Svar", "Antal"], { scope: "col" })),
    h("tbody", {}, rows.map(([name, status, count]) => line("td", [h("code", {}, name), status, String(count)])))));
}

/** Calls as [what, status, how many]. */
function counted(made) {
  const sums = new Map();
  for (const each of made) {
    const key = JSON.stringify([`${each.method} ${each.route}`, String(each.status)]);
    sums.set(key, (sums.get(key) || 0) + 1);
  }
  return [...sums].map(([key, count]) => [...JSON.parse(key), count]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
