// What this window knows: who sits here, what they see, and what is open.
import * as api from "./api.js";
import { toast } from "./dom.js";

export const BOT = "Lydhør";
const watchers = new Set();
const remembered = (name) => sessionStorage.getItem(name) || "";

export const state = {
  me: new URLSearchParams(location.search).get("as") || "",
  view: null, // the world as this person sees it
  all: null, // the whole world, for the guide and the test bench
  place: remembered("place"), // "chat:<id>", "mail" or "bench"
  meeting: remembered("meeting"),
  opened: 0, // grows each time somebody opens a chat, so that it shows its newest message
  tab: "main", // which column a narrow window shows: list, main or side
  seen: new Map(), // chat id -> moment of the newest message that was looked at
  refused: new Map(), // meeting id -> why recording did not start
};

export const watch = (watcher) => watchers.add(watcher);
export const redrawAll = () => watchers.forEach((watcher) => watcher());

let reading = null;
let again = false;

/** Reads the world; calls that come while a reading is under way share one more reading. */
export function reload() {
  if (reading) {
    again = true;
    return reading;
  }
  reading = read().finally(() => {
    reading = null;
    if (again) {
      again = false;
      return reload();
    }
    return undefined;
  });
  return reading;
}

async function read() {
  const [view, all] = await Promise.all([state.me ? api.world(state.me) : null, api.world()]);
  state.all = all;
  state.view = view || all;
  settle();
  redrawAll();
}

/** Does something as this person and shows what came of it. Answers null when it was refused. */
export async function perform(name, rest = {}) {
  try {
    const result = await api.act(name, state.me, rest);
    await reload();
    return result;
  } catch (error) {
    toast(error.message);
    return null;
  }
}

export const person = (id) => state.all?.people.find((each) => each.id === id);
export const me = () => person(state.me) || { id: state.me, name: state.me, kind: "member", role: "" };
export const kindOf = (id) => person(id)?.kind || "foreign";
export const employee = (id = state.me) => kindOf(id) === "member";
export const chatById = (id) => state.view.chats.find((chat) => chat.id === id);
export const openChat = () => (state.place.startsWith("chat:") ? chatById(state.place.slice(5)) : undefined);

/** The meetings this person can see; a telephone can only reach those with a number. */
export function meetings() {
  return state.view.meetings.filter((meeting) => kindOf(state.me) !== "phone" || meeting.dialIn);
}

const RANK = { running: 0, coming: 1, ended: 2, cancelled: 3 };

export function openMeeting() {
  const sorted = [...meetings()].sort((a, b) => RANK[a.state] - RANK[b.state] || (a.startsAt < b.startsAt ? -1 : 1));
  return sorted.find((meeting) => meeting.id === state.meeting) || sorted[0];
}

export const inCall = (meeting, id = state.me) => meeting?.inCall.find((each) => each.person === id);

/** Opens a chat, the letters or the test bench; a meeting chat brings its meeting along. */
export function go(place, tab = "main") {
  state.place = place;
  state.tab = tab;
  state.opened += 1;
  const meeting = state.view.meetings.find((each) => `chat:${each.chatId}` === place);
  if (meeting) chooseMeeting(meeting.id);
  sessionStorage.setItem("place", place);
  redrawAll();
}

export function chooseMeeting(id) {
  state.meeting = id;
  sessionStorage.setItem("meeting", id);
}

/** Keeps what is open valid when chats come and go. */
function settle() {
  if (["bench", "mail"].includes(state.place) || openChat()) return;
  const chats = state.view.chats;
  const first = chats.find((chat) => chat.kind === "personal") || chats[0];
  if (kindOf(state.me) === "guest") state.place = first ? `chat:${first.id}` : "mail";
  else state.place = first ? `chat:${first.id}` : "";
}

export const newest = (chat) => chat.messages.reduce((last, each) => (each.at > last ? each.at : last), "");
