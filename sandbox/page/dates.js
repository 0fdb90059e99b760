// Moments as Danes read them, always in the time of Copenhagen.

const ZONE = "Europe/Copenhagen";
const format = (options) => new Intl.DateTimeFormat("da-DK", { timeZone: ZONE, ...options });
const DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const DAY_KEY = format({ year: "numeric", month: "2-digit", day: "2-digit" });
const CLOCK = format({ hour: "2-digit", minute: "2-digit" });
const SHORT = format({ weekday: "short", day: "numeric", month: "short" });

/** "13.00" */
export const clockTime = (moment) => CLOCK.format(new Date(moment));

/** "tirsdag den 1. december 2026 kl. 13.00-14.00" */
export function meetingTime(starts, ends) {
  const day = DAY.format(new Date(starts));
  return `${day} kl.\u00a0${clockTime(starts)}${ends ? `\u2060–\u2060${clockTime(ends)}` : ""}`;
}

/** "i dag kl. 13.00" or "tir. 1. dec. kl. 13.00", seen from `now`. */
export function shortTime(moment, now) {
  const same = DAY_KEY.format(new Date(moment)) === DAY_KEY.format(new Date(now));
  return `${same ? "i dag" : SHORT.format(new Date(moment))} kl. ${clockTime(moment)}`;
}

function inCopenhagen(moment) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
      hour: "2-digit", minute: "2-digit",
    }).formatToParts(moment).map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The value a datetime-local field shows for this moment in Copenhagen. */
export const toField = (moment) => inCopenhagen(new Date(moment));

/** The moment (ISO, UTC) meant by a datetime-local value read in Copenhagen. */
export function fromField(value) {
  const guess = new Date(`${value}:00Z`);
  const shown = new Date(`${inCopenhagen(guess)}:00Z`);
  return new Date(guess.getTime() - (shown - guess)).toISOString();
}
