// What is said aloud in the call, and the bot's own seat in it.
import { shortTime } from "./dates.js";
import { h, say } from "./dom.js";
import { avatar } from "./people.js";
import { perform, state } from "./store.js";

const spoken = new Set();
const button = (label, key, onclick) => h("button", { "data-key": key, onclick }, label);

/** What this person hears just now, as text; and what they have heard before. */
export function voice(meeting) {
  const now = meeting.speaking;
  const before = meeting.heard.filter((each) => each.person === state.me);
  if (!now && !before.length) return null;
  if (now && !spoken.has(now.until)) say(`Lydhør siger: ${now.text}`);
  if (now) spoken.add(now.until);
  return h("section", { class: "voice", "aria-label": "Det, Lydhør siger højt" },
    now ? [h("p", {}, h("strong", {}, "Lydhør siger nu højt:")), words(now.text)] : null,
    !now ? h("details", { "data-key": "heard" },
      h("summary", {}, `Du har hørt Lydhør kl. ${shortTime(before.at(-1).at, state.view.now)}`), words(before.at(-1).text)) : null);
}

const words = (text) => text.split("\n").map((line, at) => h("p", { lang: at ? "en" : "da" }, line));

/** The bot among those in the call; an employee can let it in, mute it and take it out. */
export function botSeat(meeting, employee) {
  const bot = meeting.bot;
  if (!bot) return null;
  const id = { meeting: meeting.id };
  const where = bot.inLobby ? "venter i lobbyen" : bot.muted ? "lyden er slået fra" : "med i opkaldet";
  return h("section", { class: "botseat" },
    h("ul", { class: "roster" }, h("li", {}, avatar("bot"), h("span", {}, "Lydhør", h("span", { class: "role" }, where)))),
    employee ? h("div", { class: "ways" },
      bot.inLobby ? button("Luk Lydhør ind", "admit-bot", () => perform("admit_bot", id)) : null,
      bot.inLobby ? null : button(bot.muted ? "Slå Lydhørs lyd til" : "Slå Lydhørs lyd fra", "mute-bot", () => perform("mute_bot", { ...id, muted: !bot.muted })),
      button(bot.inLobby ? "Afvis Lydhør" : "Tag Lydhør ud", "remove-bot", () => perform("remove_bot", id))) : null);
}
