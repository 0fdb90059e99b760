// The dialog that books a meeting.
import { fromField, toField } from "./dates.js";
import { h } from "./dom.js";
import { chooseMeeting, go, perform, state } from "./store.js";

const USUAL = ["ole"];

const check = (id, label, on) => h("label", { class: "check" }, h("input", { type: "checkbox", id, checked: on }), label);
const field = (label, control) => h("p", { class: "field" }, h("label", { for: control.id }, label), control);

/** Opens the dialog. */
export function invite() {
  const now = Date.parse(state.view.now);
  const soon = toField(new Date(Math.ceil((now + 5 * 60000) / 300000) * 300000));
  // A call on the day before its meeting is only a trial: just before midnight the meeting is today all the same.
  const today = `${toField(new Date(now)).slice(0, 10)}T23:59`;
  const proposed = soon > today && toField(new Date(now)) < today ? today : soon;
  const title = h("input", { id: "new-title", required: true, maxlength: "200", value: "Samtale med Ole Madsen" });
  const starts = h("input", { id: "new-starts", type: "datetime-local", required: true, value: proposed });
  const minutes = h("select", { id: "new-minutes" }, [30, 45, 60, 90].map((each) => h("option", { value: each, selected: each === 60 }, `${each} minutter`)));
  const people = state.all.people.filter((each) => each.id !== state.me && ["member", "guest"].includes(each.kind));
  const fault = h("p", { class: "fault", role: "alert", hidden: true });
  const dialog = h("dialog", { "aria-labelledby": "new-heading", class: "dialog" },
    h("form", { method: "dialog", novalidate: true, onsubmit: (event) => { event.preventDefault(); save(); } },
      h("h2", { id: "new-heading" }, "Nyt møde"),
      field("Titel", title), field("Begynder", starts), field("Varer", minutes),
      h("fieldset", {}, h("legend", {}, "Hvem inviterer du?"), people.map((each) => check(`with-${each.id}`, `${each.name} · ${each.role}`, USUAL.includes(each.id)))),
      h("fieldset", {}, h("legend", {}, "Særligt for mødet"),
        check("new-dialin", "Man kan ringe ind på telefon"),
        check("new-recurring", "Mødet gentages hver uge"),
        check("new-automatic", "Teams optager af sig selv fra begyndelsen"),
        check("new-foreign", "Arrangøren er fra en anden organisation")),
      fault,
      h("div", { class: "ways" }, h("button", { class: "primary" }, "Opret mødet"), h("button", { type: "button", onclick: () => dialog.close() }, "Fortryd"))));
  const on = (id) => dialog.querySelector(`#${id}`)?.checked || false;

  async function save() {
    const missing = !title.value.trim() ? [title, "Skriv, hvad mødet hedder."] : !starts.value ? [starts, "Vælg, hvornår mødet begynder."] : null;
    fault.hidden = !missing;
    if (missing) {
      fault.textContent = missing[1];
      missing[0].focus();
      return;
    }
    const made = await perform("create_meeting", {
      title: title.value.trim(), organizer: state.me, startsAt: fromField(starts.value), minutes: Number(minutes.value),
      dialIn: on("new-dialin"), recurring: on("new-recurring"), recordAutomatically: on("new-automatic"), foreignOrganizer: on("new-foreign"),
      people: [state.me, ...people.filter((each) => on(`with-${each.id}`)).map((each) => each.id)],
    });
    if (!made) return;
    dialog.close();
    const meeting = state.view.meetings.find((each) => each.id === made.meeting);
    if (!meeting) return;
    chooseMeeting(meeting.id);
    go(`chat:${meeting.chatId}`, "side");
    document.querySelector("[data-key=install]")?.focus();
  }

  dialog.addEventListener("close", () => {
    dialog.remove();
    if (document.activeElement === document.body) document.querySelector("[data-key=new]")?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  title.select();
}
