"""Whether a text says anything of its own: something of this person and this meeting (A14, A17).

A stock phrase can be turned around, drawn out or mixed with another, and still say nothing. So what is
left is counted when the words that any refusal could use are taken away: the small words, and those of
rules and authorities. That something is left is no proof of a good reason; that nothing is left shows
that there is none. A person judges the rest.
"""

from __future__ import annotations

import re
from functools import cache

LEAST_OWN = 2
"""So many different words of its own a reason has at least."""
_SMALL = """
af al alle alt altid anden andet andre at bare bl blev blive bliver bør da de dem den denne der deres
derfor det dette dig din dine disse dit du efter eller en end endnu er et for fordi fra få får før gang
gerne giver give gør ham han hans har havde have hende hendes her hos hun hvad hver hvis hvor hvordan
hverken i ikke ind ingen intet ja jeg jer jo kan kommer kun kunne lige lov lover med meget men mere mig
min mine mit mod må man mange nej netop nogen noget nogle nok nu når og også om op os over overhovedet
plejer på sagt selv selvom ses sige siger sig sin sine sit skal skulle slet som så såsom tage thi til
udgangspunkt under ud uden var ved vedkommende vi vil ville vor vores være været
a about all also always an and any are as at be because been but by can cannot could do does for from
get give given had has have he her him his how i if in into is it its just may me more must my no nor not
of on one only or our out over shall she should so some such than that the their them then there these
they this those to under up us use usually very was we were what when where which who will with would you
your
"""
_OF_RULES = """
afgørelse afslag afvise afvist ansøgning anmodning behov behovet besluttet beslutning borger borgere borgeren
borgers dialog desværre dialogen forvaltning grund grunde generelt guideline guidelines gælder individuel individuelle
imødekomme imødekommes imødekommet konkret konkrete kommune kommunen kommunens ledelse ledelsen lyd lyden
lydoptagelse medarbejder medarbejdere medarbejderen mulig muligt møde møder møderne mødet nødvendig nødvendigt
ok optage optagelse optagelsen optagelser optages optaget ord orden person personen politik praksis princip
principielt ramme rammer rammerne regel regler reglerne ret retningslinje retningslinjer retningslinjerne
sag sagen saglig samlet sagligt samtale samtaler samtalen situation situationen skøn standard svar svaret tilladelse
tillade tilladt tillader truffet valg tvivl valgt vurderet vurdering vægt ønske ønsker ønskes ønsket årsag
allow allowed assessment citizen concrete decided decision employee general grant granted guideline
guidelines individual meeting meetings municipality need needs permission permit permitted policy practice
reason reasons record recorded recording recordings refuse refused request rule rules sound staff talk
something wish wishes
"""
_VOWEL = re.compile(r"[aeiouyæøå]")


def own_words(normal_text: str) -> frozenset[str]:
    """The words of a text (``decision.normal``) that not every refusal could hold."""
    return frozenset(
        word for word in normal_text.split() if _is_word(word) and word not in _empty_words()
    )


def _is_word(word: str) -> bool:
    """Something that can be a word or a number, not a key pressed again and again."""
    if word.isdigit():
        return True
    return len(set(word)) > 2 and bool(_VOWEL.search(word))


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(f"{_SMALL} {_OF_RULES}".split())
