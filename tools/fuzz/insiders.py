"""Cases of people who belong here: nearly right presses, events and notifications around what was played.

Case by case another button, event or notification of the roster takes its turn, so that a short run meets
every one of them; the first round is valid as it stands, later ones are bent in one to three places.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bots.actions import VERBS
from sandbox import activities
from sandbox.chats import Chat
from sandbox.people import Person
from tools.fuzz.bodies import TEXTS, bend, odd_value
from tools.fuzz.cases import SIGNED_OFFSET, Case, Grammar
from tools.fuzz.forms import WEIGHED, form, presser
from tools.fuzz.played import CALL_KEY, OUR_WORD, THEIR_WORD, Played
from tools.fuzz.source import Seeded, Source, chance, pick

OUTSIDE: Final = ("ole", "amal", "karla", "ahmed")
"""They have no part in any case: nothing of a wish may change by them, and nothing is told to them."""
EVERYWHERE: Final = ("lene", "birgit")
"""HR/Jura and the DPO have rights in every unit."""
UNIT: Final = ("mette", "nadia", "jens")
EVENTS: Final = ("start", "end", "joined", "left", "added", "removed", "installed", "uninstalled")
OTHER: Final = ("asked", "asked_in_meeting", "fetched")
LIFECYCLE: Final = ("reauthorizationRequired", "subscriptionRemoved", "missed")
ROSTER: Final = (
    *(f"press {verb}" for verb in sorted(VERBS)), *("press register_submit", "press grant") * 2,
    *(f"event {name}" for name in EVENTS), *(f"other {name}" for name in OTHER),
    *(f"graph {kind}" for kind in ("chat", "recordings", "call_events", "lost key")),
    *(f"lifecycle {name}" for name in LIFECYCLE), "call", "print", "print", "extract", "anything", "anything",
)  # fmt: skip
CALL: Final = {
    "changeType": "updated", "resource": "/app/calls/57dab8b1-894c-409a-b240-bd8beae78896",
    "resourceUrl": "/communications/calls/57dab8b1-894c-409a-b240-bd8beae78896",
    "resourceData": {"@odata.type": "#microsoft.graph.call", "state": "established"},
}  # fmt: skip


@dataclass(frozen=True)
class Insiders:
    """Makes cases; ``token`` and ``call_token`` are Microsoft's for us, ``bad`` are none."""

    played: Played
    token: str
    call_token: str
    bad: Sequence[str]
    anything: Grammar

    def case(self, seed: int, number: int) -> Case:
        """The case with this number."""
        source = Seeded(seed, number)
        turn, place = divmod(number - SIGNED_OFFSET, len(ROSTER))
        kind, _, what = ROSTER[place].partition(" ")
        if kind == "anything":
            return self.anything.case(source, number, signed=True)
        bends = 0 if turn == 0 or chance(source, 25) else 1 + source.below(3)
        makers: dict[str, Callable[[Source, int, str, int], Case]] = {
            "press": self._press, "event": self._told, "other": self._told, "graph": self._graph,
            "lifecycle": self._graph, "call": self._call, "print": self._page, "extract": self._page,
        }  # fmt: skip
        return makers[kind](source, number, what or kind, bends)

    # --- buttons --------------------------------------------------------------------------------

    def _press(self, source: Source, number: int, verb: str, bends: int) -> Case:
        world = self.played.sandbox.world
        person = presser(verb)
        if bends and chance(source, 20):
            person = pick(source, (*UNIT, *EVERYWHERE, *OUTSIDE))
        data = self._data(source, verb, others=bends > 0 and person not in EVERYWHERE)
        in_meeting = verb == "want_to_record" or (bends > 0 and chance(source, 10))
        chat = self._meeting_chat() if in_meeting else world.personal_chat(person)
        for _ in range(bends):
            if chance(source, 70):
                _bend_form(source, data)
        action = {"verb": verb, "data": data}
        trigger = "automatic" if bends and chance(source, 4) else "manual"
        by = world.people[person]
        made = activities.card_action(world, chat, by, "1600000000000", action, trigger)
        if bends and chance(source, 5):
            made |= {"type": "message", "value": {"verb": verb, **data}}
        return self._activity(source, number, made, by, max(0, bends - 1))

    def _data(self, source: Source, verb: str, *, others: bool) -> dict[str, Any]:
        """What the card would send: its ids, and every field filled."""
        ids = {name: pick(source, found) for name, found in self.played.ids.items()}
        number = pick(source, self.played.numbers)
        if chance(source, 80):
            ids["errand_id"] = self.played.errands[_errand(verb)]
        if verb != "wish_open" and chance(source, 80):
            del ids["wish_id"]
        typed: dict[str, Any] = {**form(verb), "meeting": ids["meeting_id"]}
        typed |= {
            "case_number": number,
            "number": number,
            "citizen_name": f"Bo {source.below(10**6)}",
        }
        data = typed | ids
        if verb.startswith(WEIGHED) and chance(source, 80):
            data["request_id"] = pick(source, self.played.undecided)
        if verb == "refuse_confirm":
            data.update(self.played.waits)
        if others and chance(source, 15):
            data.update(self.played.others, number=self.played.others["case_number"])
        return data

    # --- what Teams tells -----------------------------------------------------------------------

    def _told(self, source: Source, number: int, what: str, bends: int) -> Case:
        world, chat = self.played.sandbox.world, self._meeting_chat()
        meeting = world.meeting_of(chat)
        by = world.people[pick(source, ("mette", "jens", "ole"))]
        if meeting is None:
            raise RuntimeError("the meeting is gone")
        personal = world.personal_chat(by.id if by.id != "ole" else "mette")
        people = [world.people[pick(source, ("ole", "amal", "nadia", "noter"))]]
        made: dict[str, Callable[[], dict[str, Any]]] = {
            "start": lambda: activities.start_or_end(world, meeting, start=True),
            "end": lambda: activities.start_or_end(world, meeting, start=False),
            "joined": lambda: activities.participant(world, meeting, people[0], joined=True),
            "left": lambda: activities.participant(world, meeting, people[0], joined=False),
            "added": lambda: activities.members(world, chat, by, [None, *people], added=True),
            "removed": lambda: activities.members(world, chat, by, [None, *people], added=False),
            "installed": lambda: activities.installation(world, personal, by, added=True),
            "uninstalled": lambda: activities.installation(world, personal, by, added=False),
            "asked": lambda: _said(activities.envelope(world, "message", personal, by), source),
            "asked_in_meeting": lambda: _said(activities.envelope(world, "message", chat, by), source),
            "fetched": lambda: activities.envelope(world, "invoke", chat, by) | {"name": "task/fetch"},
        }  # fmt: skip
        # Teams tells, whoever it names: who may do it is no matter of the sender's rights.
        return self._activity(source, number, made[what](), world.people["mette"], bends)

    def _activity(
        self, source: Source, number: int, made: dict[str, Any], by: Person, bends: int
    ) -> Case:
        """With an id that no other case has, unless it is bent to have another's or none."""
        made["id"] = f"f:{number}-{source.below(10**12)}"
        if bends and chance(source, 5):
            made["id"] = pick(source, (self.played.delivered, "", None, "x" * 401, 7))
        for _ in range(bends):
            made = bend(source, made)
        token = self.token
        if bends and chance(source, 3):
            token = pick(source, (self.call_token, *self.bad))
        return self._case(number, "POST", "/api/messages", made, token, by.id)

    def _meeting_chat(self) -> Chat:
        found = self.played.sandbox.world.chat(self.played.chat)
        if found is None:
            raise RuntimeError("the chat is gone")
        return found

    # --- what Graph tells, and our own pages ----------------------------------------------------

    def _graph(self, source: Source, number: int, what: str, bends: int) -> Case:
        """A notification that knows the subscription's secret; a rich one is encrypted and vouched for."""
        notifier, world = self.played.sandbox.notifier, self.played.sandbox.world
        kind = what if what in ("chat", "recordings") else "call_events"
        row = next(one for one in self.played.subscriptions if one.kind == kind)
        one: dict[str, Any] = {
            "subscriptionId": row.id, "subscriptionExpirationDateTime": row.expires.isoformat(),
            "clientState": row.body.get("clientState"), "tenantId": world.tenant_id,
        }  # fmt: skip
        body: dict[str, Any] = {"value": [one], "validationTokens": None}
        if what in LIFECYCLE:
            one["lifecycleEvent"] = what
        else:
            one |= {
                "changeType": "created",
                "resource": f"x/{number}",
                "resourceData": {"id": str(number)},
            }
        if what in ("call_events", "lost key") and row.certificate is not None:
            content: Any = {"eventType": "callStarted", "eventDateTime": "2026-11-29T09:00:00Z"}
            for _ in range(bends):
                content = bend(source, content)
            one["encryptedContent"] = notifier.encrypted(row.certificate, row, content)
            body["validationTokens"] = [notifier.validation_token()]
        if what == "lost key":
            one["encryptedContent"]["encryptionCertificateId"] = (
                "00000000-0000-4000-8000-000000000000"
            )
        for _ in range(bends):
            body = bend(source, body)
        path = "/api/graph/lifecycle" if what in LIFECYCLE else "/api/graph/notifications"
        return self._case(number, "POST", path, body, "", "")

    def _call(self, source: Source, number: int, _what: str, bends: int) -> Case:
        body: Any = {"value": [copy.deepcopy(CALL)]}
        for _ in range(bends):
            body = bend(source, body)
        return self._case(number, "POST", f"/api/calls/{CALL_KEY}", body, self.call_token, "")

    def _page(self, source: Source, number: int, what: str, bends: int) -> Case:
        """Whoever holds the link may read what lies behind it."""
        links = [link for link in self.played.links if link.startswith(f"/{what}/")]
        path = pick(source, links)
        if bends and chance(source, 30):
            path = f"/{what}/{path.rsplit('/', 1)[1][:-1]}{pick(source, 'abcxyz-_')}"
        if chance(source, 40):
            path += pick(source, ("?as=file", "?as=x", "?lang=en", "?lang=%00", "?as=file&as=x"))
        method = pick(source, ("GET", "POST", "POST", "HEAD"))
        return self._case(number, method, path, None, "", "")

    # --- as bytes -------------------------------------------------------------------------------

    def _case(self, number: int, method: str, path: str, body: Any, token: str, by: str) -> Case:
        # A surrogate that stands alone can be written in JSON, but is no text.
        content = (
            b""
            if body is None
            else json.dumps(body, ensure_ascii=number % 2 == 0).encode("utf-8", "surrogatepass")
        )
        lines = [f"{method} {path} HTTP/1.1", "Host: lydhoer.example", "Connection: close"]
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
        lines += [f"Authorization: Bearer {token}"] if token else []
        raw = "\r\n".join(lines).encode() + b"\r\n\r\n" + content
        apart, hidden = self._kept_from(by)
        pages = path.startswith(("/print/", "/extract/"))
        return Case(number, raw, True, True, apart, () if pages else hidden)

    def _kept_from(self, person: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Which rows may not change by this person, and which words they may not be told."""
        if person in EVERYWHERE:
            return (), ()
        if person in OUTSIDE:
            return (*self.played.apart, *self.played.ids["request_id"]), (OUR_WORD, THEIR_WORD)
        return self.played.apart, (THEIR_WORD,)


def _said(envelope: dict[str, Any], source: Source) -> dict[str, Any]:
    words = pick(source, ("hjælp", "optage", "menu", "Hvem er i mødet?", *TEXTS))
    mention = {
        "type": "mention",
        "text": "<at>Lydhør</at>",
        "mentioned": dict(activities.BOT_ACCOUNT),
    }
    return envelope | {"text": f"<at>Lydhør</at> {words}", "locale": "da-DK", "entities": [mention]}


def _errand(verb: str) -> str:
    """The kind of errand that the button is about."""
    kinds = {"legal_answer": "legal_question", "misuse_save": "misuse", "misuse_close": "misuse"}
    return kinds.get(verb, "printout")


def _bend_form(source: Source, data: dict[str, Any]) -> None:
    """One field or id another way: an odd value, none, or one more."""
    name, how = pick(source, sorted(data)), source.below(10)
    if how < 7:
        data[name] = odd_value(source)
    elif how < 9:
        del data[name]
    else:
        data[pick(source, ("version", "operation", *TEXTS))] = odd_value(source)
