"""How a speaker is described -> its sourcing class, with what the report says of an unnamed one.

The classes follow the handbooks of Reuters and AP on named and unnamed speakers; see docs/glossary.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.model import Mention, Passage, Sourcing, SourcingKind, Span
from foreigndesk.reading.statements.speakers import QUANTIFIERS, Resolved, head_of

SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})
OFFICIALS = frozenset(
    "official officer source diplomat aide adviser advisor insider person people individual staffer executive envoy "
    "negotiator lawmaker operative strategist ally associate".split()
)
DOCUMENTS = frozenset(
    "report document statement data datum poll survey memo letter study filing transcript tweet post law record image "
    "photo photograph video footage figure statistic assessment complaint lawsuit indictment ruling affidavit email "
    "e-mail analysis book bill treaty agreement communique resolution estimate file paper papers website article "
    "editorial column headline ad advertisement results finding research map audit review evidence".split()
)
MEDIA = frozenset("newspaper media press outlet agency broadcaster network magazine daily channel tabloid blog".split())
LEVELS = re.compile(r"\b(senior|top|high-ranking|high-level|mid-level|junior|former|retired|current)\b", re.IGNORECASE)
COUNTS = {"a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
ORDINALS = frozenset({"first", "second", "third", "fourth", "other", "primary"})
REASON = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|on background|anonymously|(?:asked|requested|declined|wished|insisted|"
    r"preferred|spoke|granted|demanded|sought)\b[^.;“”]{0,40}?\b(?:not (?:to )?be (?:named|identified)|anonym\w+)|"
    r"not authori[sz]ed to)[^.;,“”]*",
    re.IGNORECASE,
)
PROXIMITY = re.compile(
    r"\b(?:(?:familiar|acquainted) with|briefed on|with (?:direct |first-hand |firsthand )?knowledge of|"
    r"close to|involved in|who (?:saw|attended|read|witnessed|reviewed|took part in|was present at))\b[^,.;“”]*",
    re.IGNORECASE,
)


def find_sourcing(resolved: Resolved, tokens: Sequence[Token], sentence: str) -> Sourcing:
    """The sourcing of a resolved speaker; `sentence` is where reasons for anonymity are looked for."""
    mention = resolved.mention
    head = head_of(list(tokens))
    if head is None or mention.printed is None:
        return Sourcing(SourcingKind.NONE)
    if head.pos_ == "PRON" and resolved.member is not None:
        return inherited(resolved)
    words = {token.lemma_.lower() for token in tokens}
    described = words | (resolved.member.words if resolved.member is not None else set())
    if described & SPOKESPEOPLE:
        return Sourcing(SourcingKind.SPOKESPERSON, speaks_for=speaks_for(tokens), country=mention.country)
    lemma = head.lemma_.lower()
    kind = kind_by_head(resolved, head, lemma)
    if kind in {SourcingKind.UNNAMED, SourcingKind.COLLECTIVE, SourcingKind.TITLE}:
        return anonymous(kind, mention, tokens, sentence)
    outlet = mention.name if kind is SourcingKind.MEDIA else None
    return Sourcing(kind, country=mention.country, outlet=outlet)


def kind_by_head(resolved: Resolved, head: Token, lemma: str) -> SourcingKind:
    """The class that the head of the speaker's phrase decides."""
    member = resolved.member
    if member is not None and member.kind in {"person", "body", "state"}:
        return SourcingKind.MEDIA if member.is_media else SourcingKind.NAMED
    if lemma in DOCUMENTS:
        return SourcingKind.DOCUMENT
    if lemma in MEDIA:
        return SourcingKind.MEDIA
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in QUANTIFIERS
    if lemma in OFFICIALS:
        former = any(child.lower_ == "former" for child in head.children)
        return SourcingKind.TITLE if former and not plural else SourcingKind.UNNAMED
    if plural:
        return SourcingKind.COLLECTIVE
    if head.pos_ == "PROPN":
        return SourcingKind.NAMED
    return SourcingKind.TITLE if head.pos_ == "NOUN" else SourcingKind.NONE


def inherited(resolved: Resolved) -> Sourcing:
    """A pronoun has the sourcing of whom it means."""
    member = resolved.member
    assert member is not None
    if member.words & SPOKESPEOPLE:
        return Sourcing(SourcingKind.SPOKESPERSON, country=member.country)
    if member.kind == "unnamed":
        kind = SourcingKind.UNNAMED if member.words & OFFICIALS else SourcingKind.COLLECTIVE
        return Sourcing(kind, country=member.country)
    return Sourcing(SourcingKind.MEDIA if member.is_media else SourcingKind.NAMED, country=member.country)


def speaks_for(tokens: Sequence[Token]) -> str | None:
    """The body a spokesperson speaks for: 'for X', or the words before 'spokesman'."""
    for token in tokens:
        if token.lemma_.lower() in SPOKESPEOPLE:
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ in {"for", "of"}:
                    return "".join(t.text_with_ws for t in list(child.subtree)[1:]).strip(" ,")
            before = [t for c in token.children if c.dep_ in {"compound", "poss", "amod", "nmod"} for t in c.subtree]
            if before:
                return "".join(t.text_with_ws for t in before).strip().removesuffix("’s").removesuffix("'s").strip()
    return None


def anonymous(kind: SourcingKind, mention: Mention, tokens: Sequence[Token], sentence: str) -> Sourcing:
    """What the report says of a speaker it does not name."""
    printed = mention.printed or ""
    first = tokens[0].lower_
    counted = COUNTS.get(first) or (1 if {t.lower_ for t in tokens} & ORDINALS and tokens[-1].tag_ != "NNS" else None)
    number = next((COUNTS[t.lower_] for t in tokens if t.pos_ == "NUM" and t.lower_ in COUNTS), None)
    level = LEVELS.search(printed)
    reason = REASON.search(sentence)
    proximity = PROXIMITY.search(printed) or PROXIMITY.search(sentence)
    return Sourcing(
        SourcingKind.UNNAMED if reason else kind,
        count=number or counted,
        level=level.group().lower() if level else None,
        country=mention.country,
        reason=reason.group().strip() if reason else None,
        proximity=proximity.group().strip() if proximity else None,
    )


def passage(text: str, span: Span) -> Passage:
    """A span with its words."""
    return Passage(span.start, span.end, text[span.start : span.end])
