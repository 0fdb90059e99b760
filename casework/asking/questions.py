"""Which of four questions somebody writes; each has an answer of its own. Pure: words in, a code out.

Only how to record is not explained (B23). What one may, whom one may share with and what the law says is
answered all the same, however the question begins (B23–B26, C35–C37).
"""

from __future__ import annotations

import re
from typing import Literal

from casework.asking.registration import mentions_video
from guidelines.rules import rule

Question = Literal["video", "may_i_share", "may_i_record", "how_to_record", ""]

_SHARE = re.compile(
    r"\bdel(e|er|es|t|te|ing)\b|\b(giv|send|vis)\w*\b.*\b(videre|andre|til)\b|\bvideregiv|"
    r"\b(læg|lægge|lægger|ligge)\b.*\b(op|ud|på|net)|facebook|instagram|tiktok|youtube|"
    r"\bsociale medier\b|\boffentliggør|\bpå nettet\b"
)
_LEAVE = re.compile(r"\b(lov|ret|retten|tilladt|tilladelse|må|forbudt|ulovligt?|strafbart)\b")
_HOW = re.compile(r"\b(hvordan|hjælp\w*|hvilken app|vejled\w*)\b")
_CAN = re.compile(r"\b(kan|kunne|gerne|vil)\b")


@rule("B23", "B24", "B25", "B26", "C35", "C36", "C37", surface="chat")
def question_of(words: str) -> Question:
    """The question that was asked, or none of them."""
    said = words.casefold()
    if mentions_video(words):
        return "video"
    if _SHARE.search(said):
        return "may_i_share"
    if "optag" not in said:
        return ""
    if _LEAVE.search(said):
        return "may_i_record"
    if _HOW.search(said):
        return "how_to_record"
    return "may_i_record" if _CAN.search(said) else ""
