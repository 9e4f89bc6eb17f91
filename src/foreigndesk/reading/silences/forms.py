"""Silences told of a subject: what it declined, did not do, or has yet to do; that it kept quiet or dodged a question."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.reading.silences.speech import (
    LEX,
    PRESS,
    Found,
    behind,
    children,
    deed_of,
    has_any,
    is_denied,
    is_negated,
    is_nothing,
    lemma,
    speaks,
    subject,
    table,
)


def refused(token: Token) -> Found | None:
    """'declined to comment', 'refused to be drawn', 'declined comment', 'declined requests for an interview'."""
    who = subject(token)
    if token.pos_ not in {"VERB", "AUX"} or who is None or who.dep_ == "nsubjpass":
        return None
    deed = deed_of(token)
    if deed is not None and not is_negated(deed) and (speaks(deed, refused=True) or is_passive_of(deed, "draw")):
        return Found(who, "refused", token, (deed,))
    noun = next(children(token, "dobj"), None)
    if noun is not None and (lemma(noun) == "comment" or asks_for_words(noun)):
        return Found(who, "refused", token, (noun,))
    return None


def asks_for_words(noun: Token) -> bool:
    """'a request for comment', 'all requests for an interview'."""
    wanted = behind(noun, "for", "to")
    return lemma(noun) in LEX["asking"] and wanted is not None and lemma(wanted) in {"comment", "interview", "speak"}


def is_passive_of(verb: Token, word: str) -> bool:
    """Whether a verb is the passive of a word, also where the parse takes the participle for an adjective."""
    return lemma(verb) == word or (
        lemma(verb) == "be" and any(lemma(c) in {word, "drawn"} for c in children(verb, "acomp", "attr"))
    )


def forwent(token: Token) -> Found | None:
    """'chose not to comment', 'did not wish to comment', 'was unwilling to discuss it'."""
    deed, who = deed_of(token), subject(token)
    if deed is None or who is None or not speaks(deed, refused=True):
        return None
    against = token.lower_.startswith(("un", "reluct", "loath"))
    if against or is_negated(deed) or is_negated(token) or (token.dep_ == "acomp" and is_negated(token.head)):
        return Found(who, "refused", token, (deed,))
    return None


def failed(token: Token) -> Found | None:
    """'failed to mention', 'omitted to say a word'."""
    deed, who = deed_of(token), subject(token)
    words = lemma(deed) if deed is not None else ""
    if deed is None or who is None or not (words in LEX["reply"] or words in {"mention", "acknowledge", "explain"}):
        return None
    return Found(who, "unsaid", token, (deed,)) if speaks(deed) and not is_negated(token) else None


def withheld(token: Token) -> Found | None:
    """'withheld comment', 'reserved its judgement'."""
    noun, who = next(children(token, "dobj"), None), subject(token)
    if noun is None or who is None or lemma(noun) not in {"comment", "judgement", "judgment", "position", "reaction"}:
        return None
    return Found(who, "refused", token, (noun,)) if who.dep_ == "nsubj" else None


def unsaid(token: Token) -> Found | None:
    """'did not respond', 'has not mentioned it', 'would not say whether', 'neither confirmed nor denied'."""
    if token.pos_ not in {"VERB", "AUX"} or not speaks(token) or any(True for _ in children(token, "nsubjpass")):
        return drawn(token)
    nothing = any(is_nothing(c) for c in children(token, "dobj"))
    if not (is_denied(token) or nothing):
        return None
    if token.dep_ == "conj" and {lemma(token), lemma(token.head)} == {"confirm", "deny"}:
        return None  # told of the first of both
    who = subject(token)
    objects = tuple(c for c in children(token, "dobj") if c.i > token.i and (lemma(c) in LEX["telling"] | LEX["asking"]))
    pair = tuple(c for c in children(token, "conj") if lemma(c) in {"deny", "confirm", "answer", "respond"})
    return Found(who, "unsaid", token, (token, *objects, *pair)) if who is not None else None


def drawn(token: Token) -> Found | None:
    """'would not be drawn'."""
    who = next(children(token, "nsubjpass"), None)
    if lemma(token) != "draw" or who is None or not is_negated(token):
        return None
    return Found(who, "refused", token, (token,)) if any(c.lower_ == "would" for c in token.children) else None


def yet(token: Token) -> Found | None:
    """'has yet to comment', 'is yet to issue a statement'."""
    holder = token.head
    deed = next((c for c in (holder, *holder.children) if c.i > token.i and c.pos_ in {"VERB", "AUX"}), None)
    has_to = deed is not None and any(c.lower_ == "to" for c in deed.children)
    who = subject(holder) if deed is not None else None
    if deed is None or who is None or not has_to or not (speaks(deed, refused=True) or lemma(deed) in LEX["say"]):
        return None
    if token.lower_ == "still" and lemma(holder) != "have":
        return None
    return Found(who, "unsaid", deed, (deed, *(c for c in children(deed, "dobj") if lemma(c) in LEX["telling"])))


def silent(token: Token) -> Found | None:
    """'has remained silent', 'kept mum', 'is tight-lipped', 'fell quiet', 'went dark'."""
    holder = token.head
    if lemma(token) in {"lipped", "mouthed"} and "-" not in token.doc[max(token.i - 1, 0)].text:
        return None
    if lemma(holder) not in LEX["stay"] or token.i < holder.i or is_negated(holder) or is_negated(token):
        return None
    if lemma(token) == "dark" and lemma(holder) != "go":
        return None
    who = subject(holder)
    topic = behind(token, "on", "about", "over") or behind(holder, "on", "about", "over")
    loose = lemma(token) in WORDLESS and (topic is None or topic.ent_type_ in {"DATE", "TIME"})
    return Found(who, "silent", holder, (token,), loose=loose) if who is not None else None


WORDLESS = frozenset("silent quiet dark mute dumb unheard".split())  # said also of guns and streets


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
    over = veil is not None and (behind(veil, "over") or behind(token, "over"))
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
    tokens = [t for t in token.subtree if token.i < t.i <= token.i + 6]
    deed = next((t for t in tokens if t.tag_ == "VBG" and speaks(t, refused=True)), None)
    noun = next((t for t in tokens if lemma(t) in {"comment", "mention"} and t.pos_ == "NOUN" and has_any(t)), None)
    told = deed or noun
    if told is None or (lemma(token) in {"hold", "stop", "shy"} and not {t.lower_ for t in tokens} & {"from", "off", "of"}):
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
    disputes = LEX["matter"] | frozenset("dispute row debate quarrel affair fray controversy discussion argument".split())
    return Found(who, "avoided", token, (way,), topic=topic, loose=True) if lemma(topic) in disputes else None


def passed_over(token: Token) -> Found | None:
    """'passed over the sanctions without a word', 'let it stand without a reply', 'walked past without answering'."""
    bare, token = token, token.head
    none = next(children(bare, "pobj", "pcomp"), None)
    who = subject(token) if token.pos_ in {"VERB", "AUX"} else None
    if none is None or who is None or who.dep_ == "nsubjpass" or bare.i < token.i or lemma(token) in LEX["say"]:
        return None
    words = lemma(none) in LEX["telling"] - {"line", "position", "view", "stand", "report", "reference"}
    if not (words if none.pos_ == "NOUN" else speaks(none) or lemma(none) in LEX["topic"] | {"speak"}):
        return None
    topic = behind(token, "over") or next((c for c in children(token, "dobj") if c.i > token.i), None)
    if topic is None:
        inner = next(children(token, "ccomp"), None)
        topic = next(children(inner, "nsubj"), None) if inner is not None else None
    topic = None if topic is not None and lemma(topic) in PRESS else topic
    return Found(who, "silent", token, (none,), topic=topic)


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


def unspoken_noun(token: Token) -> Found | None:
    """'made no mention of', 'had no immediate comment', 'has issued no statement', 'not a word in its bulletin'."""
    holder = token.head
    if token.dep_ not in {"dobj", "attr", "oprd", "nsubj", "npadvmod"} or not is_nothing(token) or is_negated(holder):
        return None
    who = subject(holder) if token.dep_ != "nsubj" else None
    if lemma(holder) not in LEX["give"] or who is None or who == token or who.dep_ in {"nsubjpass", "expl"}:
        return None
    words = {"comment", "reaction", "statement", "mention"}
    if lemma(holder) in {"have", "show", "find", "include", "contain"} and lemma(token) not in words:
        return None
    return Found(who, "unsaid", holder, (token,))


def none_of_it(token: Token) -> Found | None:
    """'Contacted for comment, X offered none'."""
    who = subject(token.head)
    asked = any(lemma(t) in LEX["telling"] for t in token.sent if t.i < token.i)
    if token.dep_ != "dobj" or lemma(token.head) not in LEX["give"] or not asked or who is None:
        return None
    return Found(who, "unsaid", token.head, (token,))


def ignored_news(token: Token) -> Found | None:
    """'The state news agency ignored the march': of those who are there to report."""
    who, topic = subject(token), next(children(token, "dobj"), None)
    known = load_nouns().get(lemma(who)) if who is not None else None
    is_press = known is not None and known.kind is NounKind.MEDIA or (who is not None and lemma(who) in {"agency"})
    if who is None or topic is None or not is_press or is_negated(token) or who.dep_ == "nsubjpass":
        return None
    return Found(who, "unsaid", token, (token,), topic=topic)


def had_nothing(token: Token) -> Found | None:
    """'had nothing to say'."""
    nothing = next((c for c in children(token, "dobj") if c.lower_ == "nothing"), None)
    deed = next((c for c in nothing.children if lemma(c) in LEX["say"] | {"add"}), None) if nothing is not None else None
    who = subject(token)
    return Found(who, "unsaid", token, (deed,)) if deed is not None and who is not None else None


FORMS = table(
    ("refuse", refused),
    ("forgo", forwent),
    ("unable", forwent),
    ("fail", failed),
    ("withhold", withheld),
    ("reply", unsaid),
    ("topic", unsaid),
    ("say", unsaid),
    ("give", unsaid),
    *((word, unsaid) for word in ("speak", "talk", "weigh", "confirm", "draw")),
    ("yet", yet),
    ("still", yet),
    ("silent", silent),
    ("silent", silent_beside),
    ("draw", veiled),
    ("hold", held),
    ("dodge", dodged),
    ("demur", demurred),
    ("hang", demurred),
    ("avoid", avoided),
    ("clear", kept_clear),
    ("without", passed_over),
    ("reach", unreached),
    *((word, unavailable) for word in ("available", "unavailable", "unreachable", "reachable")),
    *((word, unheard) for word in ("hear", "heard", "see")),
    ("telling", unspoken_noun),
    ("none", none_of_it),
    ("ignore", ignored_news),
    ("have", had_nothing),
)
