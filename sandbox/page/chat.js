// The chats to the left, the open conversation in the middle.
import { draw } from "./cards.js";
import { markdown } from "./cardlook.js";
import { act } from "./api.js";
import { clockTime, shortTime } from "./dates.js";
import { h, icon, redraw, say } from "./dom.js";
import { avatar, nameOf } from "./people.js";
import { employee, go, kindOf, newest, openChat, perform, state } from "./store.js";

const titleOf = (chat) => (chat.kind === "personal" ? nameOf("bot") : chat.title || "Møde");

function place(key, title, line, picture, fresh) {
  const here = state.place === key;
  return h("li", {}, h("button", {
    class: "place", "aria-current": here ? "page" : null, "data-key": key, onclick: () => go(key),
  }, picture, h("span", { class: "words" }, h("span", { class: "name" }, title), h("span", { class: "line" }, line)),
  fresh && !here ? h("span", { class: "dot" }, h("span", { class: "unseen" }, "Nyt")) : null));
}

function lastLine(chat) {
  const last = chat.messages.at(-1);
  if (!last) return "Ingen beskeder endnu";
  return (last.from === "system" ? last.text : `${nameOf(last.from)}: ${plain(last)}`).slice(0, 80);
}

/** The words of a message without marks, for lists, banners and screen readers. */
export function plain(message) {
  const words = message.text || gist(message.card)[0] || "Kort";
  return words.replace(/[*_]{1,2}|\\(?=[^\w\s])/g, "").replace(/\s+/g, " ").trim();
}

/** The first texts on a card. */
export function gist(card, limit = 1) {
  const found = [];
  (function walk(node) {
    if (!node || typeof node !== "object" || found.length >= limit) return;
    if (Array.isArray(node)) return void node.forEach(walk);
    if (node.type === "TextBlock" && node.text) found.push(node.text);
    else if (node.type === "RichTextBlock") found.push(node.inlines.map((run) => run.text ?? run).join(""));
    else for (const key of ["body", "items", "columns", "rows", "cells"]) walk(node[key]);
  })(card);
  return found;
}

/** The list to the left. */
export function places(host, benchOpen) {
  const { chats, mailbox = [], meetings } = state.view;
  const facts = [state.place, chats.map((chat) => [chat.id, titleOf(chat), lastLine(chat), newest(chat), state.seen.get(chat.id)]), mailbox.length, meetings.map((each) => each.state), benchOpen];
  redraw(host, facts, () => [
    h("h2", {}, "Chat"),
    h("ul", { class: "places" },
      chats.map((chat) => place(`chat:${chat.id}`, titleOf(chat), lastLine(chat),
        chat.kind === "personal" ? avatar("bot") : h("span", { class: "avatar meet" }, icon("meeting")),
        newest(chat) > (state.seen.get(chat.id) || ""))),
      kindOf(state.me) === "guest"
        ? place("mail", "Indbakke", mailbox.length ? `${mailbox.length} ${mailbox.length === 1 ? "brev" : "breve"}` : "Ingen breve endnu", h("span", { class: "avatar meet" }, icon("mail")))
        : null,
      place("bench", "Prøvebænk", "Fejl, ur, breve og kald", h("span", { class: "avatar meet" }, icon("bench")))),
    chats.length ? null : h("p", { class: "hint" }, employee() ? "Her kommer dine chats, når du er med i et møde." : "Du ser mødets chat, når du er med i mødet."),
  ]);
}

/** The open conversation; messages that did not change keep their place, so typed words stay. */
export function conversation(host) {
  const chat = openChat();
  if (host.chat !== chat.id) {
    host.chat = chat.id;
    host.log = h("ol", { class: "log", "aria-label": `Beskeder i ${titleOf(chat)}`, tabindex: "0" });
    host.replaceChildren(h("header", { class: "talk" }, h("h1", {}, titleOf(chat)), h("p", { class: "role members" })), host.log, composer(chat));
    host.told = newest(chat);
  }
  const others = chat.members.filter((id) => id !== state.me).map(nameOf);
  host.querySelector(".members").textContent = others.length && chat.kind !== "personal" ? `Du og ${others.join(", ")}` : "Personlig chat";
  const follow = host.opened !== state.opened || atEnd(host.log);
  fill(host.log, chat);
  const last = host.log.lastElementChild;
  if (follow && last && (last !== host.last || host.opened !== state.opened)) show(host.log, last);
  host.last = last;
  host.opened = state.opened;
  tell(host, chat);
  state.seen.set(chat.id, newest(chat));
}

/** Whether the newest message is in view; nobody is moved while typing on a card. */
function atEnd(log) {
  if (!log.children.length) return true;
  const typing = log.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
  const scroller = getComputedStyle(log).overflowY === "visible" ? document.scrollingElement : log;
  return !typing && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 240;
}

/** A tall card is shown from its beginning, everything else to its end. */
function show(log, row) {
  const room = Math.min(log.clientHeight, window.innerHeight - 240);
  row.scrollIntoView({ block: row.offsetHeight > room ? "start" : "end" });
}

function fill(log, chat) {
  const drawn = new Map([...log.children].map((row) => [row.dataset.id, row]));
  const rows = chat.messages.map((message, index) => {
    const before = chat.messages[index - 1];
    const follows = before?.from === message.from && new Date(message.at) - new Date(before.at) < 300000;
    const signature = JSON.stringify([message, follows]);
    const row = drawn.get(message.id);
    if (row?.signature === signature) return row;
    const fresh = bubble(chat, message, follows);
    fresh.signature = signature;
    if (row?.contains(document.activeElement)) queueMicrotask(() => fresh.querySelector("[data-message]")?.focus({ preventScroll: true }));
    refresh(chat, message);
    return fresh;
  });
  if (rows.length !== log.children.length || rows.some((row, index) => log.children[index] !== row)) arrange(log, rows);
}

/** Puts the rows in order without taking unchanged ones out of the page. */
function arrange(log, rows) {
  const keep = new Set(rows);
  for (const row of [...log.children]) if (!keep.has(row)) row.remove();
  rows.forEach((row, index) => {
    if (log.children[index] !== row) log.insertBefore(row, log.children[index] || null);
  });
}

function bubble(chat, message, follows) {
  const mine = message.from === state.me;
  if (message.from === "system") return h("li", { class: "event", "data-id": message.id }, `${message.text} · ${clockTime(message.at)}`);
  const edited = message.updatedAt && message.updatedAt !== message.at ? " · opdateret" : "";
  const text = h("div", { class: "text" });
  if (message.text) text.innerHTML = markdown(message.text);
  return h("li", { class: `row${mine ? " mine" : ""}${follows ? " follows" : ""}`, "data-id": message.id },
    mine ? null : avatar(message.from),
    h("article", { class: `bubble${message.card ? " wide" : ""}`, "data-message": message.id, tabindex: "-1", "aria-label": `${mine ? "Dig" : nameOf(message.from)} ${clockTime(message.at)}` },
      h("p", { class: "meta" }, mine ? null : h("strong", {}, nameOf(message.from)), ` ${shortTime(message.at, state.view.now)}${edited}`),
      message.text ? text : null,
      message.card ? draw(message.card, chat.id, message.id) : null));
}

const refreshed = new Set();

/** Teams asks the bot anew for a card with `refresh` each time it comes into view. */
function refresh(chat, message) {
  const mark = `${message.id} ${message.updatedAt || message.at}`;
  if (!message.card?.refresh || refreshed.has(mark)) return;
  refreshed.add(mark);
  act("refresh", state.me, { chat: chat.id, message: message.id }).catch(() => refreshed.delete(mark));
}

function tell(host, chat) {
  const fresh = chat.messages.filter((each) => each.at > host.told && each.from !== state.me);
  if (fresh.length) say(fresh.map((each) => (each.from === "system" ? plain(each) : `${nameOf(each.from)}: ${plain(each)}`)).join(" "));
  host.told = newest(chat);
}

function composer(chat) {
  const field = h("textarea", { id: "composer", rows: "1", maxlength: "4000", "aria-label": `Skriv en besked i ${titleOf(chat)}`, placeholder: "Skriv en besked" });
  const send = async () => {
    const text = field.value.trim();
    if (!text) return;
    field.readOnly = true;
    const done = await perform("message", { chat: chat.id, text });
    field.readOnly = false;
    if (done) field.value = "";
    field.focus();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  const mention = chat.kind === "meeting"
    ? h("button", { type: "button", class: "quiet", "aria-label": "Skriv til Lydhør i denne chat", onclick: () => {
      if (!field.value.startsWith("@Lydhør")) field.value = `@Lydhør ${field.value}`;
      field.focus();
    } }, "@Lydhør") : null;
  return h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); send(); } },
    field, mention, h("button", { class: "primary", "aria-label": "Send besked" }, icon("send")));
}
