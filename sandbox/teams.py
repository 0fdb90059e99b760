"""How Teams behaves: meetings, the call, the record button, and the app being added."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sandbox import activities
from sandbox.chats import SYSTEM, Chat, Message
from sandbox.delivery import Door
from sandbox.meetings import Meeting, Recording
from sandbox.people import Person
from sandbox.world import Later, World


class NotAllowedError(Exception):
    """Teams would not let the person do this; the text is Danish, for the page."""


class Teams:
    """What people do in Teams, and what Teams tells the bot of it. Deliveries are awaited."""

    def __init__(self, world: World, door: Door) -> None:
        self.world = world
        self.door = door

    # --- the app ------------------------------------------------------------------------------

    async def install(self, chat: Chat, by: Person | None = None) -> None:
        """Add the app to a chat; the bot hears of it twice, in either order (1.3)."""
        chat.installed = True
        meeting = self.world.meeting_of(chat)
        sender = by or (meeting.organizer if meeting else self.world.people[chat.members[0]])
        told = [
            activities.members(self.world, chat, sender, [None], added=True),
            activities.installation(self.world, chat, sender, added=True),
        ]
        if self.world.switches["installation_first"]:
            told.reverse()
        replies = [await self.door.deliver(activity) for activity in told]
        chat.greeted = chat.greeted or all(reply.ok for reply in replies)
        self.world.changed()

    async def remove(self, chat: Chat, by: Person | None = None) -> None:
        """Take the app out of a chat; afterwards every write is refused with 403."""
        meeting = self.world.meeting_of(chat)
        sender = by or (meeting.organizer if meeting else self.world.people[chat.members[0]])
        chat.installed, chat.greeted = False, True
        self.world.changed()
        await self.door.deliver(activities.installation(self.world, chat, sender, added=False))
        told = activities.members(self.world, chat, sender, [None], added=False)
        await self.door.deliver(told)

    async def greet(self) -> bool:
        """Tell the bot of the installs from before it was there; True when it took them all."""
        waiting = [c for c in self.world.chats.values() if c.installed and not c.greeted]
        for chat in waiting:
            await self.install(chat)
            if not chat.greeted:
                return False
        return True

    # --- the calendar -------------------------------------------------------------------------

    def create_meeting(
        self,
        title: str,
        organizer: Person,
        people: Sequence[Person],
        *,
        starts_at: datetime | None = None,
        minutes: int = 60,
        **traits: Any,
    ) -> Meeting:
        """A scheduled meeting with its chat; ``people`` are on the roster besides the organizer."""
        number = str(len(self.world.meetings) + 1)
        thread = f"19:meeting_{uuid.uuid4().hex}@thread.v2"
        begins = starts_at or self.world.now() + timedelta(minutes=30)
        listed = [p.id for p in (organizer, *people) if p.kind in ("member", "guest", "foreign")]
        chat = Chat(thread, "meeting", title, list(dict.fromkeys(listed)))
        ends = begins + timedelta(minutes=minutes)
        meeting = Meeting(f"m{number}", title, organizer, begins, ends, chat, **traits)
        self.world.chats[thread] = chat
        self.world.meetings[meeting.id] = meeting
        self.world.changed()
        return meeting

    def move(self, meeting: Meeting, starts_at: datetime, ends_at: datetime) -> None:
        """Move the meeting; Teams tells the bot nothing."""
        meeting.starts_at, meeting.ends_at = starts_at, ends_at
        self.world.changed()

    def cancel(self, meeting: Meeting) -> None:
        """Cancel the meeting: gone for Graph and the connector, without a word to the bot."""
        meeting.state = "cancelled"
        self.world.changed()

    # --- the call -----------------------------------------------------------------------------

    async def start(self, meeting: Meeting, by: Person) -> None:
        """Begin the call; a series gives another occurrence in the same chat."""
        if meeting.state in ("running", "cancelled"):
            raise NotAllowedError("Mødet er aflyst eller allerede i gang.")
        meeting.state, meeting.started_at = "running", self.world.now()
        meeting.occurrence += 1
        meeting.in_call = {by.id: False}
        meeting.seat(by.id, self.world.now())
        self._system(meeting, "callStarted")
        self.world.happened("callStarted", meeting.chat)
        if meeting.options["recordAutomatically"] and meeting.options["allowRecording"]:
            self._begin_recording(meeting, by)
        self.world.changed()
        if meeting.chat.installed and self.world.faults.take("lost_start_event") is None:
            activity = activities.start_or_end(self.world, meeting, start=True)
            late = self.world.faults.take("late_start_event")
            if late is not None:
                self._later(float(late["seconds"]), activity)
            else:
                await self.door.deliver(activity)
        await self._tell_seat(meeting, by, joined=True)
        await self.world.roster_changed(meeting)

    async def end(self, meeting: Meeting) -> None:
        """End the call for all; a running recording ends with it."""
        self._require_running(meeting)
        if meeting.recording:
            self._end_recording(meeting)
        meeting.extra_seats, meeting.on_hold, meeting.speaking = {}, set(), None
        meeting.state, meeting.in_call, meeting.last_end = "ended", {}, self.world.now()
        meeting.rise(None, self.world.now())
        self._forget_guests(meeting)
        self._system(meeting, "callEnded")
        self.world.happened("callEnded", meeting.chat)
        self.world.changed()
        if meeting.chat.installed:
            await self.door.deliver(activities.start_or_end(self.world, meeting, start=False))
        await self.world.roster_changed(meeting)

    async def join(self, meeting: Meeting, person: Person) -> None:
        """Enter the call, or its lobby first (anonymous people and telephones)."""
        self._require_running(meeting)
        if person.kind == "phone" and not meeting.dial_in:
            raise NotAllowedError("Mødet har intet telefonnummer.")
        if person.id in meeting.in_call:
            return
        meeting.in_call[person.id] = self._waits(meeting, person)
        self.world.changed()
        if meeting.present(person.id):
            await self._entered(meeting, person)
        else:
            await self.world.roster_changed(meeting)

    async def admit(self, meeting: Meeting, person: Person) -> None:
        """Let somebody in from the lobby."""
        if meeting.in_call.get(person.id):
            meeting.in_call[person.id] = False
            self.world.changed()
            await self._entered(meeting, person)

    async def leave(self, meeting: Meeting, person: Person) -> None:
        """Leave the call; the chat roster keeps the person."""
        waited = meeting.in_call.pop(person.id, None)
        meeting.rise(person.id, self.world.now())
        self.world.changed()
        if waited is False:
            await self._tell_seat(meeting, person, joined=False)
        meeting.on_hold.discard(person.id)
        await self.world.roster_changed(meeting)

    async def leave_chat(self, chat: Chat, person: Person) -> None:
        """Leave the chat, or be taken out of it; whoever is in the call stays there."""
        if person.id not in chat.members:
            raise NotAllowedError("Personen er ikke med i denne chat.")
        chat.members.remove(person.id)
        self.world.changed()
        if chat.installed:
            told = activities.members(self.world, chat, person, [person], added=False)
            await self.door.deliver(told)

    def _forget_guests(self, meeting: Meeting) -> None:
        """Where people without an id get another one with each call, the chat names none of the last call's."""
        if not self.world.switches["guests_stay_in_chat"]:
            people, chat = self.world.people, meeting.chat
            chat.members[:] = [p for p in chat.members if people[p].kind != "anonymous"]

    def _waits(self, meeting: Meeting, person: Person) -> bool:
        lobby = meeting.options["lobbyBypassSettings"]
        if person.kind == "phone":
            return not lobby.get("isDialInBypassEnabled", False)
        return person.kind in ("anonymous", "foreign") and lobby.get("scope") != "everyone"

    async def _entered(self, meeting: Meeting, person: Person) -> None:
        chat = meeting.chat
        meeting.seat(person.id, self.world.now())
        if person.in_chats and person.id not in chat.members:
            chat.members.append(person.id)
            self.world.changed()
            if chat.installed:
                sender = meeting.organizer if person.kind == "anonymous" else person
                told = activities.members(self.world, chat, sender, [person], added=True)
                await self.door.deliver(told)
        await self._tell_seat(meeting, person, joined=True)
        await self.world.roster_changed(meeting)

    async def _tell_seat(self, meeting: Meeting, person: Person, *, joined: bool) -> None:
        self.world.happened("rosterUpdated", meeting.chat, person=person, joined=joined)
        switch = "participant_events"
        if person.kind in ("anonymous", "foreign"):
            switch = "anonymous_participant_events"
        if person.kind == "phone" or not meeting.chat.installed or not self.world.switches[switch]:
            return
        told = activities.participant(self.world, meeting, person, joined=joined)
        await self.door.deliver(told)

    def _require_running(self, meeting: Meeting) -> None:
        if meeting.state != "running":
            raise NotAllowedError("Mødet er ikke i gang.")

    # --- Teams' own recording -----------------------------------------------------------------

    def record(self, meeting: Meeting, by: Person, *, force: bool = False) -> str:
        """Press *Record*. Answers why it was refused, or an empty text. ``force`` flips it back."""
        if force and self.world.switches["organizer_can_reopen"]:
            meeting.options["allowRecording"] = True
        allowed, why = self.world.record_right(meeting, by)
        if allowed:
            self._begin_recording(meeting, by)
        self.world.changed()
        return why

    def stop_record(self, meeting: Meeting) -> None:
        """Stop a running recording."""
        if not meeting.recording:
            raise NotAllowedError("Der optages ikke.")
        self._end_recording(meeting)

    def _begin_recording(self, meeting: Meeting, by: Person) -> None:
        meeting.recording, meeting.recording_since = True, self.world.now()
        self._recording_event(meeting, by, "initial")
        self.world.happened("recording", meeting.chat, active=True)

    def _end_recording(self, meeting: Meeting) -> None:
        since = meeting.recording_since or self.world.now()
        seconds = int((self.world.now() - since).total_seconds())
        meeting.recording, meeting.recording_since = False, None
        delay = timedelta(seconds=float(self.world.switches["recording_file_delay"]))
        now, name = self.world.now(), uuid.uuid4().hex
        meeting.recordings.append(Recording(name, since, now, now + delay))
        self._recording_event(meeting, meeting.organizer, "chunkFinished")
        done = {
            "callRecordingUrl": f"https://kommune.example/Recordings/{meeting.id}.mp4",
            "callRecordingDuration": f"PT{seconds}S",
        }
        self._recording_event(meeting, meeting.organizer, "success", **done)
        self.world.happened("recording", meeting.chat, active=False)
        self.world.happened("stored", meeting.chat, recording=meeting.recordings[-1])

    def _recording_event(self, meeting: Meeting, by: Person, status: str, **more: str) -> None:
        name = f"{meeting.title}.mp4"
        detail = {"callRecordingUrl": None, "callRecordingDuration": None, **more}
        initiator = {"user": {"id": by.oid, "displayName": by.name}}
        self._system(
            meeting,
            "callRecording",
            callRecordingStatus=status,
            callRecordingDisplayName=name,
            initiator=initiator,
            meetingOrganizer={"user": {"id": meeting.organizer.oid}},
            **detail,
        )

    def _system(self, meeting: Meeting, kind: str, **detail: Any) -> Message:
        """A system message in the chat; the bot gets no activity for it (5.2)."""
        words = {
            "callStarted": "Mødet er begyndt.",
            "callEnded": "Mødet er slut.",
            "initial": "Optagelsen er begyndt.",
            "chunkFinished": "Optagelsen er stoppet.",
            "success": "Optagelsen er gemt.",
        }
        delay = timedelta(seconds=float(self.world.switches["system_message_delay"]))
        event = {
            "@odata.type": f"#microsoft.graph.{kind}EventMessageDetail",
            "callId": f"{meeting.id}-{meeting.occurrence}",
            **({} if kind == "callRecording" else {"callEventType": "meeting"}),
            **detail,
        }
        text = words[detail.get("callRecordingStatus", kind)]
        visible = self.world.now() + delay
        return self.world.post(meeting.chat, SYSTEM, text, event=event, visible_at=visible)

    # --- messages, and time -------------------------------------------------------------------

    async def say(self, chat: Chat, person: Person, text: str) -> Message:
        """Write in a chat; the bot hears it in its personal chat, or when it is mentioned."""
        if person.id not in chat.members:
            raise NotAllowedError("Du er ikke med i denne chat.")
        message = self.world.post(chat, person.id, text)
        heard = chat.kind == "personal" or f"@{activities.BOT_ACCOUNT['name']}" in text
        if heard and chat.installed:
            await self.door.deliver(activities.typed(self.world, chat, person, message))
        return message

    def _later(self, seconds: float, activity: dict[str, Any]) -> None:
        due = self.world.now() + timedelta(seconds=seconds)
        self.world.later.append((due, lambda: self.door.deliver(activity)))

    async def release_due(self) -> None:
        """Let happen what was put off until now, and what follows from it at once.

        The clock's tick and ``advance`` may both be at it: each takes what it lets happen out first, in
        one step, so that nothing happens twice and nobody misses what the other took.
        """
        while (item := self._next_due()) is not None:
            await item[1]()

    def _next_due(self) -> Later | None:
        """The first that is due, taken out of what was put off."""
        now = self.world.now()
        for place, item in enumerate(self.world.later):
            if item[0] <= now:
                return self.world.later.pop(place)
        return None
