"""Is a word that could be a date one here? May, March, fall and bare numbers have other lives."""

from __future__ import annotations

import re

from foreigndesk.reading.dates.scene import Scene
from foreigndesk.reading.dates.tense import VERBS, Tense

LOOK_BACK = 30  # characters before a phrase that can hold the word which decides

BEFORE_MONTH = re.compile(
    r"\b(?:in|by|until|till|since|from|to|through|of|before|after|during|last|this|next|past|early|late|mid|between|and|"
    r"for|coming|throughout|around|earlier|later)[ -]$",
    re.IGNORECASE,
)
BEFORE_SEASON = re.compile(
    r"\b(?:in|by|until|till|since|from|through|of|before|after|during|for|over|throughout|this|last|next|past|coming|late|"
    r"early|mid|between|and|to)[ -]$",
    re.IGNORECASE,
)
BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|through|before|after|between|during|around|circa|early|late|mid|of|for|and|to|or|"
    r"as|throughout|year|election)[ -]|\()$",
    re.IGNORECASE,
)
# Numbers that are counted, or are the name of something.
NO_YEAR_BEFORE = re.compile(
    r"(?:\b(?:about|some|nearly|almost|over|roughly|around|than|least|most|vision|agenda|resolution|no\.|number|article|"
    r"order|flight|room|fiscal|fiscal year|boeing|section|directive|model|project|expo|horizon|only|to be)|"
    r"[$€£#¥:])[ \xa0]?$",
    re.IGNORECASE,
)
COUNTED_AFTER = re.compile(
    r"[ \xa0-](?:people|troops|soldiers|men|women|feet|meters|metres|miles|km|kilometers|kilometres|tons|tonnes|"
    r"dollars|euros|votes|voters|hours|others|rounds|percent|million|billion|points|cases|deaths|barrels|members|workers|"
    r"civilians|fighters|prisoners|police|refugees|residents|jobs|pages|homes|times|square|"
    r"vessels|ships|tanks|planes|GMT|UTC|hrs)\b|,\d"
)
AMOUNTS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "PRODUCT", "LAW", "ORDINAL"})
RECURRING = re.compile(r"\b(?:every|each|per)(?: other| single)? $", re.IGNORECASE)
RECURRING_AFTER = re.compile(r" of (?:every|each)\b", re.IGNORECASE)
ONE_OF_MANY = re.compile(r"\ba $", re.IGNORECASE)
# First words of names that end in a date word: Good Friday, Arab Spring, Bloody Sunday, Russia Today.
NAMED = re.compile(
    r"\b(?:Good|Black|Bloody|Ash|Palm|Easter|Whit|Maundy|Holy|Cyber|Super|Arab|Prague|Beirut|Kyiv|Tehran|USA|Russia|"
    r"Silent|Operation) $"
)
NAMED_AFTER = re.compile(
    r"(?: \d+)? (?:Alliance|Movement|Revolution|Brigades?|Square|Front|Coalition|Group|Agreement)\b"
)
NAMES = frozenset({"PERSON", "FAC", "PRODUCT", "ORG"})
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Baroness|Lord|Minister|Theresa)\.? $")
# A bare number before a noun is a year within living memory ("the 2015 deal"); others need a word that says so.
LIVING_MEMORY = range(1900, 2100)
TITLE_CASE = re.compile(r"(?:This|Last) [A-Z][a-z]")


def before(scene: Scene, match: re.Match[str]) -> str:
    """The characters just before the match."""
    return scene.text[max(0, match.start() - LOOK_BACK) : match.start()]


def is_recurring(scene: Scene, match: re.Match[str]) -> bool:
    """Whether it is one of many: "every Thursday", and with a verb in the present "hosts a Sunday talk show"."""
    lead = before(scene, match)
    if RECURRING.search(lead) or RECURRING_AFTER.match(scene.text, match.end()):
        return True
    return bool(ONE_OF_MANY.search(lead)) and scene.tense(match) is Tense.PRESENT


def is_named(scene: Scene, match: re.Match[str]) -> bool:
    """Whether it is part of a name: "Good Friday", "March 8 Alliance", and in title case also "This Morning"."""
    after = NAMED_AFTER.match(scene.text, match.end())
    return bool(after or NAMED.search(before(scene, match)) or TITLE_CASE.match(match.group()))


def is_common_noun(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a word such as tomorrow is used as a noun with an article or an adjective: "a brighter tomorrow"."""
    words = scene.words(match.start(), match.end())
    if words is None or words.start == 0:
        return False
    leading = words[0].nbor(-1)
    return leading.tag_ in ("DT", "JJ", "JJR", "PRP$") and leading.lower_ not in ("early", "late", "earlier", "later")


def counts_something(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the number that ends the match is an amount: "in May 15 people died"."""
    return bool(COUNTED_AFTER.match(scene.text, match.end()))


def is_month(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the name of a month is one, and not a person's or a verb."""
    lead = before(scene, match)
    if is_named(scene, match) or is_recurring(scene, match) or TITLE.search(lead):
        return False
    token = scene.token(match)
    if token is None or token.tag_ == "MD":
        return False
    next_is_name = bool(re.match(r" [A-Z]\w", scene.text[match.end() : match.end() + 3]))
    if BEFORE_MONTH.search(lead):
        return not (next_is_name and token.ent_type_ in NAMES and not lead.lower().endswith(" in "))
    return token.ent_type_ == "DATE" and not next_is_name


def is_season(scene: Scene, match: re.Match[str]) -> bool:
    """Whether spring and fall are seasons: after a word that leads in a time, and not "the fall of Kabul"."""
    if is_named(scene, match) or not BEFORE_SEASON.search(before(scene, match)):
        return False
    token = scene.token(match)
    is_clear = token is None or token.pos_ not in VERBS
    return is_clear and not re.match(r" of (?!\d{4}\b)", scene.text[match.end() : match.end() + 8])


def is_year(scene: Scene, match: re.Match[str]) -> bool:
    """Whether four figures are a year: after a word that leads in a year, or a date to the parser; never an amount."""
    lead, token = before(scene, match), scene.token(match)
    if token is None or counts_something(scene, match) or (NO_YEAR_BEFORE.search(lead) and "-" not in match.group()):
        return False
    if token.ent_type_ == "DATE":
        return True
    counts = token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
    if BEFORE_YEAR.search(lead):
        return not counts
    names_a_thing = token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    return token.ent_type_ not in AMOUNTS and not counts and names_a_thing and int(match.group()[:4]) in LIVING_MEMORY
