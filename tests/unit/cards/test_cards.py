from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft6Validator

from cards import CARDS
from cards.block import REASONS
from cards.case import case_card
from cards.ledger import VOICES, ledger_card, ledger_words
from cards.status import status_card
from tests.unit.cards.allowlist import unknown, walk
from tests.unit.cards.extremes import HOSTILE, everything
from tests.unit.cards.facts import GROUND_WORDS, NEED, OWN_WORDS, START
from tests.unit.cards.samples import plain
from texts import views
from texts.views import LedgerLine

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SAMPLES = everything()
DRAWN = {name: CARDS[type(view)](view) for name, view in SAMPLES.items()}
ORDINARY = [name for name in DRAWN if name.startswith(("da-", "en-"))]
SHAPES = [name for name in DRAWN if not name.startswith("longest-") or "-danish-" in name]
VERBS = {
    "menu", "register_open", "register_submit", "queue", "queue_take", "want_to_record",
    "wish_open", "case", "ground", "grant", "refuse_open", "refuse_preview", "refuse_confirm",
    "assessment_reopen", "withdraw", "handover_open", "handover_save", "read_aloud",
    "phone_possible", "phone_impossible", "ledger", "recording_stopped", "note_copied", "note", "note_guidance", "note_not_guided", "wants_open", "wants_save",
    "task_done", "task", "companion_open", "companion_set", "companion_remove", "printout_open",
    "printout_submit", "errand", "errand_take", "errand_passed_on", "errand_close", "legal_ask", "legal_answer",
    "misuse_open", "misuse_submit", "misuse_save", "misuse_close", "practice", "refuse_ground", "refuse_agree", "refuse_disagree", "legal_open",
    "ground_open", "ground_add", "video_accept", "video_decline", "employee_open",
    "guide", "guide_situation", "guide_done", "guided", "not_guided", "guide_turn",
    "oral_decision", "own_open", "own_started", "own_stopped", "own_deleted",
    "own_save", "own_not_made", "recording_why", "incident", "file_decided", "file_open",
    "note_taker_out", "note_taker_stays", "note_taker_none",
    "employee_submit", "employee_receipt", "employee_withdraw", "employee_read",
    "employee_anew", "refuse_take_back", "guide_elsewhere",
    "talk_open", "talk_begin", "script", "script_start", "script_said", "script_late",
    "listener_add", "listener_drop", "break_over", "talk_end", "script_print", "ledger_export", "ledger_find",
    "keeping", "hold_set", "hold_lift", "looks", "person_export",
}  # fmt: skip
TAKES_INPUTS = {
    "file_decided",
    "file_open",
    "note_taker_stays",
    "ledger_find",
    "task_done",
    "companion_set",
    "printout_submit",
    "errand_close",
    "legal_ask",
    "legal_answer",
    "misuse_submit",
    "misuse_save",
    "misuse_close",
    "guide_done",
    "wants_save",
    "note_not_guided",
    "not_guided",
    "oral_decision",
    "own_started",
    "own_stopped",
    "own_save",
    "own_not_made",
    "recording_why",
    "register_submit",
    "employee_submit",
    "employee_anew",
    "ground_add",
    "grant",
    "refuse_open",
    "refuse_ground",
    "refuse_preview",
    "refuse_disagree",
    "legal_open",
    "assessment_reopen",
    "handover_save",
} | {"talk_begin", "listener_add", "listener_drop", "ledger_find"}
TAKES_INPUTS |= {"hold_set", "hold_lift", "looks", "person_export"}
IDS = {
    "request_id",
    "version",
    "meeting_id",
    "occurrence_id",
    "incident_id",
    "task_id",
    "wish_id",
    "errand_id",
    "note_taker_id",
}
CARRIED = {
    "guide_situation": {"situation"},
    "guide_done": {"situation"},
    "guide_elsewhere": {"kind"},
    "guide_turn": {"turn"},
    "script_said": {"line", "round"},
    "script_late": {"round", "seen"},
    "read_aloud": {"round", "seen"},
    "listener_add": {"back"},
    "listener_drop": {"back"},
    "note_copied": {"shown"},
    "note_guidance": {"guidance"},
    "note_not_guided": {"guidance"},
    "refuse_confirm": {"seen"},
    "refuse_open": {"from", "ground"},
    "refuse_preview": {"from", "ground"},
    "assessment_reopen": {"from", "ground"},
    "legal_open": {"from", "ground"},
    "refuse_agree": {"proposal"},
    "refuse_disagree": {"proposal"},
}
FOR_EVERYBODY = (views.MeetingStatus, views.Announcement)


@pytest.fixture(scope="module")
def schema() -> Draft6Validator:
    path = files("adaptive_cards") / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(path.read_text(encoding="utf-8")))


def parts(card: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [part for part in walk(card) if part["type"].startswith(kind)]


def words(card: dict[str, Any]) -> str:
    return json.dumps(card, ensure_ascii=False)


def test_every_view_has_a_card_and_a_sample() -> None:
    kinds = {kind for kind in vars(views).values() if isinstance(kind, type)}
    shown = {kind for kind in kinds if issubclass(kind, views.View)} - {views.View}
    assert set(CARDS) == shown
    assert {type(view) for view in SAMPLES.values()} == shown


@pytest.mark.parametrize("name", SHAPES)
def test_only_what_schema_1_5_knows(name: str, schema: Draft6Validator) -> None:
    card = DRAWN[name]
    assert unknown(card) == []
    bare = {key: value for key, value in card.items() if key != "msteams"}
    assert [error.message for error in schema.iter_errors(bare)] == []
    assert card["version"] == "1.5"
    assert card.get("msteams") in (None, {"width": "full"})
    assert card["speak"]
    assert card["fallbackText"]
    assert card["lang"] == ("en" if name.startswith("en-") else "da")


def test_small_enough() -> None:
    for name, card in DRAWN.items():
        assert len(words(card).encode()) < 28 * 1024, name


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_cards_are_far_from_the_limit(name: str) -> None:
    assert len(json.dumps(DRAWN[name]).encode()) < 14 * 1024


def test_inputs_are_labelled_and_never_block_the_server() -> None:
    for name, card in DRAWN.items():
        inputs = parts(card, "Input.")
        assert all(part["label"].strip() for part in inputs), name
        assert len({part["label"] for part in inputs}) == len(inputs), name
        assert not any(part.keys() & {"isRequired", "regex", "errorMessage"} for part in inputs), (
            name
        )


def test_ids_are_unique_and_targets_exist() -> None:
    for name, card in DRAWN.items():
        ids = [part["id"] for part in walk(card) if "id" in part]
        assert len(ids) == len(set(ids)), name
        for action in parts(card, "Action.ToggleVisibility"):
            assert set(action["targetElements"]) <= set(ids), name


def test_buttons_are_known_and_send_only_what_they_need() -> None:
    for name, card in DRAWN.items():
        for action in parts(card, "Action.Execute"):
            assert action["verb"] in VERBS, name
            carries_inputs = action["verb"] in TAKES_INPUTS and bool(parts(card, "Input."))
            if action["verb"] == "script_said":  # a name that is typed and not on the list yet
                carries_inputs = action["data"]["line"] == "who"
            assert action.get("associatedInputs") == (None if carries_inputs else "none"), name
            extra = CARRIED.get(action["verb"], set())
            assert action["data"].keys() <= IDS | extra, name
        for group in (card, *parts(card, "ActionSet")):
            assert len(group.get("actions", [])) <= 6, name
        titles = [action["title"] for action in parts(card, "Action.")]
        if not name.startswith("longest-") and "queue-long" not in name:
            assert len(titles) == len(set(titles)), name
        assert sum(action.get("style") == "positive" for action in parts(card, "Action.")) <= 1, (
            name
        )


def test_typed_text_stays_text() -> None:
    for name, card in DRAWN.items():
        visible = [part for part in walk(card) if part["type"] in ("TextBlock", "TextRun")]
        for part in visible:
            assert "<at" not in part["text"], name
            assert not set(part["text"]) & set("\u202e\u202c\u200b\ufeff\u0007\ud800"), name
        for block in parts(card, "TextBlock"):
            assert not re.search(r"(?<!\\)[\[\]<>*_`]", block["text"]), name
        words(card).encode()


def test_buttons_fit_the_side_panel() -> None:
    for name in ORDINARY:
        for action in parts(DRAWN[name], "Action."):
            assert len(action["title"]) <= 35, action["title"]


def test_every_verb_is_on_a_card() -> None:
    shown = {a["verb"] for card in DRAWN.values() for a in parts(card, "Action.Execute")}
    assert shown == VERBS


def test_cards_for_everybody_tell_no_ground_and_no_name_too_early() -> None:
    for name, view in SAMPLES.items():
        if not isinstance(view, FOR_EVERYBODY) or not name.startswith(("da-", "en-")):
            continue
        shown = words(DRAWN[name])
        for secret in (GROUND_WORDS, OWN_WORDS.splitlines()[0], NEED, "hukommelse", "huske"):
            assert secret not in shown
        told = isinstance(view, views.Announcement) and not view.paused
        named = told or (isinstance(view, views.MeetingStatus) and view.state == "announced")
        assert ("Ole Madsen" in shown) == named


def test_the_employees_card_holds_no_ground() -> None:
    assert not {"ground", "ground_text", "own_words"} & set(views.Case.__dataclass_fields__)


def test_nobody_is_told_about_permission_when_nobody_asked() -> None:
    shown = words(DRAWN["da-status-nobody"])
    assert "Der bliver ikke optaget" not in shown
    assert "Der må" not in shown


def test_ledger_rows_are_words_and_the_missing_come_first() -> None:
    texts = [part["text"] for part in parts(DRAWN["da-ledger"], "TextRun")]
    rows = [text for text in texts if "–" in text and text[:1] in "○✓"]
    assert rows[0] == "○ Amal – ikke oplyst endnu (skrevet i chatten)"
    assert "✓ Ole Madsen – er oplyst kl. 13.02 (bekræftet)" in rows
    assert "○ Muligvis nogen på telefon – skal have det at høre (ingen besked endnu)" in rows


def test_the_ledger_says_where_lydhoers_own_call_stands() -> None:
    view = plain("da")["ledger"]
    assert isinstance(view, views.Ledger)
    said = {state: words(ledger_card(replace(view, voice=state))) for state in VOICES}
    assert len(set(said.values())) >= len(VOICES) - 1
    assert "Luk Lydhør ind" in said["lobby"]
    assert words(ledger_card(replace(view, voice="hung_up"))) == words(ledger_card(view))


def test_sentences_are_calm() -> None:
    for name, view in {**plain("da"), **plain("en")}.items():
        shown = words(CARDS[type(view)](view)).lower()
        harsh = ["!", "forbudt", "afslag", "ansøgning"]
        if not isinstance(
            view, views.Guide | views.Script
        ):  # there it is the word for an oral decision (C17)
            harsh.append("afgørelse")
        for word in harsh:
            assert word not in shown, name


def test_every_state_has_its_words() -> None:
    status, case, ledger = (plain("en")[n] for n in ("status-nobody", "case-waiting", "ledger"))
    assert isinstance(status, views.MeetingStatus)
    assert isinstance(case, views.Case)
    assert isinstance(ledger, views.Ledger)
    for reason in (*REASONS, "never heard of"):
        status_card(replace(status, block="unverifiable", block_reason=reason))
    for state in get_args(views.RecordingState):
        status_card(replace(status, state=state, recorder=" "))
    for state in get_args(views.RequestState):
        case_card(replace(case, state=state))
        for answer in get_args(views.AnswerState):
            for way in ("email", "spoken", "handed_over"):
                case_card(replace(case, state=state, answer=answer, answer_by=way))
    for grade in ("none", "posted", "accepted", "prompt_completed", "confirmed"):
        for channel in ("chat", "in_meeting", "spoken", "read_aloud"):
            for at in (None, START):
                row = LedgerLine("", "member", grade != "posted", grade, channel, at)
                assert ledger_words(row, "da").startswith("En deltager uden navn – ")


def test_the_answer_is_spoken_of_only_where_there_is_one() -> None:
    case = plain("da")["case-waiting"]
    assert isinstance(case, views.Case)
    decided, gone = ("granted", "not_granted", "unanswered"), ("withdrawn", "lapsed")
    for state in get_args(views.RequestState):
        for answer in get_args(views.AnswerState):
            view = replace(case, state=state, answer=answer)
            without = replace(case, state=state, answer="none")
            spoken_of = case_card(view)["body"] != case_card(without)["body"]
            on_its_way = answer in ("sent", "delivered")
            expected = (state in decided and answer != "none") or (state in gone and on_its_way)
            assert spoken_of is expected, (state, answer)


def test_a_ledger_of_told_people_can_still_be_incomplete() -> None:
    view = plain("da")["ledger-complete"]
    assert isinstance(view, views.Ledger)
    assert "Ikke alle er oplyst endnu" in words(CARDS[views.Ledger](replace(view, complete=False)))


def test_both_languages_have_the_same_sentences() -> None:
    keys = {}
    for language in ("da", "en"):
        po = (ROOT / "texts" / language / "cards.po").read_text(encoding="utf-8")
        keys[language] = [line.split('"')[1] for line in po.splitlines() if "msgid" in line]
    assert keys["da"] == keys["en"]
    assert all(key == "" or key.startswith("card.") for key in keys["da"])


def test_microsofts_own_parser_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cards.json"
    path.write_text(json.dumps(DRAWN), encoding="utf-8")
    done = subprocess.run(
        ["node", str(HERE / "parse_cards.mjs"), str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(DRAWN)} cards parsed" in done.stdout


def test_hostile_text_is_really_in_the_samples() -> None:
    view = SAMPLES["hostile-case-waiting"]
    assert isinstance(view, views.Case)
    assert view.citizen_name == HOSTILE
