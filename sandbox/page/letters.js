// The letters that reached the citizen, each shown in a frame that may run nothing.
import { shortTime } from "./dates.js";
import { h, redraw } from "./dom.js";
import { state } from "./store.js";

export const letterKey = (letter) => `${letter.at} ${letter.subject}`;
let opened = "";

/** All letters as a list; the open one below its line. */
export function letters(host, mailbox, heading) {
  redraw(host, [mailbox.map(letterKey), opened, heading], () => [
    heading ? h("h1", {}, heading) : null,
    mailbox.length ? null : h("p", { class: "hint" }, heading ? "Der er ingen breve endnu. Her kommer breve til ole@borger.example." : "Der er ingen breve endnu."),
    h("ul", { class: "letters" }, [...mailbox].reverse().map((letter) => {
      const here = opened === letterKey(letter);
      return h("li", {},
        h("button", { class: "place", "aria-expanded": String(here), "data-key": letterKey(letter), onclick: () => toggle(host, mailbox, heading, letter) },
          h("span", { class: "words" }, h("span", { class: "name" }, letter.subject), h("span", { class: "line" }, `Til ${letter.to} · ${shortTime(letter.at, state.view.now)}`))),
        here ? frame(letter) : null);
    })),
  ]);
}

function toggle(host, mailbox, heading, letter) {
  opened = opened === letterKey(letter) ? "" : letterKey(letter);
  localStorage.setItem("read", letterKey(letter));
  letters(host, mailbox, heading);
}

/** The sandbox attribute stops scripts and forms; same-origin only lets us measure the height. */
function frame(letter) {
  const view = h("iframe", { class: "letter", sandbox: "allow-same-origin", title: `Brevet: ${letter.subject}`, srcdoc: letter.html });
  view.addEventListener("load", () => {
    view.style.height = `${view.contentDocument.documentElement.scrollHeight + 8}px`;
  });
  return view;
}
