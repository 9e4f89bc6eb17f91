"""Who does what a verb says, and to whom: subjects and objects through passives, relatives, infinitives and lists."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.reading.events.grammar import NOMINAL, VERBAL, possessors

SUBJECTS = frozenset({"nsubj", "csubj"})
SURFACE_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
NAMING = frozenset({"NOUN", "PROPN"})
# Verbs whose object does what their infinitive or participle says ("urged China to stop", "accused it of lying");
# under any other verb the subject does.
OBJECT_CONTROL = frozenset(
    "accuse advise allow applaud ask authorise authorize ban bar beg blame block cause charge coerce command commend "
    "compel condemn congratulate convict convince criticise criticize denounce direct enable encourage fault forbid "
    "force get help implore instruct invite keep lead let make name oblige order permit persuade praise press "
    "pressure prevent prompt push require stop suspect teach tell thank train urge warn".split()
)
# "published a letter blaming the navy": whoever published it blames.
DOCUMENTS = frozenset(
    "article bill complaint declaration decree document lawsuit letter message motion note petition report resolution "
    "statement suit tweet video".split()
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TIMES = frozenset({"DATE", "TIME"})
DASHES = frozenset({"-", "--", "–", "—"})
DEEPEST = 6  # verbs hung on verbs; a subject is never shared over more


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: with a passive subject or auxiliary, or a bare participle behind its noun."""
    kinds = {child.dep_ for child in verb.children}
    if kinds & {"nsubjpass", "auxpass", "csubjpass"}:
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.head.tag_ == "VBN":
        return is_passive(verb.head)  # "has tightened borders and imposed a blockade"
    if kinds & {"aux", "nsubj"}:
        return False
    return verb.dep_ in {"acl", "advcl", "amod", "conj", "ROOT", "dep"}


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands in an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def is_small_clause(verb: Token) -> bool:
    """Whether a participle stands without any auxiliary: "ordered him jailed"."""
    return verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def antecedent(token: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for; any other word stands for itself."""
    return verb.head if token.lower_ in RELATIVES and verb.dep_ == "relcl" else token


# -- subjects ----------------------------------------------------------------------------------------------------------


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says: heads of noun phrases, [] for a passive without "by" or where nobody is told."""
    if is_headless_passive(verb):
        return [verb.head]
    if is_passive(verb):
        return agents(verb)
    own = [antecedent(child, verb) for child in verb.children if child.dep_ in SUBJECTS and child.pos_ in NOMINAL]
    return [past_dateline(noun) for noun in own] or inherited_subjects(verb, 1) or noun_before(verb)


def is_headless_passive(verb: Token) -> bool:
    """Whether what the parser takes for a participle must be the sentence's verb: "A report called for talks."

    Its noun is the root, so that no other verb is left to be told; nobody stands behind "by", and it is not about
    an object that it lacks.
    """
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or verb.head.pos_ not in NAMING:
        return False
    kinds = {child.dep_ for child in verb.children}
    return verb.head.i < verb.i and "prep" in kinds and not kinds & {"aux", "nsubj", "agent"} and not agents(verb)


def past_dateline(noun: Token) -> Token:
    """The noun itself; of a dateline taken for a subject ("ROME, Italy -- A court has") the noun behind its dash."""
    if noun.pos_ != "PROPN" or not noun.left_edge.is_sent_start:
        return noun
    dash = next((word for word in noun.subtree if word.text in DASHES and word.i > noun.i), None)
    if dash is None or not dash.nbor(-1).whitespace_:
        return noun
    behind = (word for word in noun.subtree if word.i > dash.i and word.pos_ in NAMING and word.head.i < dash.i)
    return next(behind, noun)


def noun_before(verb: Token) -> list[Token]:
    """The noun that stands right before a finite verb which the parser gave no subject; [] if there is none.

    Its auxiliaries, adverbs and dates may lie between: "the agency on Monday also announced".
    """
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < verb.i]
    if verb.tag_ not in FINITE and not any(word.tag_ in FINITE for word in helpers):
        return []
    if verb.dep_ in {"relcl", "acl", "conj"}:
        return []
    word = min([verb, *helpers], key=lambda token: token.i)
    while not word.is_sent_start and word.i > 0:
        word = word.nbor(-1)
        if word.pos_ in NAMING or is_initials(word):
            if word.ent_type_ not in TIMES:
                return [word]
        elif word.pos_ != "ADV" and word.ent_type_ not in TIMES:
            return []
    return []


def is_initials(word: Token) -> bool:
    """Whether a word is a name in capitals, whatever the tagger takes it for ("UNHCR")."""
    return word.is_alpha and word.is_upper and len(word) > 2


def agents(verb: Token) -> list[Token]:
    """Who stands behind "by" of a passive verb."""
    by = [child for child in verb.children if child.lower_ == "by" and child.dep_ in {"agent", "prep"}]
    return [noun for preposition in by for noun in preposition.children if noun.dep_ == "pobj"]


def inherited_subjects(verb: Token, depth: int) -> list[Token]:
    """The subject a verb shares with the verb or noun it hangs on."""
    head, dep = verb.head, verb.dep_
    if dep in {"conj", "advcl", "dep", "parataxis", "acomp", "attr"} and head.pos_ in VERBAL:
        return shared_subjects(head, depth)
    if dep in {"xcomp", "ccomp"}:
        return governed_subjects(head, depth)
    if dep == "pcomp":
        return possessors(head.head) if head.head.pos_ in NAMING else governed_subjects(head.head, depth)
    if dep == "acl" and verb.tag_ == "VBG":
        writes = head.dep_ == "dobj" and head.lemma_.lower() in DOCUMENTS
        return governed_subjects(head.head, depth) if writes else [head]
    if dep == "acl" and head.pos_ in NAMING:
        return possessors(head) or (governed_subjects(head.head, depth) if head.dep_ == "dobj" else [])
    return []


def shared_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The surface subject of a verb, passive or not: who a participle or second verb is about."""
    own = [child for child in verb.children if child.dep_ in SURFACE_SUBJECTS]
    if own:  # of two the first is a dateline
        return [antecedent(own[-1], verb)]
    return inherited_subjects(verb, depth + 1) if depth < DEEPEST else []


def governed_subjects(governor: Token, depth: int) -> list[Token]:
    """Who does what an infinitive or participle under a word says: the object of "urge", else the subject."""
    if governor.pos_ in VERBAL and governor.lemma_.lower() in OBJECT_CONTROL:
        found = objects(governor)
        if found:
            return found
    if governor.pos_ in {"ADJ", "NOUN"} and governor.head.pos_ in VERBAL:
        governor = governor.head
    return shared_subjects(governor, depth) if governor.pos_ in VERBAL else []


# -- objects -----------------------------------------------------------------------------------------------------------


def objects(verb: Token) -> list[Token]:
    """To whom or what the verb does it: direct objects, passive subjects, the noun before a bare participle."""
    if is_passive(verb):
        return passive_objects(verb)
    own = [antecedent(child, verb) for child in verb.children if child.dep_ in {"dobj", "obj"}]
    return own or objects_in_clause(verb) or objects_before(verb)


def passive_objects(verb: Token) -> list[Token]:
    """To whom a passive verb is done: its subject, the noun it modifies, or the subject of the verb it is joined to."""
    for _ in range(DEEPEST):
        own = [antecedent(child, verb) for child in verb.children if child.dep_ == "nsubjpass"]
        if own:
            return own
        if verb.dep_ in {"acl", "relcl", "amod"}:
            return [verb.head]
        if verb.dep_ == "advcl" and verb.head.pos_ in VERBAL:
            return shared_subjects(verb.head)  # "Accused by Rabat, Algiers shut its airspace"
        if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or not is_passive(verb.head):
            return []
        verb = verb.head
    return []


def objects_in_clause(verb: Token) -> list[Token]:
    """The subject of a clause that is its verb's object as well: "urged China to stop", "helped Iran evade"."""
    clause = next((child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}), None)
    if clause is None:
        return []
    bare = clause.tag_ == "VB" and verb.lemma_.lower() in OBJECT_CONTROL
    small = clause.pos_ == "ADJ" and not any(child.dep_ in {"aux", "mark"} for child in clause.children)
    if not (bare or small or is_infinitive(clause) or clause.tag_ in {"VBG", "VBN"}):
        return []
    return [child for child in clause.children if child.dep_ in SURFACE_SUBJECTS]


def objects_before(verb: Token) -> list[Token]:
    """The noun before a relative clause without a pronoun for it: "the missile it fired"."""
    kinds = {child.dep_ for child in verb.children}
    bare = verb.dep_ == "relcl" and verb.head.i < verb.i and "nsubj" in kinds
    return [verb.head] if bare and not kinds & {"prep", "ccomp", "xcomp"} else []


def datives(verb: Token) -> list[Token]:
    """The bare indirect object ("gave Kyiv tanks")."""
    return [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]


def clauses(token: Token) -> list[Token]:
    """The clauses under a verb, adjective or noun ("agreed to meet", "said that it would", "a plan to leave")."""
    return [
        child
        for child in token.children
        if child.dep_ in {"xcomp", "ccomp"} or (child.dep_ in {"acl", "advcl"} and is_infinitive(child))
    ]


def complements(verb: Token) -> list[Token]:
    """What a verb says its object is: "held hostage", "found guilty", "ordered jailed"."""
    own = [child for child in verb.children if child.dep_ in {"acomp", "oprd", "attr"}]
    return own or [
        child
        for child in verb.children
        if child.dep_ in {"ccomp", "xcomp"} and (child.pos_ in {"ADJ", "NOUN"} or is_small_clause(child))
    ]
