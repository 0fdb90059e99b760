// Parses cards with Microsoft's own parser at version 1.5 and reports everything it has to say.
// Usage: node parse_cards.mjs cards.json   (an object: name -> card)
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const { AdaptiveCard, SerializationContext, Versions } = require("adaptivecards/dist/adaptivecards.js");

const cards = JSON.parse(readFileSync(process.argv[2], "utf8"));
let faults = 0;
for (const [name, json] of Object.entries(cards)) {
  const { msteams, ...bare } = json;
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  // The pattern for "lang" remembers where it stopped, so every second card would be found at fault.
  AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.parse(bare, context);
  const said = [];
  for (let i = 0; i < context.eventCount; i++) said.push(context.getEventAt(i).message);
  for (const failure of card.validateProperties().validationEvents) said.push(failure.message);
  for (const message of said) console.error(`${name}: ${message}`);
  faults += said.length;
}
console.log(`${Object.keys(cards).length} cards parsed`);
process.exitCode = faults === 0 ? 0 : 1;
