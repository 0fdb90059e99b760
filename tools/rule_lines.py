"""The rules of the three source texts, one short line each, in our own words.

The numbers are fixed: A is the general guideline, B Frederiksberg's, C Albertslund's. A number is never
given to another rule; new ones are added at the end.
"""

from __future__ import annotations

from collections.abc import Mapping

_A = (
    "A citizen asks to record a meeting with an employee; nobody else asks here",
    "The municipality encourages not to record, and says so without adding steps",
    "Minutes can always be had, whatever the answer; a task follows until they are sent",
    "A companion may always come, without asking",
    "The municipality sets the frame; a case keeps the version it was handled under",
    "No entitlement to record: nothing is granted without a named person",
    "Without a grant, recording is not permitted; undecided is not granted",
    "Holds for meetings in person, by phone and in Teams",
    "The wish comes beforehand; a late one is taken, marked and handed on at once",
    "With a factual need the answer is normally yes; a no must answer the need",
    "Memory, concentration or something else may be the need; no diagnosis, no papers",
    "The citizen tells the employee before the meeting, through any door, and gets a receipt",
    "Asked what lies behind the wish; a missing ground leads to a call, never to a no",
    "A named employee makes a written, individual assessment; no scores, no bulk",
    "When granted, the employee records the sound too: started, stopped, kept, deleted",
    "When refused, the citizen is told what the assessment rests on",
    "A refusal is factually founded: this person, this meeting, no stock phrase",
    "The employee can explain the no aloud, briefly, with the reason of the letter",
    "The recording is for own use and for those who help with the case",
    "No video; a recording in Teams, which has pictures, raises an alert",
)
_B = (
    "About sound and video of meetings and phone calls; phone needs no Teams",
    "The tone is calm and friendly",
    "Other ways to remember are offered first",
    "A companion may always come",
    "A printout of notes or minutes can always be had, also without recording",
    "The law gives no special right to record; that is said plainly",
    "The municipality sets the frame for its meetings",
    "Personal circumstances are assessed; no wish is refused unread",
    "A ground is trouble understanding or remembering the case; the list is open",
    "In line with the Ombudsman, whose statement is linked",
    "An agreement rests on five criteria, all considered",
    "Criterion 1: difficulty communicating",
    "Criterion 2: remembering what is said and agreed",
    "Criterion 3: the future cooperation, seen from both sides",
    "Criterion 4: a companion; never the only reason for a no",
    "Criterion 5: a harassing purpose; facts only, for the decider's eyes",
    "The relevant department is asked, in writing or by phone, and has a queue",
    "Good time has no number: nothing is late before the meeting starts",
    "A refused wish gets its reasons",
    "All participants are told that the meeting is recorded",
    "The citizen does the recording alone",
    "The municipality lends no equipment",
    "No help with recording; the law and alternatives are still explained",
    "A voice is personal data",
    "Beyond private use the data protection rules apply",
    "More to read at the data protection authority",
    "Whom to contact, with what the municipality has filled in",
    "Phone hours that overlap are pointed out",
    "Video is not stated: not permitted, and listed as an assumption",
)
_C = (
    "Holds for citizens, and for employees towards their leader; two flows that never mix",
    "Two words kept apart: the employee who records, and the one who represents",
    "Not for the municipality's own wish to record",
    "The municipality as a rule records nothing; Teams recording is off, an exception is explained",
    "Any ground or none will do",
    "Allowed as a starting point, sound and not pictures; nobody needs to ask",
    "Employee talks are covered where a companion may normally come",
    "The authority may decide otherwise for its meetings",
    "A refusal takes a factual ground from the list, or another with HR/Jura asked",
    "Allowed once means allowed for all like cases; deviating is explained",
    "Earlier decisions of all units are seen together, without persons",
    "Allowed for who takes part; it stops when that person leaves",
    "Staff are prepared for being recorded, once per meeting",
    "Every change has who, when and why",
    "When others' affairs come up, the interests are weighed",
    "What is said is guidance, no final decision",
    "An oral decision is marked, and noted",
    "Guidance or decision: staff say which, with times",
    "It is fine to record, and passing on can be punishable: said in every recorded talk",
    "The case notes the recording and the guidance; reminded until done",
    "Recording without asking, open or covert, happens and is no offence",
    "Then the municipality encourages openness; no demand, no sanction",
    "Refusal 1: a history, and this conversation meant for harassment; both",
    "With refusal 1, in person only, devices stay outside; aids are exempt",
    "A refusal is a process decision; no word of complaint deadlines",
    "Both sides are weighed, and a conclusion is drawn",
    "Two persons refuse: the proposer and the nearest leader",
    "A refusal is reasoned towards the person",
    "The refusal and its reasons are noted in the case",
    "Refusal 2: the meeting is not only about that person",
    "Then the interest, other ways and the others are weighed; a part may be recorded",
    "HR/Jura can be asked for help, with minimal data",
    "That recordings can be manipulated is background, never the ground",
    "Misuse goes to HR/Jura, who assess a police report; nothing is reported by itself",
    "Who records is told of the criminal liability for passing on",
    "For example: passing on another's purely private affairs",
    "Sharing on social media is passing on",
    "It may also conflict with the data protection rules",
)  # fmt: skip

LINES: Mapping[str, str] = {
    f"{text}{number}": line
    for text, lines in (("A", _A), ("B", _B), ("C", _C))
    for number, line in enumerate(lines, start=1)
}
"""Rule id → one line, in the order of the texts. 87 of them."""
