// Draws a card with Microsoft's renderer and carries a press to the bot and its answer back.
import { act } from "./api.js";
import { h, hush, say, toast } from "./dom.js";
import { prepare } from "./cardlook.js";
import { reload, state } from "./store.js";

let host;

/** The drawn card. `chat` and `message` name where it stands, so that a press can be sent. */
export function draw(card, chat, message) {
  const { AdaptiveCard, SerializationContext, Versions } = window.AdaptiveCards;
  host ||= prepare();
  const frame = h("div", { class: "card", lang: card.lang || "da" });
  const drawn = new AdaptiveCard();
  drawn.hostConfig = host;
  drawn.onExecuteAction = (action) => run(action, frame, chat, message);
  drawn.onAnchorClicked = (_element, anchor) => {
    window.open(anchor.href, "_blank", "noopener");
    return true;
  };
  try {
    drawn.parse(card, new SerializationContext(Versions.v1_5));
    frame.append(drawn.render());
  } catch (error) {
    frame.append(h("p", { role: "alert" }, `Kortet kan ikke vises. ${error.message}`));
  }
  tidy(frame, message);
  return frame;
}

/** Repairs the renderer's markup: choices become a named group of their own card. */
function tidy(frame, message) {
  for (const set of frame.querySelectorAll(".ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect")) {
    const radios = set.querySelectorAll("input[type=radio]");
    set.setAttribute("role", radios.length ? "radiogroup" : "group");
    radios.forEach((radio) => { radio.name = `${message} ${radio.name}`; });
    const first = set.querySelector("input");
    const names = first?.getAttribute("aria-labelledby")?.split(" ") || [];
    if (names.length < 2) continue;
    first.setAttribute("aria-labelledby", names.pop());
    set.setAttribute("aria-labelledby", names.join(" "));
  }
}

async function run(action, frame, chat, message) {
  const { ExecuteAction, OpenUrlAction, ShowCardAction, ToggleVisibilityAction } = window.AdaptiveCards;
  if (action instanceof ToggleVisibilityAction || action instanceof ShowCardAction) return; // the renderer's own
  if (action instanceof OpenUrlAction) {
    window.open(action.url, "_blank", "noopener");
    return;
  }
  if (frame.getAttribute("aria-busy") === "true") return;
  const verb = action instanceof ExecuteAction ? action.verb : action.data?.verb;
  busy(frame, true);
  hush();
  try {
    const answer = await act("press", state.me, { chat, message, verb, data: action.data || {} });
    await show(answer, frame, message);
  } catch (error) {
    failed(frame, error.message);
  } finally {
    busy(frame, false);
  }
}

async function show(answer, frame, message) {
  if (answer.kind === "error") {
    failed(frame, answer.value?.message || answer.value || "Det lykkedes ikke. Prøv igen.");
    return;
  }
  if (answer.kind === "message") toast(String(answer.value));
  await reload();
  if (answer.kind !== "card") return;
  const article = document.querySelector(`[data-message="${CSS.escape(message)}"]`);
  const fault = article?.querySelector("[aria-invalid=true]");
  (fault || article)?.focus({ preventScroll: true });
  article?.scrollIntoView({ block: "start" });
  say("Kortet er opdateret.");
}

function busy(frame, on) {
  frame.setAttribute("aria-busy", String(on));
  for (const button of frame.querySelectorAll("button")) {
    if (on) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
  frame.querySelector(".sending")?.remove();
  frame.querySelector(".fault")?.toggleAttribute("hidden", on);
  if (on) frame.append(h("p", { class: "sending", role: "status" }, "Sender …"));
}

function failed(frame, words) {
  frame.querySelector(".fault")?.remove();
  frame.append(h("p", { class: "fault", role: "alert" }, words));
}
