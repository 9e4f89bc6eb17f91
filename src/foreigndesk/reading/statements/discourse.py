"""Reads a report from its first word to its last and notes whom each name, description and pronoun means."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.lexicon.cues import load_cues
from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.reading.statements.cast import Kind, Member, Mentioned, Named, of_people
from foreigndesk.reading.statements.descriptions import QUANTIFIERS, Description, describe, fit
from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.layout import NONE, Layout
from foreigndesk.reading.statements.phrases import MODIFIERS, PLURAL, is_mouthpiece, phrase_span, spoken_for
from foreigndesk.reading.statements.salience import CLOSE_CALL, HE, SHE, Salience, person, same_clause, subject_rank

THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
CLAUSES = frozenset({"relcl", "acl", "ccomp"})
CALLED_SO = frozenset({"attr", "oprd"})
SAYS = 0.45  # the share of a verb's clauses that people marked as said; see reading/statements/attributions.py
SEVERAL_FIT = "more than one of this report could be meant"
LAST_FITTING = "taken to be the last in this report whom it fits"
# Of these there is one, known without having been told of.
UNIQUE = frozenset("president premier chancellor king queen pope monarch emir sultan sheriff driver suspect".split())
BODY_AS_THEY = 1.5  # sentences: "they" is rather several than one body
REACH = 3  # sentences back that an epithet or "it" looks
MUCH_CLOSER = 2.0  # sentences
NEAR = 8  # words before a relative pronoun in which its noun is looked for, where the parse does not tell
FARTHEST = 10  # sentences; what lies farther back is all alike far


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a word means, by which rule and why, and what is doubtful."""

    member: Member | None
    rule: str
    why: str
    doubt: str | None = None


class Discourse:
    """Whom each name, description and pronoun of a report means."""

    def __init__(self, layout: Layout, named: Named) -> None:
        """Read the report once, in order."""
        self.layout, self.named = layout, named
        self.salience = Salience(layout)
        self.everybody: list[Member] = list(named.members.values())
        self.people = [member for member in self.everybody if person(member)]
        self.by_word: dict[str, list[Member]] = defaultdict(list)
        for member in self.everybody:
            self.index(member)
        self.meanings: dict[int, Meaning] = {}
        for token in layout.tokens:
            self.read(token)

    # -- in order ------------------------------------------------------------------------------------------------------

    def read(self, token: Token) -> None:
        """Note whom one word means, if it names, describes or stands for somebody."""
        if token.i in self.named.heads:
            self.read_name(token)
        elif token.i not in self.named.at:
            if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lower_ in load_nouns()):
                known = load_nouns().get(token.lemma_.lower())
                counted = known is not None and (known.kind is not NounKind.PEOPLE or token.dep_ in SUBJECTS)
                if counted and token.dep_ not in MODIFIERS - {"poss"}:
                    self.read_noun(token)
            elif token.pos_ == "PRON" and token.lower_ in HE | SHE | THEY:
                meaning = self.pronoun(token)
                self.meanings[token.i] = meaning
                if meaning.member is not None:
                    self.mention(meaning.member, token)

    def read_name(self, token: Token) -> None:
        """A name means its member; a lone adjective of a people ("the Russian") somebody so described."""
        member = self.named.at[token.i]
        if member.kind is not Kind.PERSON and is_one_of_a_people(token, self.named):
            self.read_noun(token)
            return
        self.meanings[token.i] = Meaning(member, "named", f"The speaker is named: {member.name}.")
        aside = token.dep_ in {"compound", "amod", "nmod"}
        if not (aside and of_people(self.named.heads[token.i])):
            self.mention(member, token, aside=aside)

    def read_noun(self, token: Token) -> None:
        """A description means whom it stands beside, whom it fits, or somebody new."""
        if token.dep_ in CALLED_SO or is_bare_role(token):
            return
        beside = self.beside(token)
        if beside is not None:
            self.meanings[token.i] = Meaning(beside, "named", f"The speaker is named: {beside.name}.")
            return
        meaning = self.description(token)
        self.meanings[token.i] = meaning
        if meaning.member is not None:
            self.mention(meaning.member, token)

    def mention(self, member: Member, token: Token, *, aside: bool = False) -> None:
        """Note that a member stands here, and whether it speaks."""
        subject = subject_rank(token)
        quotation = self.layout.quotation[token.i]
        member.mentions.append(Mentioned(token.i, subject, quotation, aside))
        if quotation == NONE and speaks(token) and (token.dep_ == "pobj" or in_main_clause(token.head)):
            self.salience.spoke.append((token.i, member))

    def index(self, member: Member) -> None:
        """Make a member findable by the nouns it may be called by."""
        for word in member.called:
            self.by_word[word].append(member)

    # -- asked ---------------------------------------------------------------------------------------------------------

    def meaning(self, token: Token) -> Meaning:
        """Whom a word means."""
        if token.i not in self.meanings:
            self.meanings[token.i] = self.find(token)
        return self.meanings[token.i]

    def find(self, token: Token) -> Meaning:
        """Whom a word means that was passed over in reading."""
        word = token.lower_.replace("’", "'").split("'")[0]  # "who've" can be one token
        member = self.named.at.get(token.i)
        if member is not None:
            return Meaning(member, "named", f"The speaker is named: {member.name}.")
        if word in RELATIVE and (clause := clause_of(token)) is not None:
            return self.antecedent(token, clause)
        if word in HE | SHE | THEY | IT:
            return self.pronoun(token)
        if word in QUANTIFIERS:
            return Meaning(
                self.stranger(describe(token, self.named)), "quantity", f"“{token.text}”: nobody in particular."
            )
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "X"}:
            beside = self.beside(token)
            if beside is not None:
                return Meaning(beside, "named", f"The speaker is named: {beside.name}.")
            return self.description(token)
        return Meaning(None, "unresolved", f"“{token.text}” was not resolved to anybody.", "not resolved to anybody")

    def beside(self, token: Token) -> Member | None:
        """The person named in apposition to a noun: "the envoy, Ada Lund", "Ada Lund, the envoy"."""
        known = load_nouns().get(token.lemma_.lower())
        if token.tag_ in PLURAL or (known is not None and known.kind is not NounKind.PERSON):
            return None
        around = [child for child in token.children if child.dep_ in {"appos", "nsubj"}]
        if token.dep_ == "appos":
            around.append(token.head)
        for other in around:
            member = self.named.at.get(other.i)
            if member is not None and member.kind is Kind.PERSON:
                return member
        return None

    # -- pronouns ------------------------------------------------------------------------------------------------------

    def pronoun(self, token: Token) -> Meaning:
        """Whom a pronoun means."""
        word = token.lower_
        if word in HE | SHE:
            gender = "m" if word in HE else "f"
            return self.nearest(token, self.people, lambda member: member.gender in {gender, None}, gender)
        if word in THEY:
            return self.nearest(token, self.everybody, lambda m: m.plural or m.kind in {Kind.BODY, Kind.PEOPLE})
        near = self.layout.sentence[token.i] - REACH
        return self.nearest(
            token,
            self.everybody,
            lambda m: not m.plural and m.kind is not Kind.PERSON and self.seen_since(m, near, token),
        )

    def seen_since(self, member: Member, sentence: int, token: Token) -> bool:
        """Whether a member was mentioned before a token, in a sentence or behind it."""
        found = self.salience.last_seen(member, token.i)
        return found is not None and self.layout.sentence[found[0].token] >= sentence

    def nearest(
        self, token: Token, members: Iterable[Member], fits: Callable[[Member], bool], gender: str | None = None
    ) -> Meaning:
        """The fitting member that is nearest to mind."""
        speaking = speaks(token)
        best: Member | None = None
        first = second = -1000.0
        for member in members:
            if not member.mentions or not fits(member):
                continue
            score = self.salience.of(member, token, speaking=speaking)
            if score is None or self.is_other(token, member):
                continue
            if gender is None and not member.plural and token.lower_ in THEY:
                score -= BODY_AS_THEY
            if score > first:
                best, first, second = member, score, first
            elif score > second:
                second = score
        if best is None:
            return Meaning(
                None, "pronoun", f"Nobody before “{token.text}” fits it.", f"nobody before “{token.text}” fits it"
            )
        close = first - second < CLOSE_CALL
        if gender is not None and best.gender is None and not close:
            best.leaning += 1 if gender == "m" else -1
        why = f"“{token.text}” means {best.name}, the nearest before it whom it fits."
        return Meaning(best, "pronoun", why, SEVERAL_FIT if close else None)

    def is_other(self, token: Token, member: Member) -> bool:
        """Whether a member stands beside a pronoun as another part of the same clause."""
        sentence = self.layout.sentence[token.i]
        for mention in reversed(member.mentions):
            if mention.token >= token.i:
                continue
            if self.layout.sentence[mention.token] != sentence:
                return False
            if same_clause(token, self.layout.tokens[mention.token]):
                return True
        return False

    def antecedent(self, token: Token, clause: Token) -> Meaning:
        """'who' means the person, 'which' the thing that its clause describes."""
        fits = self.is_person if token.lower_.startswith("who") else is_thing
        noun = above(clause.head, fits)
        if not fits(noun):
            noun = next((t for t in reversed(self.layout.tokens[max(token.i - NEAR, 0) : token.i]) if fits(t)), noun)
        if noun == token or noun.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}:
            return Meaning(None, "relative", "No noun for the relative pronoun.", "no noun for the relative pronoun")
        found = self.meaning(noun)
        return Meaning(
            found.member, "relative", f"“{token.text}” means “{noun.text}”, which its clause describes.", found.doubt
        )

    def is_person(self, token: Token) -> bool:
        """Whether a word names or describes persons."""
        member = self.named.at.get(token.i)
        if member is not None:
            return member.kind in {Kind.PERSON, Kind.PEOPLE}
        known = load_nouns().get(token.lemma_.lower())
        if known is not None:
            return known.kind in {NounKind.PERSON, NounKind.PEOPLE}
        return token.lower_ in QUANTIFIERS or token.pos_ == "PRON"

    # -- descriptions --------------------------------------------------------------------------------------------------

    def description(self, token: Token) -> Meaning:
        """'the former spy chief' means whom the report described so; 'a second official' is somebody new."""
        said = describe(token, self.named)
        if said.definite and not said.another:
            fitting = self.fitting(said)
            if fitting and not ((found := self.epithet(said)) and self.closer(found.member, fitting[0][0], token)):
                best, first = fitting[0]
                close = len(fitting) > 1 and first - fitting[1][1] < CLOSE_CALL
                why = f"“{said.text}” means {best.name}, described so in this report."
                return Meaning(best, "description", why, SEVERAL_FIT if close else None)
            if found := self.epithet(said):
                return found
        return Meaning(self.stranger(said), "description", f"The speaker is described, not named: “{said.text}”.")

    def fitting(self, said: Description) -> list[tuple[Member, float]]:
        """The members that a definite description fits, best first, with how well."""
        place = said.head.i
        found = []
        for member in dict.fromkeys(self.by_word.get(said.noun, ())):
            score = fit(said, member)
            if score is None:
                continue
            seen = self.salience.last_seen(member, place)
            if seen is None:
                score -= 2.5
            else:
                last, _ = seen
                apart = self.layout.sentence[place] - self.layout.sentence[last.token]
                score -= 0.2 * min(apart, FARTHEST)
                score += 0.5 * last.subject + 0.8 * (self.salience.speaker_before(place) is member)
            if score > -2.0:
                found.append((member, score))
        return sorted(found, key=lambda pair: -pair[1])

    def epithet(self, said: Description) -> Meaning | None:
        """A word for a person that the report has not called anybody means the person it speaks of."""
        if not can_be_epithet(said):
            return None
        near = self.layout.sentence[said.head.i] - REACH
        gender = said.known.gender if said.known else None
        found = self.nearest(
            said.head,
            self.people,
            lambda m: m.named and m.gender in {gender or m.gender, None} and self.seen_since(m, near, said.head),
        )
        if found.member is None:
            return None
        why = f"“{said.text}” is nobody named so before: taken for {found.member.name}, of whom the report speaks."
        return Meaning(found.member, "epithet", why, LAST_FITTING)

    def closer(self, one: Member | None, other: Member, token: Token) -> bool:
        """Whether a named member is much nearer to mind than one that was itself only called "the envoy"."""
        if one is None or other.named or not other.definite:
            return False
        scores = [self.salience.of(member, token, speaking=speaks(token)) for member in (one, other)]
        return scores[0] is not None and (scores[1] is None or scores[0] > scores[1] + MUCH_CLOSER)

    def stranger(self, said: Description) -> Member:
        """Somebody described and not named; the same bare plural ("analysts") is the same again."""
        name = said.text
        if said.plural and name in self.named.members:
            return self.named.members[name]
        spoken = spoken_for(said.head) if is_mouthpiece(said.head) else None
        body = self.meaning(spoken[0]).member if spoken else None
        member = Member(
            body.name if body else name,
            said.kind,
            actor=body.actor if body else None,
            country=body.country if body and body.country else said.country,
            plural=said.plural,
            is_media=said.known is not None and said.known.kind is NounKind.MEDIA,
            noun=said.noun,
            intro=phrase_span(said.head),
            count=said.count,
            definite=said.definite,
            speaks_for=spoken[1] if spoken else None,
            is_mouthpiece=is_mouthpiece(said.head),
        )
        member.call([said.noun])
        member.words |= said.words
        self.everybody.append(member)
        if person(member):
            self.people.append(member)
        self.index(member)
        if said.plural:
            self.named.members[name] = member
        return member


def can_be_epithet(said: Description) -> bool:
    """Whether a description can be a mere other word for whom the report speaks of: "the retired neurosurgeon"."""
    doc = said.head.doc
    told_who = any(
        child.dep_ in {"prep", "acl", "appos"} or (child.dep_ == "relcl" and doc[child.left_edge.i - 1].text != ",")
        for child in said.head.rights
    )
    one_person = said.kind is Kind.PERSON and not said.plural and said.owner is None
    return one_person and not told_who and said.noun not in UNIQUE


def is_bare_role(token: Token) -> bool:
    """Whether a noun tells a role and nobody in it: "for president", "at state level"."""
    return token.tag_ not in PLURAL and token.dep_ == "pobj" and not any(True for _ in token.children)


@functools.cache
def is_saying(lemma: str) -> bool:
    """Whether a verb's clause is mostly something said."""
    return load_cues().share(lemma, "clause") >= SAYS


def speaks(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or stands behind "according to"."""
    if token.dep_ in SUBJECTS:
        verb = token.head
        if verb.pos_ != "VERB" or not is_saying(verb.lemma_.lower()):
            return False
        governs = {child.dep_ for child in verb.children}
        return "dobj" not in governs or "ccomp" in governs
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def above(noun: Token, fits: Callable[[Token], bool]) -> Token:
    """The nearest word that fits, from a noun upwards: not the institute that somebody heads, nor the day."""
    token = noun
    while not fits(token):
        head = token.head
        if head == token or token.dep_ in {"ROOT", *SUBJECTS, "dobj", "ccomp", "advcl", "parataxis"}:
            return noun
        token = head
    return token


def is_thing(token: Token) -> bool:
    """Whether a word can be what "which" means: a noun, and no date."""
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and token.ent_type_ not in {"DATE", "TIME"}


def in_main_clause(verb: Token) -> bool:
    """Whether a verb tells its sentence: not what somebody says, wants or did before."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ in {"ROOT", "parataxis"} or (verb.dep_ == "ccomp" and not is_saying(verb.head.lemma_.lower()))


def clause_of(token: Token) -> Token | None:
    """The verb of the clause that a relative pronoun opens; None if it opens none."""
    verb = token.head
    for _ in range(3):  # "whose aides said": possessor, subject, verb
        if verb.dep_ in CLAUSES and verb.head.i < token.i:
            return verb
        verb = verb.head
    return None


def is_one_of_a_people(token: Token, named: Named) -> bool:
    """Whether a people's name is one person here: "the Russian", "a Republican"."""
    name = named.heads[token.i]
    has_article = any(child.dep_ == "det" for child in token.children)
    free = token.dep_ not in MODIFIERS
    return of_people(name) and token.tag_ not in PLURAL and has_article and free
