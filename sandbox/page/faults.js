// Faults that can be switched on, and what is true of facts that Microsoft leaves open.
import { faultKinds } from "./api.js";
import { h, redraw, toast } from "./dom.js";
import { perform, redrawAll, state } from "./store.js";

const WORDS = {
  duplicate_delivery: "Alt bliver leveret to gange",
  redeliver_after_failure: "Det, der slog fejl, bliver leveret igen",
  lost_activity: "En besked til Lydhør går tabt",
  late_activity: "En besked til Lydhør kommer for sent",
  lost_start_event: "Beskeden om mødets start når aldrig frem",
  late_start_event: "Beskeden om mødets start kommer for sent",
  throttle: "Microsoft beder om at vente (429)",
  fail: "Microsoft svarer med en fejl",
  fail_after_work: "Svaret går tabt, efter at arbejdet er gjort",
  lost_answer: "Arbejdet er gjort, men intet svar kommer",
  slow: "Microsoft svarer langsomt",
  expired_tokens: "Adgangsbilletter er udløbet",
  no_manager: "Der står ingen leder i kataloget",
  missing_access_policy: "Lydhør har ikke adgang til møderne (access policy)",
  missing_permission: "Lydhør mangler en tilladelse i Graph",
  missing_chat_rsc: "Lydhør har ikke adgang til mødets chat",
  prompt_fails: "Den talte tekst kan ikke afspilles",
  lost_call_report: "Beskeder om opkaldet når aldrig frem",
  duplicate_call_report: "Beskeder om opkaldet kommer to gange",
  ignored_patch: "Microsoft tager imod en ændring, men gør den ikke",
  lost_notification: "Det, Graph melder, går tabt",
  late_notification: "Det, Graph melder, kommer for sent",
  duplicate_notification: "Graph melder alt to gange",
  replayed_notification: "En gammel melding kommer igen senere",
  reordered_notifications: "Meldinger kommer i forkert rækkefølge",
  forged_notification: "En anden end Graph melder noget",
};
const CHOICES = {
  kind: { "": "Alt", chat: "Mødets chat", recordings: "Filer", call_events: "Opkaldet" },
  what: { client_state: "clientState", tenant: "Tenant", signature: "Signatur", token: "Token", no_token: "Token mangler" },
};
const FIELDS = {
  count: "Antal gange", seconds: "Sekunder", route: "Adressen indeholder", status: "Svar", chat: "Kun i chatten", retryAfter: "Vent, sekunder",
  permission: "Tilladelse", name: "Navn", property: "Egenskab", kind: "Hvad meldes", what: "Hvad er forkert",
  activity: "Slags besked",
};
let kinds = null;

async function known() {
  kinds = {};
  kinds = await faultKinds().catch(() => null);
  redrawAll();
}

/** The list of faults, each with its own fields and a button. */
export function faults(host) {
  if (!kinds) known();
  if (!kinds?.faults) return;
  const active = new Set(Object.keys(state.all.faults).map((key) => key.split(" ")[0]));
  redraw(host, [...active, Object.keys(kinds.faults)], () => [
    h("p", { class: "hint" }, "Et tomt antal gælder, indtil du slår fejlen fra."),
    h("ul", { class: "faults" }, Object.entries(kinds.faults).map(([name, usual]) => fault(name, usual, active.has(name)))),
    h("div", { class: "ways" },
      h("button", { "data-key": "clear", onclick: () => perform("clear_faults") }, "Fjern alle fejl"),
      h("button", { "data-key": "rotate", onclick: async () => { if (await perform("rotate_keys")) toast("Microsofts nøgler er skiftet."); } }, "Skift Microsofts nøgler")),
  ]);
}

function fault(name, usual, on) {
  const words = WORDS[name] || name;
  const fields = Object.entries(usual).filter(([key, value]) => key !== "name" && typeof value !== "boolean").map(([key, value]) => ({
    key, number: key === "count" || typeof value === "number", input: entry(`${name}-${key}`, key, value),
  }));
  const toggle = () => perform(on ? "clear_faults" : "fault", { name, ...(on ? {} : filled(fields)) });
  return h("li", {}, h("p", {}, words, on ? h("strong", { class: "chip running" }, "Slået til") : null),
    on ? null : fields.map(({ key, input }) => h("label", { class: "small", for: input.id }, FIELDS[key] || key, input)),
    h("button", { "data-key": name, "aria-label": `${on ? "Slå fra" : "Slå til"}: ${words}`, onclick: toggle }, on ? "Slå fra" : "Slå til"));
}

function entry(id, key, value) {
  const choices = CHOICES[key];
  if (!choices) return h("input", { id, value: value ?? "", inputmode: key === "count" || typeof value === "number" ? "decimal" : "text" });
  const list = h("select", { id }, Object.entries(choices).map(([chosen, label]) => h("option", { value: chosen }, label)));
  list.value = value;
  return list;
}

function filled(fields) {
  return Object.fromEntries(fields.filter(({ input }) => input.value.trim()).map(({ key, number, input }) => [key, number ? Number(input.value.replace(",", ".")) : input.value.trim()]));
}

/** The open questions by their own names, as the reference has them. */
export function switches(host) {
  redraw(host, state.all.switches, () => [
    h("p", { class: "hint" }, "Her vælger du, hvordan sandkassen opfører sig. Navnene er de samme som i koden."),
    h("ul", { class: "switches" }, Object.entries(state.all.switches || {}).map(([name, value]) => h("li", {}, choice(name, value)))),
  ]);
}

function choice(name, value) {
  const set = (next) => perform("switch", { name, value: next });
  if (typeof value === "boolean") {
    return h("label", { class: "check" }, h("input", { type: "checkbox", checked: value, "data-key": name, onchange: (event) => set(event.target.checked) }), h("code", {}, name));
  }
  const read = (text) => (typeof value === "number" ? Number(text) : text);
  return h("label", { class: "field" }, h("code", {}, name), h("input", { value: String(value), "data-key": name, onchange: (event) => set(read(event.target.value)) }));
}
