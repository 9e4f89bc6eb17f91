"""How a speaker is described -> its sourcing class, with what the report says of an unnamed one.

The classes follow the handbooks of Reuters and AP on named and unnamed speakers; see docs/glossary.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import Manner, NounKind, load_nouns
from foreigndesk.model import Passage, Sourcing, SourcingKind, Span
from foreigndesk.reading.statements.speakers import Resolved
from foreigndesk.reading.statements.speakers.member import Kind, Member

LEVELS = re.compile(
    r"\b(senior|top|high-ranking|high-level|mid-level|low-level|junior|former|retired|current|veteran)\b", re.IGNORECASE
)
REASON = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|on background|anonymously|(?:asked|requested|declined|wished|insisted|"
    r"preferred|spoke|granted|demanded|sought)\b[^.;“”]{0,40}?\b(?:not (?:to )?be (?:named|identified|quoted)|"
    r"anonym\w+)|not authori[sz]ed to)[^.;,“”]*",
    re.IGNORECASE,
)
PROXIMITY = re.compile(
    r"\b(?:(?:familiar|acquainted) with|briefed (?:on|about|by)|with (?:direct |first-hand |firsthand )?knowledge of|"
    r"close to|involved in|conversant (?:in|with)|privy to|aware of|who (?:(?:have|has|had) )?(?:seen?|saw|attended|"
    r"read|witnessed|reviewed|took part in|heard|(?:was|were) present at))"
    r"\b[^,.;“”]*",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\b(?:familiar|acquainted|conversant|privy|briefed|knowledge of|close to|with access to|"
    r"who (?:(?:have|has|had) )?(?:seen|saw|attended|read|witnessed|reviewed|took part))\b",
    re.IGNORECASE,
)
WRITTEN_FOR = frozenset("report article story piece column commentary editorial interview analysis".split())
OF_STATE = frozenset({"agency", "ministry", "authority", "force", "service", "court"})
NEWS = frozenset({"media", "news", "press", "newspaper", "magazine", "television", "tv", "agency"})
# Endings of nouns for persons that no table knows: "stevedore" is none, "lamplighter" is one.
TRADE = re.compile(r"(?:er|or|ist|ian|man|woman|ant|eer|ee|crat|nent|ndent|gent)s?$")
GUARDED_LEVELS = frozenset({"senior", "top", "high-ranking", "intelligence"})


def find_sourcing(resolved: Resolved, tokens: Sequence[Token], sentence: str) -> Sourcing:
    """The sourcing of a resolved speaker; `sentence` is where reasons for anonymity are looked for."""
    mention, member = resolved.mention, resolved.member
    if mention.printed is None:
        return Sourcing(SourcingKind.NONE)
    if member is None:
        return Sourcing(unresolved(tokens))
    kind = kind_of(member, mention.printed)
    if kind is SourcingKind.SPOKESPERSON:
        return Sourcing(kind, speaks_for=member.speaks_for, country=mention.country)
    if kind in {SourcingKind.UNNAMED, SourcingKind.COLLECTIVE, SourcingKind.TITLE} and member.kind is not Kind.BODY:
        return anonymous(kind, resolved, member, sentence)
    return Sourcing(kind, country=mention.country, outlet=mention.name if kind is SourcingKind.MEDIA else None)


def unresolved(tokens: Sequence[Token]) -> SourcingKind:
    """The class of a pronoun whose meaning was not found."""
    word = tokens[0].lower_ if tokens else ""
    if word in {"he", "she", "his", "her", "i", "who"}:
        return SourcingKind.NAMED
    return SourcingKind.COLLECTIVE if word in {"they", "their", "we", "you", "our"} else SourcingKind.NONE


def kind_of(member: Member, printed: str) -> SourcingKind:
    """The class of a member of the cast, by its name or by the noun that introduced it."""
    if member.is_mouthpiece:
        return SourcingKind.SPOKESPERSON
    if member.is_media:
        return SourcingKind.MEDIA
    if member.noun is None:
        return SourcingKind.COLLECTIVE if member.kind is Kind.PEOPLE else SourcingKind.NAMED
    known = load_nouns().get(member.noun)
    if known is None:
        return unknown_noun(member)
    match known.kind:
        case NounKind.PERSON:
            return person(member, known.manner, printed)
        case NounKind.PEOPLE:
            return SourcingKind.UNNAMED if INSIDE.search(printed) else SourcingKind.COLLECTIVE
        case NounKind.BODY:
            return body(member, known.manner)
        case NounKind.MEDIA:
            return SourcingKind.MEDIA
        case _:
            written = member.noun in WRITTEN_FOR and bool(member.words & NEWS)
            return SourcingKind.MEDIA if written else SourcingKind.DOCUMENT


def person(member: Member, manner: Manner, printed: str) -> SourcingKind:
    """The class of persons without a name: from inside knowledge unnamed, one by post or trade a title, else a camp."""
    counted = not member.plural or member.count is not None
    guarded = manner is Manner.GUARDED and (not counted or bool(member.words & GUARDED_LEVELS))
    if manner is Manner.INSIDER or guarded or INSIDE.search(printed):
        return SourcingKind.UNNAMED
    return SourcingKind.TITLE if counted else SourcingKind.COLLECTIVE


def body(member: Member, manner: Manner) -> SourcingKind:
    """The class of a body without a name: "the ministry" is the one meant, "a rights group" is described.

    Of several those of a state are meant by name ("American intelligence agencies"); regulators speak unnamed.
    """
    if member.plural and manner is Manner.GUARDED:
        return SourcingKind.UNNAMED
    if member.plural:
        return SourcingKind.NAMED if member.country and member.noun in OF_STATE else SourcingKind.COLLECTIVE
    return SourcingKind.NAMED if member.definite or member.count is None else SourcingKind.TITLE


def unknown_noun(member: Member) -> SourcingKind:
    """The class of a noun that no table knows: a trade by its ending, else something written or shown."""
    noun = member.noun or ""
    if member.is_people or member.kind is Kind.PERSON or TRADE.search(noun):
        return SourcingKind.COLLECTIVE if member.plural and member.count is None else SourcingKind.TITLE
    return SourcingKind.COLLECTIVE if member.plural else SourcingKind.DOCUMENT


def anonymous(kind: SourcingKind, resolved: Resolved, member: Member, sentence: str) -> Sourcing:
    """What the report says of a speaker it does not name."""
    printed = resolved.mention.printed or ""
    level = LEVELS.search(printed) or LEVELS.search(member.name)
    reason = REASON.search(printed) or REASON.search(sentence)
    proximity = PROXIMITY.search(printed) or PROXIMITY.search(sentence)
    return Sourcing(
        SourcingKind.UNNAMED if reason else kind,
        count=member.count,
        level=level.group().lower() if level else None,
        country=resolved.mention.country,
        reason=reason.group().strip() if reason else None,
        proximity=proximity.group().strip() if proximity else None,
    )


def passage(text: str, span: Span) -> Passage:
    """A span with its words."""
    return Passage(span.start, span.end, text[span.start : span.end])
