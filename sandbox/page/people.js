// Who takes part in the story, and the page where one chooses who to be.
import { h, icon } from "./dom.js";
import { BOT, person } from "./store.js";

const STORY = {
  mette: "Har et møde med Ole. Tager imod hans ønske om at optage og skriver det ned.",
  nadia: "Arbejder i samme afdeling. Kan tage et ønske fra afdelingens kø.",
  jens: "Er Mettes leder. Vurderer ønsket og beslutter, om Ole må optage lyd.",
  lene: "Træder til som stedfortræder, når lederen ikke svarer.",
  ahmed: "Passer Teams i kommunen. Kan fremkalde fejl og følge med i alle kald.",
  ole: "Er borger og vil gerne optage lyden af sit møde. Deltager som gæst og får brev.",
  amal: "Deltager gennem et link uden at være logget ind. Kommer gerne lidt for sent.",
  bent: "Ringer ind på sin telefon. Hører kun lyden.",
  noter: "Er ikke et menneske, men et program, som Ole har sendt. Kommer ind gennem et link.",
  karla: "Holder møder fra en anden organisation. I dem kan kommunen ikke slå optagelse fra.",
};
const KIND = { guest: "Gæst", anonymous: "Uden login", phone: "På telefon", foreign: "Anden organisation" };

export const kindLabel = (kind) => KIND[kind] || "";

export function nameOf(id) {
  if (id === "bot") return BOT;
  return person(id)?.name || "En fra en anden organisation";
}

/** A round picture with initials; the bot gets its own shape. */
export function avatar(id, name = nameOf(id)) {
  const initials = name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("").toUpperCase();
  if (id === "bot") return h("img", { class: "avatar bot", src: "icon.svg", alt: "" });
  const tone = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;
  return h("span", { class: `avatar tone${tone}`, "aria-hidden": "true" }, initials);
}

/** The first page: a calm list of the people. */
export function chooser(people) {
  const rows = people.map((each) => {
    const link = `?as=${encodeURIComponent(each.id)}`;
    return h("li", { class: "who" },
      avatar(each.id, each.name),
      h("div", {},
        h("h2", {}, h("a", { href: link }, each.name)),
        h("p", { class: "role" }, each.role),
        h("p", {}, STORY[each.id] || "")),
      h("a", { class: "quiet", href: link, target: "_blank", "aria-label": `Åbn ${each.name} i nyt vindue` }, "Nyt vindue"));
  });
  return h("main", { id: "main", class: "chooser", tabindex: "-1" },
    h("h1", {}, "Hvem vil du være?"),
    h("p", { class: "lead" }, "Her prøver du Lydhør i Teams, helt på din egen maskine. Åbn gerne flere personer i hver sit vindue. Så kan du se samme møde fra flere sider."),
    h("ul", { class: "people" }, rows));
}

/** The person in the top bar. */
export function badge(each) {
  return h("div", { class: "badge" },
    avatar(each.id, each.name),
    h("p", {}, h("strong", {}, each.name), h("span", { class: "role" }, each.role)),
    h("a", { class: "button quiet", href: location.pathname, "data-key": "switch" }, icon("people"), h("span", {}, "Skift person")));
}
