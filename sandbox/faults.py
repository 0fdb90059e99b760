"""Faults that a test or the panel switches on, and switches for what Microsoft leaves open."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FAULTS: dict[str, dict[str, Any]] = {
    "duplicate_delivery": {"count": None, "together": False, "activity": ""},
    "redeliver_after_failure": {"count": None},
    "lost_activity": {"count": 1, "name": "", "activity": ""},
    "late_activity": {"count": None, "activity": "", "seconds": 2},
    "lost_start_event": {"count": None},
    "late_start_event": {"count": None, "seconds": 30},
    "throttle": {"count": 1, "route": "", "retryAfter": 1},
    "fail": {"count": 1, "route": "", "chat": "", "status": 503},
    "fail_after_work": {"count": 1, "route": "", "chat": "", "status": 502},
    "lost_answer": {"count": 1, "route": ""},
    "slow": {"count": None, "route": "", "seconds": 1.0},
    "expired_tokens": {"count": 1},
    "no_manager": {"count": None},
    "missing_access_policy": {"count": None},
    "missing_permission": {"count": None, "permission": ""},
    "missing_chat_rsc": {"count": None},
    "prompt_fails": {"count": 1},
    "lost_call_report": {"count": None, "name": ""},
    "duplicate_call_report": {"count": None},
    "ignored_patch": {"count": None, "property": "allowRecording"},
    "lost_notification": {"count": None, "kind": ""},
    "late_notification": {"count": None, "kind": "", "seconds": 70},
    "duplicate_notification": {"count": None},
    "replayed_notification": {"count": None, "kind": "", "seconds": 60},
    "reordered_notifications": {"count": 1},
    "forged_notification": {"count": 1, "what": "signature"},
}
"""Every fault with its parameters and their defaults; ``count`` None lasts until it is cleared.

Each also takes ``share`` (0 to 1): how often it strikes where it could; always, when nothing is said. With
a share and no ``count`` it lasts until it is cleared.
"""

SWITCHES: dict[str, Any] = {
    "participant_events": True,  # 1.2: needs a subscription in the Developer Portal
    "anonymous_participant_events": False,  # 1.2: assume not delivered
    "guests_stay_in_chat": True,  # 10: the id of who has none "can change" with each call, or not
    "participant_role": False,  # 1.2: meeting.role may be missing
    "lowercase_event_value": False,  # 1.1: the casing of value differs between sources
    "event_ids": False,  # 9: events may lack an id
    "names_in_from": False,  # 1.3, 8.1: samples of installs and presses lack from.name
    "installation_first": False,  # 1.3: the order is not guaranteed
    "create_by_directory_id": False,  # 12: a directory id as member of a new chat
    "notification_by_directory_id": False,  # 3.1: newer comment says AAD ids
    "notification_max_recipients": 10,  # 3.1: old page
    "notify_anonymous": False,  # 10: unconfirmed
    "missing_access_policy_status": 403,  # 4.3
    "no_manager_status": 404,  # 12
    "already_installed_status": 409,  # 12
    "instant_meetings_in_graph": False,  # 1.1: only the details API is promised
    "channel_meetings_in_graph": False,  # 2 and 5: not said that their options can be changed
    "running_patch": "ignored",  # 4.1: properties not for a running meeting: ignored | refused
    "recording_stops_on_block": False,  # 5.3
    "organizer_can_reopen": True,  # 4.1: somebody flips it back in Meeting options
    "recording_file_delay": 300,  # 5: seconds until Graph lists the file, up to 60 min
    "system_message_delay": 0,  # 5.2: seconds, up to 60
    "bot_lobby": True,  # 6.1: an app of our own tenant is said to pass it (third party)
    "bot_lobby_seconds": 600,  # 6.5: how long the lobby holds it is not told
    "call_issuer": "https://api.botframework.com",  # 6.3: the sample also lists graph.microsoft.com
    "call_reports_odd": True,  # 6.3: old names, casing, an array for an object
    "call_reports_disordered": True,  # 6.3: establishing may come after established
    "roster_reports_all": False,  # 6.4: who was there before the bot may be missing
    "phone_numbers_masked": True,  # 6.4: MaskPstnNumbersType
    "muted_prompt_silent": True,  # 6.5: a prompt of a muted bot
    "card_limit_bytes": 28 * 1024,  # 8: older pages 28/40 KB
    "message_limit_bytes": 80 * 1024,  # 8: about 100 KB, keep under 80
    "bot_timeout": 15.0,  # 9: a turn
    "invoke_timeout": 10.0,  # 9: a card press, 10–15 s
    "rate_limits": True,  # 9: per conversation
    "largest_page": 500,  # 2: paged members
    "subscription_minutes": 4230,  # 5.4: 4 320, in one table 4 230
    "subscription_quota": 10_000,  # 5.4: per organisation and kind
    "second_subscription_status": 409,  # 5.4: for the same chat or meeting
    "subscriptions_across_versions": False,  # 5.4: whether v1.0 lists what beta made
    "call_events_of_running_calls": False,  # 5.1: third party: none
    "bot_cards_in_graph": False,  # 5.2: whether a bot's card comes back as it was sent
    "graph_message_delay": 2,  # 5.2: seconds until Graph lists what a bot wrote
    "call_state_events": False,  # 5.1: recordingStateUpdated: delivery unconfirmed
    "call_event_type_name": False,  # 5.1: callEventType instead of eventType
    "encrypted_content_upper": False,  # 5.4: EncryptedContent instead of encryptedContent
    "validation_token_v1": False,  # 5.4: the version of the tokens that vouch
}
"""Facts that the reference marks as unconfirmed (its sections are named), pessimistic by default."""


@dataclass
class Fault:
    """A fault that is on. ``left`` is how often it still strikes (None: until cleared)."""

    name: str
    params: dict[str, Any]
    left: int | None
    share: float = 1.0


class Faults:
    """What is broken just now."""

    def __init__(self) -> None:
        self._active: dict[tuple[str, str], Fault] = {}
        self.struck: Counter[str] = Counter()
        self.chance = random.Random()  # noqa: S311 - chance that can be played again, no secret

    def set(self, name: str, /, **params: Any) -> None:
        """Switch a fault on; unknown names and parameters are refused with ValueError."""
        defaults, share = FAULTS.get(name), float(params.pop("share", 1.0))
        if defaults is None:
            raise ValueError(f"ukendt fejl: {name}")
        if unknown := params.keys() - defaults.keys():
            raise ValueError(f"ukendt parameter til {name}: {', '.join(sorted(unknown))}")
        merged = {**defaults, **({"count": None} if share < 1 else {}), **params}
        left = merged.pop("count")
        self._active[name, str(merged.get("route", ""))] = Fault(name, merged, left, share)

    def clear(self, name: str | None = None) -> None:
        """Switch all faults off, or those of one name."""
        keep = {key: fault for key, fault in self._active.items() if name and key[0] != name}
        self._active = keep

    def take(self, fault_name: str, route: str = "", **wanted: Any) -> Mapping[str, Any] | None:
        """The fault's parameters if it strikes now; counts down. ``route`` contains the fault's."""
        for key, fault in list(self._active.items()):
            part = str(fault.params.get("route", "")).lower()
            if fault.name != fault_name or part not in route.lower():
                continue
            if any(fault.params.get(field) not in ("", value) for field, value in wanted.items()):
                continue
            if fault.share < 1 and self.chance.random() >= fault.share:
                continue
            self.struck[fault.name] += 1
            if fault.left is not None:
                fault.left -= 1
                if fault.left <= 0:
                    del self._active[key]
            return fault.params
        return None

    def view(self) -> dict[str, Any]:
        """What is on, for the page: name (and route) → parameters and strikes left."""
        return {
            " ".join(part for part in key if part): {**fault.params, "left": fault.left}
            for key, fault in self._active.items()
        }
