"""A meeting's chat that Teams has closed to Lydhør without a word: a person is told, and it is not tried
at every look (B20)."""

from __future__ import annotations

from tests.scenario.stage import Stage
from tests.scenario.test_meetings import announcements, grant_a_wish


def refused(stage: Stage) -> int:
    """How many messages Teams would not take since the calls were forgotten."""
    calls = stage.sandbox.world.calls
    return sum(1 for c in calls if c["method"] == "POST" and c["status"] == 403)


async def test_a_closed_chat_is_tried_once_and_again_when_the_app_is_put_in(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    chat = stage.sandbox.world.chat(stage.chat)
    assert chat is not None
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    chat.installed = False
    await stage.settle()
    tasks = await stage.rows("SELECT kind FROM tasks WHERE done_at IS NULL")
    assert [task["kind"] for task in tasks] == ["read_aloud"]
    stage.sandbox.world.forget_calls()
    for _ in range(6):
        await stage.pass_time(seconds=20)
    assert refused(stage) == 0
    assert announcements(stage) == 0
    await stage.do("install_app", "mette", meeting=stage.meeting)
    assert announcements(stage) == 1
