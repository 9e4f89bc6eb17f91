"""Silences that a report tells: somebody who might be expected to speak has not, or has broken a silence at last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import Cite, Force, Name, Reason, Report, Silence, SilenceKind, Span, Statement, When
from foreigndesk.reading.statements.grammar import phrase, span_of, subject_of, tokens_in

ADVERB = r"(?:\s+(?:so far|as yet|yet|still|\w+ly))*"
NOT = rf"(?:(?:has|have|had|did|does|do|is|was|were|are|would)\s+(?:not|never)|\w+n['’]t){ADVERB}"
OWN = r"(?:its|their|his|her|the|a|\w+['’]s)"
ASKING = r"(?:comments?|questions?|quer(?:y|ies)|requests?|calls?|messages?|e-?mails?|letters?|inquir(?:y|ies))"

# What its subject does, in any of the forms in which papers tell a silence. The first group is the verb.
TOLD_OF = re.compile(
    rf"""
    \b(?P<verb>declin\w+|refus\w+|chose\s+not){ADVERB}\s+(?:to\s+(?:immediately\s+|publicly\s+)?
        (?:comment|discuss|say\s+(?:whether|if|anything|where|why|who)|answer|respond|speak|confirm|react|talk
        |take\s+(?:any\s+)?questions|be\s+(?:drawn|interviewed)
        |acknowledge|address)|(?:any\s+)?comment)\b
  | \b{NOT}\s+(?P<verb2>comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|answer(?:ed|ing)?|react(?:ed)?
        |weigh(?:ed)?\s+in|spoken|speak|utter(?:ed)?|address(?:ed)?
        |acknowledged?|mention(?:ed)?|discuss(?:ed)?|return(?:ed|ing)?\s+(?:\w+\s+){{0,2}}?{ASKING}|tak(?:e|en
        |ing)\s+(?:\w+\s+)?(?:{ASKING}|position)|pronounced?|be\s+drawn
        |(?:issue[d]?|made?|offer(?:ed)?|put\s+out|releas(?:e|ed)|g[ia]ven?)\s+(?:an?
        |any)(?:\s+\w+)?\s+(?:statement|comment|response|reaction|reply|explanation|account)
        |been\s+heard(?:\s+(?:of|from))?|sa(?:id|y)\s+(?:anything|a\s+word|a\s+thing|whether|if|where|why
        |who\b)|appeared\s+in\s+public|confirmed\s+or\s+denied|confirm\s+or\s+deny)
  | \b(?:has|have|had|is|are)\s+(?:still\s+)?(?P<verb3>yet)\s+to\s+(?:\w+ly\s+)?(?:say|comment|respond|reply
        |answer|react|speak|acknowledge|confirm|address|issue|make|weigh|explain|mention|offer
        |announce\s+(?:whether|who)|break)
  | \b(?:neither|would\s+not|could\s+not|will\s+not)\s+(?P<verb4>confirm(?:ed|s|ing)?|deny|denied)\s+(?:nor
        |or)\s+den\w+
  | \b(?P<verb5>said|says|saying|uttered|told\s+\w+)\s+nothing\b
  | \b(?P<verb6>made|makes?|offer(?:ed|s)?|gave|given?|gives|issued?|had|has|took|takes|taken|published
        |put\s+out|carried)\s+no(?:t\s+(?:one|a\s+single|a))?(?:\s+(?:immediate|official|public|further|formal
        |other))*\s+
        (?:mention|comment|statement|reaction|response|reply|answer|position|word|sign\s+of|line|view|stand)\b
  | \b(?P<verb7>kept|keeps?|keeping|stayed|stays?|staying|remain(?:ed|s|ing)?|been|was|were|is|are|went|gone
        |f[ea]ll(?:en)?|lapsed|sat)\s+(?:\w+ly\s+|\w+\s+)?
        (?:silent|quiet|mum|tight-lipped|mute|dark|dumb|close-mouthed)\b
  | \b(?P<verb8>maintain(?:ed|s)?|kept|keeps?|preserv(?:ed|es)|held|h[oe]lds?)\s+{OWN}\s+(?:\w+\s+)?(?:silence
        |tongue|peace|counsel|lips\s+sealed)\b
  | \b(?P<end>(?P<verb9>broke|breaks|broken|breaking|ended|ends)\s+(?:{OWN}|two|three|four|five|six|seven|eight
        |nine|ten|\w+teen|days|weeks|months)(?:[\s-]+\w+){{0,4}}?\s+silence)\b
  | \b(?P<verb10>passed|passes|skipped|brushed)\s+over\b(?=.*\bwithout\s+(?:a|one)\s+(?:word|line|syllable)\b)
  | \b(?P<end2>(?P<verb11>waited|waits)\s+(?:until\s+)?.{{3,40}}?\s+(?:to\s+(?:speak|comment|respond|react|say
        |acknowledge|confirm)|before\s+\w+ing))\b
  | \b(?P<end3>(?P<verb12>took)\s+(?:almost|nearly|more\s+than|over|about)?\s*(?:an?|two|three|four|five|six
        |seven|eight|nine|ten|\d+|\w+teen)\s+(?:hours?|days?|weeks?|months?)\s+to\s+(?:speak|comment|respond
        |react|acknowledge|confirm|say))\b
  | \b(?P<verb13>dodg\w+|duck\w+|sidestepp\w+|evad\w+|ignored|brushed\s+off)\s+(?:\w+\s+){{0,3}}?{ASKING}\b
  | \b(?P<verb14>could|can)\s*not(?:\s+\w+ly)?\s+be\s+reached\b
  | \b(?:neither|none|no\s+one|nobody|not\s+one)\b[^.;]{2, 80}?\s(?:(?:has|have|had|would
        |did)\s+)?(?P<verb15>comment(?:ed)?|respond(?:ed)?|replied|reply|answered|answer|react(?:ed)?|spoken
        |spoke|weighed\s+in)\b
  | \b(?P<verb16>refrain(?:ed|s)?|abstain(?:ed|s)?|shied\s+away|shies\s+away|held\s+back|holding\s+back
        |stopped\s+short)\s+(?:from|of|with)\s+(?:any\s+)?(?:public\s+)?(?:comment\w*|speaking|reacting
        |responding|mention\w*|taking\s+(?:a\s+)?(?:position|sides))
  | \b(?P<verb17>steer(?:ed|s)?\s+clear\s+of|avoid(?:ed|s|ing)?\s+(?:any\s+|all\s+)?(?:mention|comment\w*
        |mentioning|the\s+(?:subject|topic|matter|word)))\b
  | \b(?P<verb18>was|were|is|are)\s+(?:not\s+(?:\w+ly\s+)?available|unavailable|unreachable|tight-lipped
        |nowhere\s+to\s+be\s+heard|giving\s+nothing\s+away)\b
  | \b(?P<verb19>has|have|had)\s+(?:absolutely\s+)?nothing\s+to\s+say\b
  | \b(?P<verb20>let|allowed|left|met|greeted|passed|received
        |watched)\s+[^.;]{2, 60}?\s(?:without\s+(?:a\s+word|comment|a\s+statement)|with\s+silence|in\s+silence
        |unanswered|uncommented)\b
  | \b(?P<verb21>stonewall(?:ed|s|ing)?|clammed\s+up|demurred|withheld\s+(?:any\s+)?comment|reserved\s+(?:its
        |his|her|their)\s+(?:judge?ment|position))\b
  | \b(?P<end4>(?P<verb22>spoke|commented|acknowledged|confirmed|admitted|responded|reacted
        |addressed)\b[^.;]{0, 60}?\bfor\s+the\s+first\s+time)\b
  | \b(?P<end5>(?:finally|at\s+last|at\s+length)\s+(?P<verb23>spoke|commented|acknowledged|confirmed|admitted
        |responded|reacted|addressed|answered|broke))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Where nobody is the subject: who is silent stands behind "from", "in", "to", "with", "before".
NOUNS = re.compile(
    rf"""
    \b(?:not\s+(?:a|one|a\s+single)|no|without\s+(?:a|any))(?:\s+(?:immediate|official|public|further|formal
        |single|direct|such))*\s+
        (?:word|comment|statement|reaction|response|reply|answer|mention|line|syllable|acknowledg\w+)
        (?:\s+(?:had|has|was|were|been|came|come|to\s+be|heard|found|available|seen|read|spoken|made|on|about
        |of)\b)*[^.;]{{0,60}}?
        \b(?P<from>from|in|by|out\s+of)\s+(?=\S)
  | \bnothing\s+(?:(?:has|had|was|been|is|more)\s+){{0,3}}(?:heard|said|come|came)\s+(?P<from2>from|by|out\s+of
        |in)\s
  | \b(?:{ASKING})\b[^.;]{{0,40}}?\s(?P<from3>to|with|at|for)\s+(?!comment)(?=.*\b(?:unanswered|unreturned
        |no\s+(?:answer|reply|response)|(?:not|n['’]t)\s+(?:\w+\s+){{0,2}}?(?:answered|returned)))
  | \b(?:the|complete|total|deafening|studied|stony|official|loud|utter|only|a|an)\s+silence\s+(?P<from4>from
        |of|in)\s
  | \b(?:absent|missing)\s+from\s+[^.;]{{0,60}}?\b(?P<from5>was|were|is)\s
  | \bquestions?\b[^.;]{{0,60}}?\s(?P<from6>to)\s+[^.;]{{0,40}}?,\s+(?:which|who)\s+(?=(?:was|were|did|had
        |is)\s+not\s+(?:tak|answer|repl|respond))
  | \b(?P<end>(?:it\s+was|it\s+took)\s+[^.;]{{3,25}}?\s(?P<from7>before|until
        |for)\s+(?=[^.;]{{2,60}}?\s(?:spoke|said|commented|reacted|responded|acknowledged|to\s+(?:speak|say
        |comment))))
  | (?P<end2>\b(?:its|their|his|her|the\s+(?P<who>\w+)['’]s)\s+first\s+(?:public\s+|official\s+)?(?:statement
        |comment|words?|reaction|remarks)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Nobody expects these to speak, or they are silent in another sense.
UNSPEAKING = frozenset(
    "gun radio street siren front phone telephone line city town village engine square artillery border airport bell "
    "crowd reporter journalist reader audience resident villager spectator fan mourner protester camera drone weapon "
    "battery tank cannon night day morning sea port harbour road market frontier area sector valley alarm speaker "
    "loudspeaker country prisoner report transponder "
    "beacon sensor transmitter channel device text treaty article law clause resolution "
    "neighbourhood camp station document map screen plane jet ship tanker vessel aircraft test reactor it that this "
    "something anything somebody nobody hall room chamber shop "
    "stadium church monitor turbine factory mine pipeline river situation talk negotiation".split()
)
WANTED = frozenset(
    "demand urge ask order tell want promise agree vow pledge fear hope wish expect advise warn beg force require "
    "persuade instruct plan intend threaten decide prefer allow need request bribe pay offer swear".split()
)
UNREAL = frozenset({"will", "must", "should", "may", "might", "could", "shall", "can", "'ll", "’ll", "if", "unless"})
PRONOUNS = frozenset({"it", "they", "he", "she", "which", "who", "that", "we", "i"})
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "of", "to"})
ASKED = re.compile(
    r"\b(?:comment|question|request|call|message|quer|silence|tongue|position|word|day|week|month|hour)", re.IGNORECASE
)
ASKS = frozenset("whether where when who whom why how if what".split())
OBJECTS = frozenset("discuss acknowledge address mention confirm deny utter ignore answer say pass explain".split())
SAYING = re.compile(r"(?:has\s+)?(?:said|says?|told|confirm|add|announc|insist|wrote|admit|spoke)", re.IGNORECASE)
AFTER_ALL = re.compile(r"\b(?:but|and)\s+(?:\w+\s+){0,2}?(?:said|told|confirmed|spoke|insisted|added|wrote)\b")
# "did not respond to the attack with missiles": an answer in deeds
DEEDS = re.compile(
    r"\brespon\w+\s+(?:militarily|in\s+kind|with\s+(?:force|missiles?|strikes?|fire|arms|sanctions))"
    r"|\bto\s+the\s+(?:attack|raid|strike)\s+with\b",
    re.IGNORECASE,
)
LONG = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
LASTING = re.compile(r"\b(?:for|after)\s+(?:the\s+(?:past|last)\s+)?(an?|\w+)\s+(day|week|month)s?\b", re.IGNORECASE)
DAYS = {"day": 1, "week": 7, "month": 30}


@dataclass(frozen=True, slots=True)
class Found:
    """A silence in a sentence: who is silent, the words that tell it, and whether it has ended."""

    who: Token
    words: Span
    ended: bool


def find_silences(
    doc: Doc,
    report: Report,
    names: Sequence[Name],
    statements: Sequence[Statement],
    whens: Sequence[When],
    actors: Actors,
) -> tuple[Silence, ...]:
    """The silences that a report tells of, in order, each actor's and subject's once; those that ended bear a day.

    `since` is told by the report or is its own day; `until` is the day of the report for a
    silence that it says is over.
    """
    kept: dict[tuple[str, str], Silence] = {}
    for sentence in doc.sents:
        for found in silences_in(sentence):
            who = named(found.who)
            span = phrase_of(who)
            if not found.ended and speaks_after_all(sentence, found, span, statements):
                continue
            silence = made(found, span, sentence, report, names, whens, actors)
            kept.setdefault((silence.name, silence.about), silence)
    return tuple(kept.values())


def phrase_of(who: Token) -> Span:
    """The phrase that names somebody, without what stands behind a comma."""
    span = phrase(who) or Span(who.idx, who.idx + len(who))
    words = who.doc.text[span.start : span.end]
    cut = words.find(",", who.idx + len(who) - span.start)
    return span if cut < 0 else Span(span.start, span.start + cut)


def silences_in(sentence: Words) -> Iterator[Found]:
    """The silences of one sentence, that of a subject before those behind a preposition."""
    text, base = sentence.text, sentence.start_char
    if text.rstrip("\"”’' \n").endswith("?"):
        return
    for match in TOLD_OF.finditer(text):
        verb = verb_at(sentence, match)
        subject = silent_one(verb, sentence.start_char + match.start()) if verb is not None else None
        if verb is None or subject is None or not really(verb, subject):
            continue
        ended = any(match.groupdict()[group] for group in ("end", "end2", "end3", "end4", "end5"))
        yield Found(subject, Span(base + match.start(), base + match.end()), ended)
    for match in NOUNS.finditer(text):
        noun = behind(sentence, match)
        if noun is not None and expected(named(noun)):
            ended = any(match.groupdict()[group] for group in ("end", "end2"))
            yield Found(noun, Span(base + match.start(), base + match.end()), ended)


def silent_one(verb: Token, start: int) -> Token | None:
    """The subject of a verb; where the parse has none, the last noun before the words that tell the silence."""
    subject = subject_of(verb)
    dash = verb.doc.text.rfind("—", verb.sent.start_char, start)
    if subject is not None and subject.idx < start and not (subject.idx < dash and verb.sent[0].is_upper):
        return subject
    before = [t for t in verb.sent if t.idx < start and t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ != "compound"]
    last = before[-1] if before else None
    return None if last is None or last.ent_type_ in {"DATE", "TIME"} else last


def verb_at(sentence: Words, match: re.Match[str]) -> Token | None:
    """The verb that a match begins with; of "has yet to say", "been silent" the word its subject hangs on."""
    place = next((match.start(g) for g, words in match.groupdict().items() if words and g.startswith("verb")), None)
    if place is None:
        return None
    tokens = tokens_in(sentence.doc, Span(sentence.start_char + place, sentence.start_char + place + 1))
    word = tokens[0] if tokens else None
    while word is not None and word.pos_ not in {"VERB", "AUX"} and word.head != word:
        word = word.head
    while word is not None and word.dep_ in {"aux", "auxpass"} and word.head != word:
        word = word.head
    return word


def behind(sentence: Words, match: re.Match[str]) -> Token | None:
    """The noun behind the preposition that a match ends with, or the owner of a first statement."""
    groups = match.groupdict()
    end = next((match.end(g) for g, words in groups.items() if words and g.startswith("from")), None)
    if end is None:
        place = match.start("end2")
        end = place if groups["who"] is None else match.start("who")
    rest = [t for t in sentence if t.idx >= sentence.start_char + end and not t.is_space]
    for token in rest[:12]:
        if token.dep_ in {"amod", "compound"} and token.head.i > token.i:
            continue
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            return (
                token.head
                if token.dep_ in {"poss", "nmod"} and token.head.i > token.i and groups["end2"] is None
                else token
            )
    return None


def really(verb: Token, subject: Token) -> bool:
    """Whether a silence is told as a fact about somebody who could speak: not asked for, promised, feared or denied."""
    if not expected(named(subject)):
        return False
    chain, word = [verb], verb
    while word.head != word and word.dep_ in {"xcomp", "ccomp", "conj", "advcl"} and len(chain) < 4:
        if word.dep_ in {"xcomp", "ccomp"} and word.head.lemma_.lower() in WANTED:
            return False
        word = word.head
        chain.append(word)
    near = {child.lower_ for child in verb.children if child.dep_ in {"aux", "mark"}}
    if (
        near & UNREAL
        and "not" not in {child.lower_ for child in verb.children}
        and "cannot" not in verb.sent.text.lower()
    ):
        return False
    silent = any(child.dep_ == "acomp" and child.lower_ in {"silent", "quiet", "mum"} for child in verb.children)
    if DEEDS.search(verb.sent.text) or verb.head.lemma_ == "deny":
        return False
    return not (silent and any(child.dep_ == "neg" for child in verb.children))


def expected(who: Token) -> bool:
    """Whether anybody would expect words from it."""
    return who.lemma_.lower() not in UNSPEAKING and who.ent_type_ not in {"DATE", "TIME", "CARDINAL", "EVENT"}


def named(who: Token) -> Token:
    """Who is meant by a pronoun: the last subject before it that is a noun, in its sentence or the one before."""
    if who.lower_ not in PRONOUNS | {"its", "their", "his", "her"}:
        return who
    if who.dep_ == "nsubj" and who.head.dep_ == "relcl":
        return who.head.head
    sentence = who.sent
    first = sentence.start if sentence.start == 0 else who.doc[sentence.start - 1].sent.start
    before = [
        token
        for token in who.doc[first : who.i]
        if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"} and token.lemma_ not in UNSPEAKING
    ]
    return before[-1] if before else who


def speaks_after_all(sentence: Words, found: Found, who: Span, statements: Sequence[Statement]) -> bool:
    """Whether the same speaker says something in the same sentence, so that no more than a detail is withheld."""
    for one in statements:
        speaker, cue = one.speaker, one.cue
        if one.force is Force.DECLINE or speaker.start is None or speaker.end is None or cue is None or not one.content:
            continue
        if (
            not SAYING.match(cue.text)
            or found.words.touches(Span(cue.start, cue.end))
            or not sentence.start_char <= cue.start < sentence.end_char
        ):
            continue
        same = Span(speaker.start, speaker.end).touches(who)
        if same or (cue.start > found.words.end and speaker.printed in PRONOUNS):
            return True
    return bool(AFTER_ALL.search(sentence.text, max(found.words.end - sentence.start_char, 0)))


def made(
    found: Found,
    who: Span,
    sentence: Words,
    report: Report,
    names: Sequence[Name],
    whens: Sequence[When],
    actors: Actors,
) -> Silence:
    """A silence that was found, with its actor, subject and bounds."""
    name = report.text[who.start : who.end]
    actor = actor_in(who, names, actors) or same_words(name, who, names)
    told = report.text[found.words.start : found.words.end]
    what = "has broken a silence" if found.ended else "is reported silent"
    return Silence(
        kind=SilenceKind.REPORTED,
        actor=actor,
        name=name,
        about=about(sentence, found, who),
        since=since(sentence, report, whens),
        until=report.published_day.isoformat() if found.ended and report.published_day else None,
        coverage="as this report tells it",
        cites=(Cite(report.id, min(who.start, found.words.start), max(who.end, found.words.end)),)
        if sentence.start_char <= who.start
        else (Cite(report.id, found.words.start, found.words.end),),
        reasons=(Reason("broken" if found.ended else "reported", f"{name} {what}: “{told}”."),),
    )


def actor_in(who: Span, names: Sequence[Name], actors: Actors) -> str | None:
    """The known actor that a phrase names: the last of its names that is no state, else a state in it."""
    inside = [name.actor for name in names if name.actor and who.start <= name.start and name.end <= who.end]
    bodies = [actor for actor in inside if (known := actors.get(actor)) is not None and known.kind != "state"]
    return bodies[-1] if bodies else (inside[-1] if inside else None)


def same_words(name: str, who: Span, names: Sequence[Name]) -> str | None:
    """The actor of "the defence ministry": the last named before it that ends with the same two words or more."""
    words = name.lower().split()
    if len(words) > 2 and words[0] == "the":
        tail = " ".join(words[1:])
        for one in reversed(names):
            if one.actor and one.end <= who.start and one.printed.lower().endswith(tail):
                return one.actor
    return None


def about(sentence: Words, found: Found, who: Span) -> str:
    """The words for the matter: behind "on", "about", "over", a clause, or what is not discussed; "" if not told."""
    tokens = [t for t in sentence if not who.start <= t.idx < who.end]
    behind_it = [t for t in tokens if t.idx >= found.words.start]
    for token in [*behind_it, *tokens]:
        if (token.dep_ == "prep" and token.lower_ in ABOUT) or token.lower_ in {"about", "on", "over"}:
            nouns = [c for c in token.children if c.dep_ in {"pobj", "pcomp"}]
            if nouns and nouns[0].ent_type_ not in {"DATE", "TIME"} and not ASKED.match(nouns[0].text):
                span = span_of(nouns[0].subtree)
                if span is not None and not who.touches(span):
                    return sentence.doc.text[span.start : span.end]
        if (
            token.idx >= found.words.start
            and token.lower_ in ASKS
            and token.dep_ in {"mark", "advmod", "nsubj", "dobj"}
        ):
            span = span_of(t for t in token.head.subtree if t.i >= token.i)
            if span is not None:
                return sentence.doc.text[span.start : span.end]
        if token.idx >= found.words.start and token.lemma_.lower() in OBJECTS:
            objects = [
                c for c in token.children if c.dep_ == "dobj" and not ASKED.match(c.text) and c.lower_ != "nothing"
            ]
            span = span_of(objects[0].subtree) if objects else None
            if span is not None:
                return sentence.doc.text[span.start : span.end]
    return ""


def since(sentence: Words, report: Report, whens: Sequence[When]) -> str | None:
    """The first day of a silence: "since the raid on Monday", "for nine days"; else the day of the report."""
    day = report.published_day
    for when in whens:
        if not sentence.start_char <= when.start < sentence.end_char or when.earliest is None:
            continue
        if re.search(r"\bsince\b[^,;.]{0,60}$", report.text[sentence.start_char : when.start], re.IGNORECASE):
            return when.earliest
    lasting = LASTING.search(sentence.text)
    if day is not None and lasting:
        word = lasting.group(1).lower()
        many = int(word) if word.isdigit() else 1 if word in {"a", "an"} else LONG.get(word)
        if many:
            return (day - dt.timedelta(many * DAYS[lasting.group(2).lower()])).isoformat()
    return day.isoformat() if day else None
