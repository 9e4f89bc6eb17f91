"""Reads a report from its first word to its last and notes whom each name, description and pronoun means."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.layout import NONE, Layout
from foreigndesk.reading.statements.phrases import MODIFIERS, PLURAL
from foreigndesk.reading.statements.speakers.appositions import Appositions
from foreigndesk.reading.statements.speakers.cast import Named, of_people
from foreigndesk.reading.statements.speakers.descriptions import QUANTIFIERS, describe, noun_of
from foreigndesk.reading.statements.speakers.meaning import Meaning, Roster, named
from foreigndesk.reading.statements.speakers.member import Kind, Member, Mentioned
from foreigndesk.reading.statements.speakers.parts import is_one_more, joined, one_more, some_of, together, whole_of
from foreigndesk.reading.statements.speakers.pronouns import IT, RELATIVE, THEY, Pronouns, clause_of
from foreigndesk.reading.statements.speakers.referents import Referents
from foreigndesk.reading.statements.speakers.salience import HE, SHE, Salience, subject_rank
from foreigndesk.reading.statements.speakers.saying import in_main_clause, is_saying, speaks
from foreigndesk.reading.statements.speakers.strangers import Strangers

CALLED_SO = frozenset({"attr", "oprd"})
PERSONAL = HE | SHE | THEY
FRACTIONS = frozenset("half third quarter percent percentage number".split())


class Discourse:
    """Whom each name, description and pronoun of a report means."""

    def __init__(self, layout: Layout, cast: Named) -> None:
        """Read the report once, in order."""
        self.layout, self.named = layout, cast
        self.salience = Salience(layout)
        self.roster = Roster(cast.members.values())
        self.pronouns = Pronouns(layout, cast, self.roster, self.salience)
        self.strangers = Strangers(self.roster, self.pronouns, self.meaning)
        self.referents = Referents(layout, cast, self.roster, self.salience, self.pronouns, self.strangers)
        self.appositions = Appositions(layout, cast, self.roster, self.meaning)
        self.meanings: dict[int, Meaning] = {}
        for token in layout.tokens:
            self.read(token)

    # -- in order ------------------------------------------------------------------------------------------------------

    def read(self, token: Token) -> None:
        """Note whom one word means, if it names, describes or stands for somebody."""
        if token.i in self.named.heads:
            self.read_name(token)
        elif token.i not in self.named.at:
            if token.pos_ == "PROPN" and token.lower_ not in load_nouns():
                self.read_unknown_name(token)
            elif token.pos_ in {"NOUN", "PROPN"} and is_counted(token):
                self.read_noun(token)
            elif is_pronoun(token) or (token.dep_ in SUBJECTS and (whole_of(token) is not None or is_one_more(token))):
                self.note(token)

    def read_name(self, token: Token) -> None:
        """A name means its member; a lone adjective of a people ("the Russian") somebody so described."""
        member = self.named.at[token.i]
        if member.kind is not Kind.PERSON and is_one_of_a_people(token, self.named):
            self.read_noun(token)
            return
        self.meanings[token.i] = named(member)
        modifies = token.dep_ in {"compound", "amod", "nmod"}
        if not (modifies and of_people(self.named.heads[token.i])):
            self.mention(member, token, aside=1.0 if modifies else 0.5 if token.dep_ == "poss" else 0.0)
        names = [word for word in joined(token) if word.i in self.named.heads] if token.dep_ != "conj" else []
        if len(names) > 1 and not modifies:
            self.mention(self.all_of([self.named.at[word.i] for word in names]), token)

    def read_unknown_name(self, token: Token) -> None:
        """A capitalised subject of saying whom no rule for names found: "Grethe Lund, the service's head, said"."""
        if (
            token.dep_ in SUBJECTS
            and is_saying(token.head.lemma_.lower())
            and (member := self.appositions.unknown_name(token))
        ):
            self.meanings[token.i] = named(member)
            self.mention(member, token)

    def read_noun(self, token: Token) -> None:
        """A description means whom it stands beside, whom it fits, or somebody new."""
        if token.dep_ in CALLED_SO or is_bare_role(token):
            return
        beside = self.appositions.beside(token)
        if beside is None:
            self.note(token)
            return
        self.meanings[token.i] = named(beside)
        self.appositions.learn_owner(token, beside)
        self.appositions.reveal(token, beside)

    def note(self, token: Token) -> None:
        """Note whom a word means, and that he is mentioned here."""
        meaning = self.meaning(token)
        if meaning.member is not None:
            self.mention(meaning.member, token)

    def mention(self, member: Member, token: Token, *, aside: float = 0.0) -> None:
        """Note that a member stands here, and whether it speaks."""
        quotation = self.layout.quotation[token.i]
        member.mention(Mentioned(token.i, subject_rank(token), quotation, aside))
        if quotation == NONE and speaks(token) and (token.dep_ == "pobj" or in_main_clause(token.head)):
            self.salience.spoke.append((token.i, member))

    def all_of(self, parts: list[Member]) -> Member:
        """Several as one; the same several are the same again."""
        both = together(parts)
        if both.name not in self.roster.by_name:
            self.roster.add(both)
        return self.roster.by_name[both.name]

    # -- asked ---------------------------------------------------------------------------------------------------------

    def meaning(self, token: Token) -> Meaning:
        """Whom a word means."""
        if token.i not in self.meanings:
            # A chain of words that leads back to itself ends here.
            self.meanings[token.i] = unresolved(token)
            self.meanings[token.i] = self.find(token)
        return self.meanings[token.i]

    def meaning_of_all(self, tokens: list[Token]) -> Meaning:
        """Whom several words joined by "and" mean together."""
        meanings = [self.meaning(token) for token in tokens]
        parts = list(dict.fromkeys(m.member.revealed or m.member for m in meanings if m.member is not None))
        if len(parts) < 2 or len(parts) < len(tokens):
            return meanings[0]
        both = self.all_of(parts)
        return Meaning(both, meanings[0].rule, f"The speakers are {both.name}.", meanings[0].doubt)

    def find(self, token: Token) -> Meaning:
        """Whom a word means that was passed over in reading."""
        word = token.lower_.replace("’", "'").split("'")[0]  # "who've" can be one token
        member = self.named.at.get(token.i)
        if member is not None and not (token.i in self.named.heads and is_one_of_a_people(token, self.named)):
            return named(member)
        if word in RELATIVE and (clause := clause_of(token)) is not None:
            return self.relative(token, clause)
        if word in PERSONAL or word in IT:
            return self.pronouns.meaning(token)
        if (part := self.some(token)) is not None:
            return part
        if word in QUANTIFIERS:
            stranger = self.strangers.stranger(describe(token, self.named))
            return Meaning(stranger, "quantity", f"“{token.text}”: nobody in particular.")
        if token.pos_ == "PROPN" and (member := self.appositions.unknown_name(token)) is not None:
            return named(member)
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "X"} or noun_of(token) is not None:
            if token.dep_ == "attr" and (subject := next((t for t in token.head.lefts if t.dep_ == "nsubj"), None)):
                return self.meaning(subject)
            beside = self.appositions.beside(token)
            return self.referents.meaning(describe(token, self.named)) if beside is None else named(beside)
        return unresolved(token) if member is None else named(member)

    def relative(self, token: Token, clause: Token) -> Meaning:
        """'who' means the person, 'which' the thing that its clause describes."""
        noun = self.pronouns.antecedent(token, clause)
        if noun is None:
            return Meaning(None, "relative", "No noun for the relative pronoun.", "no noun for the relative pronoun")
        found = self.meaning(noun)
        why = f"“{token.text}” means “{noun.text}”, which its clause describes."
        return Meaning(found.member, "relative", why, found.doubt)

    def some(self, token: Token) -> Meaning | None:
        """Whom "one of the officials" or "another" means; None for other words."""
        whole = whole_of(token)
        if whole is not None and (beside := self.appositions.beside(token)) is not None:
            return named(beside)
        if whole is not None and (many := self.meaning(whole).member) is not None:
            return self.part(token, some_of(token, whole, many))
        if is_one_more(token) and (last := self.last_described(token)) is not None:
            return self.part(token, one_more(token, last))
        return None

    def part(self, token: Token, member: Member) -> Meaning:
        """Some of those told of before, as somebody new."""
        self.roster.add(member)
        return Meaning(member, "part", f"“{token.text}” is described, not named: “{member.name}”.")

    def last_described(self, token: Token) -> Member | None:
        """Who was described last before a word, without a name."""
        before = (member for member in reversed(self.roster.unnamed) if member.kind is Kind.PERSON and member.intro)
        return next((member for member in before if member.intro and member.intro.start < token.idx), None)


def unresolved(token: Token) -> Meaning:
    """The meaning of a word that is nobody known."""
    return Meaning(None, "unresolved", f"“{token.text}” was not resolved to anybody.", "not resolved to anybody")


def is_pronoun(token: Token) -> bool:
    """Whether a word stands for somebody told of: "he", "their"."""
    return token.pos_ == "PRON" and token.lower_ in PERSONAL


def is_counted(token: Token) -> bool:
    """Whether a noun can introduce somebody: not a mere modifier, nor a word for no speaker except as a subject."""
    known = load_nouns().get(token.lemma_.lower())
    if token.lower_ in FRACTIONS:
        return False
    if known is None or known.kind is NounKind.PEOPLE:
        return token.dep_ in SUBJECTS and (known is not None or token.tag_ in PLURAL)
    return token.dep_ not in MODIFIERS - {"poss"}


def is_bare_role(token: Token) -> bool:
    """Whether a noun tells a role and nobody in it: "for president", "at state level"."""
    return token.tag_ not in PLURAL and token.dep_ == "pobj" and not any(True for _ in token.children)


def is_one_of_a_people(token: Token, cast: Named) -> bool:
    """Whether a people's name is one person here: "the Russian", "a Republican"."""
    name = cast.heads[token.i]
    has_article = any(child.dep_ == "det" for child in token.children)
    free = token.dep_ not in MODIFIERS
    return of_people(name) and token.tag_ not in PLURAL and has_article and free
