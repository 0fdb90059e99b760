// The sandbox's control API: read the world, do something in it, hear when it changed.

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const error = new Error(readable(body.error) || "Det lykkedes ikke. Prøv igen.");
  error.status = response.status;
  throw error;
}

function readable(error) {
  return typeof error === "string" ? error : error?.message || "";
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("Sandkassen svarer ikke. Prøv igen om lidt.");
  }
  return answerOf(response);
}

/** What one person sees, or the whole world when nobody is named. */
export const world = (as) => call(as ? `/api/world?as=${encodeURIComponent(as)}` : "/api/world");

/** Does `name` as the person `as`; answers the result, throws with a readable sentence. */
export async function act(name, as, rest = {}) {
  const answer = await call("/api/do", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...rest, do: name, as }),
  });
  return answer.result ?? {};
}

export const calls = () => call("/api/calls");
export const resetCalls = () => call("/api/calls", { method: "DELETE" });
export const problems = () => call("/api/problems");
export const faultKinds = () => call("/api/faults");

/** Listens for changes. `changed` runs at each change, `online` with true or false. */
export function listen(as, changed, online) {
  const source = new EventSource(as ? `/api/events?as=${encodeURIComponent(as)}` : "/api/events");
  source.addEventListener("changed", changed);
  source.addEventListener("open", () => { online(true); changed(); });
  source.addEventListener("error", () => online(false));
  return source;
}
