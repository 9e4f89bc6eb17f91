"""What a subject did instead of speaking: kept quiet, dodged questions, avoided comment, could not be reached."""

from __future__ import annotations

import re

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.reading.silences.denial import is_negated, is_nothing
from foreigndesk.reading.silences.speech import (
    LEX,
    PRESS,
    Found,
    behind,
    children,
    deed_of,
    has_any,
    lemma,
    speaks,
    subject,
    table,
)


def silent(token: Token) -> Found | None:
    """'has remained silent', 'kept mum', 'is tight-lipped', 'fell quiet', 'went dark'."""
    holder = token.head
    if lemma(token) in {"lipped", "mouthed"} and "-" not in token.doc[max(token.i - 1, 0)].text:
        return None
    if lemma(holder) not in LEX["stay"] or token.i < holder.i or is_negated(holder) or is_negated(token):
        return None
    if lemma(token) == "dark" and lemma(holder) != "go":
        return None
    if lemma(holder) in {"keep", "hold"} and any(c.pos_ in {"NOUN", "PROPN"} for c in children(holder, "dobj")):
        return None  # "the law keeps the press silent"
    if behind(token, "for") is not None and lemma(behind(token, "for") or token) in MOMENTS:
        return None
    who = subject(holder)
    topic = behind(token, "on", "about", "over") or behind(holder, "on", "about", "over")
    loose = lemma(token) in WORDLESS and (topic is None or topic.ent_type_ in {"DATE", "TIME"})
    return Found(who, "silent", holder, (token,), loose=loose) if who is not None else None


MOMENTS = frozenset({"moment", "second", "minute", "instant"})
WORDLESS = frozenset("silent quiet dark mute dumb unheard".split())  # said also of guns and streets


def silent_in_headline(token: Token) -> Found | None:
    """'X silent on Y', without a verb."""
    ahead, topic = token.doc[token.sent.start : token.i], behind(token, "on", "about", "over")
    if not ahead or topic is None or any(t.pos_ in {"VERB", "AUX"} for t in ahead):
        return None
    who = ahead[-1]
    return Found(who, "silent", token, (token,), topic=topic, loose=True) if who.pos_ in {"NOUN", "PROPN"} else None


def silent_beside(token: Token) -> Found | None:
    """'With X silent, it fell to Y'."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    held = before is not None and before.dep_ == "pobj" and before.head.lower_ == "with"
    return Found(before, "silent", token, (token,), loose=True) if held and before is not None else None


def held(token: Token) -> Found | None:
    """'kept its counsel', 'maintained its silence', 'bit his tongue'."""
    noun = next((c for c in children(token, "dobj") if lemma(c) in LEX["silence"]), None)
    who = subject(token)
    if noun is None or who is None or is_negated(token) or who.dep_ == "nsubjpass":
        return None
    own = any(c.dep_ == "poss" for c in noun.children)
    named = any(c.dep_ in {"amod", "det", "compound"} for c in noun.children) or lemma(token) in {"keep", "maintain"}
    if lemma(noun) in {"peace", "counsel", "tongue"} and not own:
        return None
    minute = behind(noun, "for") is not None and lemma(token) in {"observe", "hold", "keep"} and not own
    radio = any(c.lower_ == "radio" for c in noun.lefts)
    loose = lemma(noun) in {"silence", "quiet"}
    return Found(who, "silent", token, (noun,), loose=loose) if (own or named) and not minute and not radio else None


def veiled(token: Token) -> Found | None:
    """'has drawn a veil over the affair'."""
    veil = next((c for c in children(token, "dobj") if lemma(c) in {"veil", "curtain"}), None)
    who = subject(token)
    over = (behind(veil, "over") or behind(token, "over", "on")) if veil is not None else None
    return Found(who, "silent", token, (veil,), topic=over) if veil is not None and over and who is not None else None


def dodged(token: Token) -> Found | None:
    """'dodged questions', 'brushed aside those on the hostages', 'ignored three letters', 'skirted the issue'."""
    noun = next((c for c in children(token, "dobj") if c.i > token.i), None)
    who = subject(token)
    if noun is None and token.dep_ == "amod" and token.tag_ in {"VBD", "VBN", "JJ"}:  # "The general dodged questions"
        noun, who = token.head, token.nbor(-1) if token.i > token.sent.start else None
        who = who if who is not None and (who.pos_ in {"NOUN", "PROPN"} or who.dep_ == "amod") else None
    if noun is None or who is None or who.dep_ == "nsubjpass" or is_negated(token):
        return None
    wanted = LEX["asking"] | (LEX["matter"] if lemma(token) not in {"ignore", "disregard", "spurn"} else frozenset())
    pointing = noun.lower_ in {"those", "one", "ones"} and any(lemma(t) in LEX["asking"] for t in token.sent)
    if lemma(noun) not in wanted and not pointing:
        return None
    return Found(who, "dodged", token, (noun, *children(token, "advcl")))


def referred(token: Token) -> Found | None:
    """'referred questions to the ministry', 'steered reporters back to the harvest'."""
    who, to = subject(token), behind(token, "to", "back")
    asked = next((c for c in children(token, "dobj") if lemma(c) in LEX["asking"] | PRESS), None)
    if who is None or asked is None or to is None or is_negated(token) or who.dep_ == "nsubjpass":
        return None
    return Found(who, "dodged", token, (asked,))


def changed_subject(token: Token) -> Found | None:
    """'changed the subject'."""
    who, noun = subject(token), next(children(token, "dobj"), None)
    if who is None or noun is None or lemma(noun) not in {"subject", "topic"} or is_negated(token):
        return None
    return Found(who, "dodged", token, (noun,))


def in_set_words(token: Token) -> Found | None:
    """'kept its head down', 'looked the other way', 'went to ground'."""
    who = subject(token)
    if token.pos_ != "VERB" or who is None or is_negated(token) or who.dep_ == "nsubjpass":
        return None
    rest = " ".join(t.lower_ for t in token.sent if token.i < t.i <= token.i + 5)
    said = SET_WORDS.get(lemma(token))
    return Found(who, "silent", token, (token,), loose=True) if said is not None and said.match(rest) else None


SET_WORDS = {
    "keep": re.compile(
        r"(?:its|his|her|their) (?:heads?|mouths?) (?:down|shut|closed)\b|(?:everyone|us|them) guessing\b"
    ),
    "look": re.compile(r"the other way\b"),
    "go": re.compile(r"to ground\b"),
    "play": re.compile(r"(?:dumb|deaf)\b|for time\b"),
    "take": re.compile(r"the fifth\b|refuge in\b"),
    "sit": re.compile(r"on the fence\b"),
    "hold": re.compile(r"(?:its|his|her|their) fire\b"),
    "turn": re.compile(r"a deaf ear\b"),
}


def demurred(token: Token) -> Found | None:
    """'clammed up', 'stonewalled', 'hung up when asked'."""
    who = subject(token)
    if token.pos_ != "VERB" or who is None or is_negated(token):
        return None
    if lemma(token) == "hang" and not any(lemma(c) in {"ask", "call"} for c in children(token, "advcl")):
        return None
    return Found(who, "dodged", token, (token,), loose=True)


def avoided(token: Token) -> Found | None:
    """'avoided commenting', 'refrained from comment', 'held off from reacting', 'stopped short of mentioning'."""
    who = subject(token)
    if token.pos_ != "VERB" or who is None or is_negated(token) or who.dep_ == "nsubjpass":
        return None
    if any(c.pos_ in {"NOUN", "PROPN"} and lemma(c) not in LEX["telling"] for c in children(token, "dobj")):
        return None  # "has stopped the council from responding"
    tokens = [t for t in token.subtree if token.i < t.i <= token.i + 6]
    deed = next((t for t in tokens if t.tag_ == "VBG" and speaks(t, refused=True)), None)
    noun = next((t for t in tokens if lemma(t) in {"comment", "mention"} and t.pos_ == "NOUN" and has_any(t)), None)
    told = deed or noun
    if told is None or (
        lemma(token) in {"hold", "stop", "shy"} and not {t.lower_ for t in tokens} & {"from", "off", "of"}
    ):
        return None
    return Found(who, "avoided", token, (told,))


def kept_clear(token: Token) -> Found | None:
    """'stayed out of the dispute', 'steered clear of the subject', 'kept out of the row'."""
    near = [t for t in token.subtree if token.i < t.i <= token.i + 2]
    way = next((t for t in near if t.lower_ in {"out", "clear"}), None)
    topic = next((t for t in token.subtree if t.dep_ == "pobj" and t.head.lower_ == "of" and t.i > token.i), None)
    who = subject(token)
    if way is None or topic is None or who is None or is_negated(token):
        return None
    disputes = LEX["matter"] | frozenset(
        "dispute row debate quarrel affair fray controversy discussion argument".split()
    )
    return Found(who, "avoided", token, (way,), topic=topic, loose=True) if lemma(topic) in disputes else None


def passed_over(token: Token) -> Found | None:
    """'passed over the sanctions without a word', 'let it stand without a reply', 'walked past without answering'."""
    bare, token = token, token.head
    none = next(children(bare, "pobj", "pcomp"), None)
    who = subject(token) if token.pos_ in {"VERB", "AUX"} else None
    if none is None or who is None or who.dep_ == "nsubjpass" or bare.i < token.i or lemma(token) in LEX["say"]:
        return None
    words = lemma(none) in LEX["telling"] - {"position", "view", "stand", "report", "reference"}
    if not (words if none.pos_ == "NOUN" else speaks(none) or lemma(none) in LEX["topic"] | {"speak"}):
        return None
    topic = behind(token, "over") or next((c for c in children(token, "dobj") if c.i > token.i), None)
    if topic is None:
        inner = next(children(token, "ccomp"), None)
        topic = next(children(inner, "nsubj"), None) if inner is not None else None
    topic = None if topic is not None and lemma(topic) in PRESS else topic
    return Found(who, "silent", token, (none,), topic=topic)


def ignored_news(token: Token) -> Found | None:
    """'The state news agency ignored the march': of those who are there to report."""
    who, topic = subject(token), next(children(token, "dobj"), None)
    known = load_nouns().get(lemma(who)) if who is not None else None
    is_press = (known is not None and known.kind is NounKind.MEDIA) or (who is not None and lemma(who) == "agency")
    if who is None or topic is None or not is_press or is_negated(token) or who.dep_ == "nsubjpass":
        return None
    return Found(who, "unsaid", token, (token,), topic=topic)


def unreached(token: Token) -> Found | None:
    """'could not be reached', 'efforts to reach X failed'."""
    who = next(children(token, "nsubjpass"), None)
    if who is not None:
        able = any(c.lower_ in {"could", "can"} for c in token.children)
        return Found(who, "unreached", token, (token,)) if able and is_negated(token) else None
    noun = next(children(token, "dobj"), None)
    if token.dep_ not in {"acl", "relcl"} or noun is None or lemma(token.head) not in LEX["effort"]:
        return None
    vain = next(
        (t for t in token.sent if lemma(t) in {"fail", "unsuccessful", "vain", "fruitless"} or
         (lemma(t) in {"successful", "succeed"} and is_negated(t))), None
    )  # fmt: skip
    return Found(noun, "unreached", token, (token,)) if vain is not None else None


def unavailable(token: Token) -> Found | None:
    """'was not available for comment', 'were unreachable'."""
    holder = token.head
    who = subject(holder)
    if lemma(holder) not in LEX["stay"] or who is None or lemma(who) in LEX["telling"]:
        return None
    against = token.lower_.startswith("un") or is_negated(holder)
    wanted = behind(token, "for", "to")
    for_words = wanted is not None and lemma(wanted) in {"comment", "interview", "question", "reporter", "press"}
    deed = deed_of(token)
    for_words = for_words or (deed is not None and speaks(deed, refused=True)) or token.lower_ == "unreachable"
    return Found(who, "unreached", holder, (token,)) if against and for_words else None


def unheard(token: Token) -> Found | None:
    """'has not been heard from', 'has not been seen or heard'; 'nothing has been heard from X'."""
    who = next(children(token, "nsubjpass"), None)
    if who is None and token.dep_ == "conj":
        who = subject(token) if token.tag_ == "VBN" else None
    if who is None:
        return None
    if is_nothing(who):
        giver = behind(token, "from", "of") or behind(who, "from", "of")
        return Found(giver, "unheard", token, (token, who), loose=True) if giver is not None else None
    if not is_negated(token) or not any(lemma(t) in {"heard", "hear"} for t in (token, *token.children)):
        return None
    return Found(who, "unheard", token, (token,), loose=True)


def unseen(token: Token) -> Found | None:
    """'has not appeared in public'."""
    who, place = subject(token), behind(token, "in", "before")
    public = place is not None and lemma(place) in {"public", *PRESS}
    return (
        Found(who, "unheard", token, (token,), loose=True) if public and is_negated(token) and who is not None else None
    )


QUIET = table(
    ("silent", silent),
    ("silent", silent_beside),
    ("silent", silent_in_headline),
    ("draw", veiled),
    ("hold", held),
    ("dodge", dodged),
    *((word, referred) for word in ("refer", "direct", "redirect", "steer")),
    ("change", changed_subject),
    *((word, in_set_words) for word in SET_WORDS),
    ("demur", demurred),
    ("hang", demurred),
    ("avoid", avoided),
    ("clear", kept_clear),
    ("without", passed_over),
    ("ignore", ignored_news),
    ("reach", unreached),
    *((word, unavailable) for word in ("available", "unavailable", "unreachable", "reachable")),
    *((word, unheard) for word in ("hear", "heard", "see")),
    ("appear", unseen),
)
