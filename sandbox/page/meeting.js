// The meeting panel to the right: who is in the call, the lobby, recording, and the ways in and out.
import { gist, plain } from "./chat.js";
import { meetingTime, shortTime } from "./dates.js";
import { h, icon, redraw, say, toast } from "./dom.js";
import { invite } from "./newmeeting.js";
import { avatar, kindLabel, nameOf } from "./people.js";
import { botSeat, voice } from "./voice.js";
import { chooseMeeting, employee, go, inCall, kindOf, meetings, openMeeting, perform, redrawAll, state } from "./store.js";

const STATES = { coming: "Ikke begyndt", running: "I gang", ended: "Slut", cancelled: "Aflyst" };
const REFUSED = "Optagelse er slået fra i dette møde. Teams kan derfor ikke optage.";
const dismissed = new Set();
const announced = new Set();

const button = (label, key, onclick, look = "") => h("button", { class: look, "data-key": key, onclick }, label);

/** Draws the panel. */
export function meetingPanel(host) {
  const all = meetings();
  const meeting = openMeeting();
  const alert = meeting && alertFor(meeting);
  redraw(host, [all.map((each) => [each.id, each.title]), meeting, alert?.id, [...state.refused], state.me, dismissed.size], () => [
    h("div", { class: "sidehead" }, h("h2", {}, "Møde"), employee() ? button([icon("plus"), "Nyt møde"], "new", invite) : null),
    all.length > 1 ? picker(all, meeting) : null,
    meeting ? body(meeting, alert) : h("p", { class: "hint" }, employee() ? "Du er ikke med i noget møde. Begynd med Nyt møde." : "Du er ikke inviteret til noget møde endnu."),
  ]);
}

function picker(all, meeting) {
  const list = h("select", { id: "pick-meeting", "data-key": "pick", onchange: (event) => {
    const chosen = all.find((each) => each.id === event.target.value);
    chooseMeeting(chosen.id);
    if (state.view.chats.some((chat) => chat.id === chosen.chatId)) go(`chat:${chosen.chatId}`, state.tab);
    else redrawAll();
  } }, all.map((each) => h("option", { value: each.id }, `${each.title} (${STATES[each.state].toLowerCase()})`)));
  list.value = meeting.id;
  return h("p", { class: "field" }, h("label", { for: "pick-meeting" }, "Vælg møde"), list);
}

function body(meeting, alert) {
  const notice = noticeFor(meeting);
  const mine = inCall(meeting);
  return [
    h("h3", {}, meeting.title || "Møde uden titel"),
    h("p", {}, meetingTime(meeting.startsAt, meeting.endsAt)),
    h("p", { class: `chip ${meeting.state}` }, STATES[meeting.state], meeting.dialIn ? " · Man kan ringe ind" : "", meeting.occurrence > 1 ? ` · ${meeting.occurrence}. gang` : ""),
    notice ? noticed(notice) : null,
    mine && !mine.inLobby ? voice(meeting) : null,
    alert ? banner(alert, meeting) : null,
    kindOf(state.me) === "phone" ? telephone(meeting, mine) : ways(meeting, mine),
    kindOf(state.me) === "phone" ? null : recording(meeting, mine),
    kindOf(state.me) === "phone" ? null : [roster(meeting, mine), app(meeting), more(meeting)],
  ];
}

function telephone(meeting, mine) {
  if (!mine) return meeting.dialIn ? ways(meeting, mine) : h("p", { class: "hint" }, "Man kan ikke ringe ind til dette møde.");
  return [h("p", { class: "call" }, mine.inLobby ? "Du venter på at blive lukket ind." : "Du er med på telefon. Du hører kun lyd."), ways(meeting, mine)];
}

function ways(meeting, mine) {
  const id = { meeting: meeting.id };
  const me = { ...id, person: state.me };
  const host = employee();
  if (meeting.state === "cancelled") return null;
  const start = () => perform("start", id);
  return h("div", { class: "ways" },
    mine && kindOf(state.me) !== "phone" ? h("p", { class: "call" }, mine.inLobby ? "Du venter i lobbyen. En medarbejder lukker dig ind." : "Du er med i mødet.") : null,
    meeting.state === "coming" && host ? button("Start mødet", "start", start, meeting.appInstalled ? "primary" : "") : null,
    meeting.state === "coming" && !host ? h("p", { class: "hint" }, "Du kan deltage, når mødet er begyndt.") : null,
    meeting.state === "ended" && host ? button("Start mødet igen", "start", start) : null,
    !mine && meeting.state === "running" ? button(kindOf(state.me) === "phone" ? "Ring op" : "Deltag", "join", () => perform("join", me), "primary") : null,
    mine ? button(kindOf(state.me) === "phone" ? "Læg på" : "Forlad", "leave", () => perform("leave", me)) : null,
    meeting.state === "running" && host ? button("Slut mødet", "end", () => perform("end", id)) : null);
}

function recording(meeting, mine) {
  if (meeting.state !== "running" || !mine || mine.inLobby) return null;
  const on = meeting.recording === "running";
  const why = state.refused.get(meeting.id);
  return h("section", { class: `recording${on ? " on" : ""}`, "aria-label": "Optagelse i Teams" },
    h("p", {}, h("span", { class: "lamp", "aria-hidden": "true" }), on ? "Teams optager nu med billede og lyd" : "Teams optager ikke"),
    on ? button("Stop optagelse", "stop", () => perform("stop_record", { meeting: meeting.id })) : button("Optag", "record", () => record(meeting)),
    why && !on ? h("div", { class: "why", role: "status" }, h("p", {}, why),
      employee() ? h("details", { "data-key": "why" }, h("summary", {}, "Prøv alligevel"),
        h("p", {}, "En mødeleder kan slå optagelse til igen i mødets indstillinger. Her kan du se, hvad Lydhør gør, når det sker."),
        button("Slå til, og optag", "force", () => record(meeting, true))) : null) : null);
}

async function record(meeting, force) {
  const answer = await perform("record", force ? { meeting: meeting.id, force: true } : { meeting: meeting.id });
  if (!answer) return;
  if (answer.refused) {
    state.refused.set(meeting.id, employee() && !openMeeting()?.options.allowRecording ? REFUSED : answer.why);
  } else {
    state.refused.delete(meeting.id);
  }
  redrawAll();
}

function roster(meeting, mine) {
  if (meeting.state !== "running") return null;
  const inside = meeting.inCall.filter((each) => !each.inLobby);
  const waiting = meeting.inCall.filter((each) => each.inLobby);
  const line = (each, extra) => h("li", {}, avatar(each.person), h("span", {}, nameOf(each.person), h("span", { class: "role" }, kindLabel(kindOf(each.person)))), extra);
  const admit = (each) => button("Luk ind", `admit-${each.person}`, () => perform("admit", { meeting: meeting.id, person: each.person }));
  return [
    botSeat(meeting, employee() && mine && !mine.inLobby),
    h("section", {}, h("h4", {}, `I mødet (${inside.length})`), inside.length ? h("ul", { class: "roster" }, inside.map((each) => line(each))) : h("p", { class: "hint" }, "Ingen er kommet endnu.")),
    waiting.length ? h("section", {}, h("h4", {}, `I lobbyen (${waiting.length})`), h("ul", { class: "roster" }, waiting.map((each) => line(each, employee() && mine ? admit(each) : null)))) : null,
  ];
}

function app(meeting) {
  if (meeting.appInstalled) return h("p", { class: "hint with" }, icon("done"), "Lydhør er med i mødet");
  if (!employee() || ["ended", "cancelled"].includes(meeting.state)) return null;
  return h("p", {}, button("Tilføj Lydhør til mødet", "install", async () => {
    if (await perform("install_app", { meeting: meeting.id })) toast("Lydhør er nu med i mødet.");
  }, meeting.state === "coming" ? "primary" : ""));
}

/** What only the organiser can do; folded away. */
function more(meeting) {
  if (!(meeting.organizer === state.me) || ["ended", "cancelled"].includes(meeting.state)) return null;
  const id = { meeting: meeting.id };
  const later = (minutes) => ({
    ...id,
    startsAt: new Date(Date.parse(meeting.startsAt) + minutes * 60000).toISOString(),
    endsAt: new Date(Date.parse(meeting.endsAt) + minutes * 60000).toISOString(),
  });
  const allowed = meeting.options?.allowRecording;
  return h("details", { class: "more", "data-key": "more" }, h("summary", {}, "Flere valg for mødet"),
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: Boolean(allowed), "data-key": "allow", onchange: (event) => perform("set_option", { ...id, allowRecording: event.target.checked }) }), "Tillad optagelse i Teams (mødets indstillinger)"),
    h("div", { class: "ways" },
      button("Flyt en time frem", "move", () => perform("move", later(60))),
      button("Flyt til næste dag", "moveday", () => perform("move", later(1440))),
      button("Aflys mødet", "cancel", () => perform("cancel", id)),
      meeting.appInstalled ? button("Fjern Lydhør fra mødet", "remove", () => perform("remove_app", id)) : null));
}

/** The newest message that Teams shows on top of the meeting, for those who are in it. */
function alertFor(meeting) {
  const here = inCall(meeting);
  if (meeting.state !== "running" || !here || here.inLobby || kindOf(state.me) === "phone") return null;
  const chat = state.view.chats.find((each) => each.id === meeting.chatId);
  return chat?.messages.filter((each) => each.alert && !dismissed.has(each.id)).at(-1);
}

function banner(message, meeting) {
  const lines = message.text ? [message.text] : gist(message.card, 2);
  const words = lines.map((text) => plain({ text }));
  if (!announced.has(message.id)) say(`Besked i mødet: ${words.join(". ")}`);
  announced.add(message.id);
  return h("section", { class: "banner", "aria-label": "Besked i mødet" }, icon("bell"),
    h("div", {}, h("p", {}, h("strong", {}, `${nameOf(message.from)} · ${shortTime(message.at, state.view.now)}`)), words.map((each) => h("p", {}, each)),
      h("div", { class: "ways" },
        button("Vis i chatten", "toalert", () => go(`chat:${meeting.chatId}`)),
        button("Luk", "closealert", () => { dismissed.add(message.id); redrawAll(); }))));
}

const noticeKey = (meeting, notice) => `${meeting.id} ${notice.at}`;

/** The newest notice that Lydhør had Teams show to this person alone. */
function noticeFor(meeting) {
  if (meeting.state !== "running" || !inCall(meeting)) return undefined;
  const mine = (meeting.notices || []).filter((each) => each.person === state.me && !dismissed.has(noticeKey(meeting, each)));
  return mine.length ? { ...mine.at(-1), key: noticeKey(meeting, mine.at(-1)) } : undefined;
}

function noticed(notice) {
  if (!announced.has(notice.key)) say(`Besked til dig i mødet: ${notice.title}`);
  announced.add(notice.key);
  return h("section", { class: "banner", "aria-label": "Besked til dig i mødet" }, icon("bell"),
    h("div", {}, h("p", {}, h("strong", {}, `${nameOf("bot")} · kun til dig`)), h("p", {}, notice.title || "Der er en besked til dig."),
      h("div", { class: "ways" },
        notice.url ? h("a", { class: "button", href: notice.url, target: "_blank", rel: "noopener" }, "Åbn beskeden") : null,
        button("Luk", "closenotice", () => { dismissed.add(notice.key); redrawAll(); }))));
}
