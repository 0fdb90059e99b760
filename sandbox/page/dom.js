// Small helpers for building the page without a framework.

/** Builds an element: h("button", {class: "primary", onclick: f}, "Tekst"). */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "checked" || name === "value" || name === "open") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Rebuilds `host` only when `facts` changed; keeps the focus on the control with the same data-key. */
export function redraw(host, facts, build) {
  const signature = JSON.stringify(facts);
  if (host.signature === signature) return;
  host.signature = signature;
  const open = new Map([...host.querySelectorAll("details[data-key]")].map((each) => [each.dataset.key, each.open]));
  const focused = host.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  host.replaceChildren(...[build()].flat(Infinity).filter(Boolean));
  for (const each of host.querySelectorAll("details[data-key]")) {
    if (open.has(each.dataset.key)) each.open = open.get(each.dataset.key);
  }
  if (focused) host.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

let fading;

/** Shows a short message that screen readers read out; it goes away by itself. */
export function toast(text) {
  const host = document.getElementById("toast");
  host.replaceChildren(h("p", {}, text));
  clearTimeout(fading);
  fading = setTimeout(hush, 5000 + 60 * text.length);
}

/** Takes the short message away. */
export const hush = () => document.getElementById("toast").replaceChildren();

/** Says something to screen readers only. */
export function say(text) {
  document.getElementById("spoken").textContent = text;
}

const SHAPES = {
  chat: "M4 5h16v11H9l-5 4z",
  list: "M4 6h16M4 12h16M4 18h10",
  mail: "M3 6h18v12H3zM3 7l9 7 9-7",
  bench: "M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M8 3h8",
  meeting: "M3 7h12v10H3zM15 11l6-3v8l-6-3",
  plus: "M12 5v14M5 12h14",
  people: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 19c0-4 3-5 6-5s6 1 6 5M16 11a2.5 2.5 0 1 0 0-5M17 14c3 0 4 2 4 4",
  theme: "M12 4a8 8 0 1 0 8 8 6 6 0 0 1-8-8",
  send: "M4 12h14M12 6l6 6-6 6",
  bell: "M6 17v-6a6 6 0 0 1 12 0v6l2 2H4zM10 21h4",
  done: "M5 13l4 4L19 7",
};

/** A line drawing; always beside words, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
