// "Prøv det selv": seven steps, with the next one marked from what has happened so far.
import { h, icon, redraw } from "./dom.js";
import { letterKey } from "./letters.js";
import { nameOf } from "./people.js";
import { state } from "./store.js";

const cardsOf = (id) => state.all.chats.filter((chat) => chat.kind === "personal" && chat.members.includes(id)).flatMap((chat) => chat.messages).filter((each) => each.card).map((each) => JSON.stringify(each.card));
const asked = (card) => card.includes('"verb": "grant"') || card.includes('"verb":"grant"');
const about = (card) => !card.includes("register_open");
const withBot = () => state.all.meetings.filter((each) => each.appInstalled);
const known = () => [...cardsOf("jens"), ...cardsOf("lene")].filter(about);
const came = (id) => withBot().some((each) => each.inCall.some((one) => one.person === id && !one.inLobby));
const started = () => withBot().some((each) => ["running", "ended"].includes(each.state));
const ended = () => withBot().some((each) => each.state === "ended");

const STEPS = [
  ["mette", "Opret et nyt møde, og tilføj Lydhør til mødet.", () => withBot().length > 0],
  ["mette", "Ole ringer. Åbn chatten med Lydhør, og skriv hans ønske om at optage ned. Hans e-mail er ole@borger.example.", () => known().length > 0],
  ["jens", "Læs ønsket i chatten med Lydhør. Vurder hvert kriterium, og giv lov.", () => known().length > 0 && !known().some(asked)],
  ["ole", "Åbn indbakken, og læs svaret.", () => state.all.mailbox.some((each) => letterKey(each) === localStorage.getItem("read")) || started()],
  ["mette", "Start mødet, og lad Ole deltage. Se, hvordan Lydhør oplyser alle om optagelsen.", () => started() && (came("ole") || ended())],
  ["amal", "Deltag for sent. Mette lukker Amal ind fra lobbyen. Lydhør oplyser også den, der kommer sent.", () => came("amal") || ended()],
  ["mette", "Tryk på Optag, og se, at det er slået fra. Slut så mødet. Notatet til sagen ligger klar i chatten med Lydhør.", ended],
];

/** Draws the guide: the next step always, all steps when unfolded. */
export function guide(host) {
  const done = STEPS.map(([, , test]) => Boolean(test()));
  const next = done.indexOf(false);
  redraw(host, [done, state.me], () => h("details", { class: "guide", "data-key": "guide" },
    h("summary", {},
      h("span", { class: "guidehead" }, "Prøv det selv"),
      h("span", { class: "nextstep" }, next < 0 ? "Du har prøvet hele vejen." : [h("strong", {}, `${next + 1} af 7 · ${nameOf(STEPS[next][0])}: `), STEPS[next][1]])),
    h("ol", {}, STEPS.map(([who, words], index) => h("li", { class: done[index] ? "done" : index === next ? "next" : "", "aria-current": index === next ? "step" : null },
      h("span", { class: "mark", "aria-hidden": "true" }, done[index] ? icon("done") : String(index + 1)),
      h("span", {}, h("span", { class: "unseen" }, done[index] ? "Gjort. " : index === next ? "Næste skridt. " : ""),
        who === state.me ? h("strong", {}, "Du: ") : h("a", { href: `?as=${who}`, target: `lydhoer-${who}` }, nameOf(who)), who === state.me ? "" : ": ", words))))));
}
