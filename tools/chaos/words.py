"""What people write in a run: no two texts alike, for the product takes none that was written before."""

from __future__ import annotations

import random

SUBJECTS = (
    "økonomien", "boligen", "datterens skole", "medicinen", "arbejdet", "hjemmehjælpen", "gælden",
    "flytningen", "søvnen", "transporten", "naboerne", "sygemeldingen", "børnene", "sproget", "pensionen",
    "træningen", "kontanthjælpen", "vinterens regninger", "lægebesøgene", "den gamle aftale",
)  # fmt: skip
HELPS = (
    "et kort på køleskabet", "en mappe med faner", "sin søster på telefonen", "en lydbog", "en seddel i jakken",
    "et skema fra kommunen", "korte møder om formiddagen", "en ven, der skriver med", "billeder af brevene",
    "en app med påmindelser", "kalenderen fra apoteket", "store bogstaver", "en tavle i køkkenet",
    "et opkald samme aften", "to pauser undervejs", "farvede klistermærker", "en nabo, der læser højt",
)  # fmt: skip
SEEN = (
    "gik midt i", "kom tilbage og spurgte igen", "havde byttet om på dagene", "kunne gentage det hele",
    "bad om at få det læst op", "blev træt efter en halv time", "huskede tallene, men ikke navnene",
    "skrev selv tre linjer", "ringede næste dag for at høre det igen", "sad stille og nikkede", "græd lidt",
    "lo og fortalte om sin hund", "lagde sine briller fra sig", "fandt papirerne frem", "så længe ud ad vinduet",
)  # fmt: skip
DAYS = (
    "i mandags", "for fjorten dage siden", "sidste forår", "i juni", "lige før jul", "under det første besøg",
    "da vi mødtes på biblioteket", "efter ferien", "i telefonen", "den dag det regnede", "hos lægen",
)  # fmt: skip
WAYS = (
    "Da vi talte om {subject} {day}, så jeg, at borgeren {seen}.",
    "Det hjælper med {help} til {subject}, og det har vi prøvet {day}.",
    "{Day} var det {subject}, det gjaldt; borgeren {seen}, og siden har {help} været nok.",
    "Kollegaen noterede {day}: {seen}, da spørgsmålet om {subject} kom op.",
    "Vi foreslog {help}, fordi {subject} fylder så meget for borgeren {day}.",
    "Uden {help} ville {subject} være svær at følge; det viste sig {day}.",
    "Først {seen}, senere {day} gik det bedre med {subject} ved hjælp af {help}.",
)

CRITERIA = ("communication", "remember", "cooperation", "companion", "purpose")
FOR = {f"verdict.{c}": "for" for c in CRITERIA}


def said(number: int, where: str) -> str:
    """Three sentences about one wish, for one place on one card."""
    chance = random.Random(f"{number} {where}")  # noqa: S311 - words that can be played again, no secret
    return " ".join(_sentence(way, chance) for way in chance.sample(WAYS, 3))


def _sentence(way: str, chance: random.Random) -> str:
    day = chance.choice(DAYS)
    return way.format(
        subject=chance.choice(SUBJECTS), help=chance.choice(HELPS), seen=chance.choice(SEEN),
        day=day, Day=day[0].upper() + day[1:],
    )  # fmt: skip


def assessed(number: int) -> dict[str, str]:
    """A written assessment of a need, about this wish alone."""
    return {"verdict.need": "neutral", "note.need": said(number, "note.need")}


def reasons(profile: str, number: int) -> dict[str, str]:
    """A refusal's reasons, written for this wish alone, in the parts of the guideline."""
    begun = {
        "history": "En optagelse blev lagt på nettet i marts.",
        "this_meeting": "Der er skrevet, at det sker igen.",
        "our_interest": "Medarbejderen skal kunne tale frit.",
        "their_need": "Borgeren får det på skrift samme dag.",
        "conclusion": "Truslen vejer tungest her.",
    }
    if profile != "albertslund":
        begun = {
            "need": "Vi skriver aftalerne ned, mens vi taler.",
            "weighing": "En nabo fortæller om sit helbred.",
        }
    parts = {f"part.{part}": f"{words} {said(number, part)}" for part, words in begun.items()}
    other = f"I de andre sager fortalte ingen om andre. {said(number, 'deviation')}"
    return parts | {"deviation": other}
