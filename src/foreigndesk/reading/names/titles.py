"""Words that stand before a person's name, and what they tell."""

from __future__ import annotations

MALE = frozenset("king lord mr pope prince sir".split())
FEMALE = frozenset("dame lady madam madame miss mrs ms princess queen".split())
COURTESY = MALE | FEMALE | frozenset({"dr", "mx"})

# Offices and ranks as they are printed right before a name.
OFFICES = frozenset(
    """adm admiral adviser advisor ambassador archbishop attorney ayatollah baron baroness bishop brig brigadier
    candidate capt captain cardinal chair chairman chairperson chairwoman chancellor chief cmdr col colonel commander
    commissioner comrade congressman congresswoman consul counsellor counselor count crown czar deputy detective
    dictator director duchess duke elect emir emperor envoy gen general gov governor imam inspector judge
    justice lawmaker leader lieutenant lt maj major marshal mayor minister mullah nominee officer patriarch premier
    president prime prof professor rabbi rep representative rev reverend secretary sen senator sergeant sgt sheikh
    sheriff speaker spokesman spokesperson spokeswoman strongman sultan tsar vice""".split()
)
# Plain nouns that go before a full name: "historian Jane Doe".
TRADES = frozenset(
    """activist actor actress aide aides analyst anchor author billionaire businessman businesswoman ceo coach cofounder
    columnist correspondent diplomat economist editor engineer executive expert fellow founder historian host
    journalist lawyer official pastor philosopher physicist pollster priest reporter researcher scholar scientist
    singer strategist writer""".split()
)
TITLES = COURTESY | OFFICES
BEFORE_NAMES = TITLES | TRADES

# Words of titles that tell one office from another.
TELLING = frozenset(
    """ambassador chancellor chief commerce defence defense deputy director finance foreign general governor interior
    king leader minister pope premier president prime queen secretary senator speaker spokesman spokeswoman state trade
    treasury unification vice""".split()
)
SAME = {
    "defense": "defence",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "premier": "prime minister",
    "leader": "president",
}


def gender_of_title(word: str) -> str | None:
    """The gender a courtesy title tells, "m" or "f"."""
    return "m" if word in MALE else "f" if word in FEMALE else None


def tells(title: tuple[str, ...], post: str) -> bool:
    """Whether a title can be that of a post: all its telling words are in the post's.

    >>> tells(("foreign", "minister"), "Foreign Minister"), tells(("foreign", "minister"), "Defence Minister")
    (True, False)
    """
    telling = [SAME.get(word, word) for word in title if word in TELLING]
    held = " ".join(SAME.get(word, word) for word in post.lower().replace(",", " ").split())
    return bool(telling) and all(word in held for word in telling)
