"""Video: whoever asks for it is told that there is sound only, and why; what cannot be blocked is said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenario.stage import WISH, Stage, on_stage, words

ANSWERS = {
    "nyborg": ("kun lyd", "retningslinje"),
    "frederiksberg": ("kun aftales lyd", "retningslinje"),
    "albertslund": ("ikke billeder", "retningslinje"),
}
ASKED = ("må jeg filme mødet?", "Må jeg optage video?", "kan jeg videofilme i morgen")


def texts(stage: Stage, chat: str) -> str:
    return " | ".join(m.text + words(m.card) for m in stage.messages(chat))


@pytest.mark.rule("A20", "B29", "C6")
@pytest.mark.parametrize("profile", ANSWERS)
async def test_the_question_is_answered_with_sound_only_and_why(
    database_url: str, clock: Any, profile: str
) -> None:
    async with on_stage(database_url, clock, MUNICIPALITY=profile) as stage:
        for question in ASKED:
            chat = stage.personal("mette")
            before = len(stage.messages(chat))
            await stage.do("message", "mette", chat=chat, text=question)
            said = " ".join(m.text for m in stage.messages(chat)[before:])
            assert all(word in said for word in ANSWERS[profile]), said
        stage.calm()


async def test_in_the_meeting_chat_the_same_is_answered(stage: Stage) -> None:
    await stage.meet()
    await stage.do("message", "ole", chat=stage.chat, text="@Lydhør må jeg filme?")
    assert "Der kan kun aftales lyd" in texts(stage, stage.chat)


async def test_a_question_of_sound_is_answered_as_before(stage: Stage) -> None:
    chat = stage.personal("mette")
    await stage.do("message", "mette", chat=chat, text="må jeg optage?")
    assert "Du kan ikke optage video" not in texts(stage, chat)


@pytest.mark.rule("A20", "B29", "C6")
async def test_a_wish_that_names_video_is_a_wish_for_sound_and_answered(stage: Stage) -> None:
    await stage.meet()
    meeting = str((await stage.rows("SELECT id FROM meetings"))[0]["id"])
    await stage.press("mette", "register_open")
    form = {**WISH, "meeting": meeting, "own_words": "Jeg vil gerne filme, så jeg kan se det igen"}
    answer = await stage.press("mette", "register_submit", **form)
    assert "Der kan kun aftales lyd" in words(answer["value"])
    assert (await stage.request())["state"] == "awaiting_leader"


async def test_what_cannot_be_switched_off_is_said_to_everybody(stage: Stage) -> None:
    await stage.meet()
    assert "Optagelse uden for Teams kan vi ikke slå fra" in texts(stage, stage.chat)
