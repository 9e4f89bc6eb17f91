"""Which actor a known form names here, or that it names none: the guards of ambiguous forms."""

from __future__ import annotations

from collections.abc import Callable

from foreigndesk.lexicon.forms import FormKind, normal_form, normal_words
from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.guards import GuardKind, load_guards
from foreigndesk.lexicon.rows import Form
from foreigndesk.reading.names.known import Match
from foreigndesk.reading.names.scene import Scene

EUROPEAN_UNION = "european-union"
PLACING = frozenset({"in", "near", "outside", "around", "from"})

Holds = Callable[[Scene, Match, tuple[str, ...]], bool]


def choose(scene: Scene, match: Match) -> tuple[Form, str] | None:
    """The form a match is, and why if there was a choice; None if it is no name here."""
    if match.decoy or not match.forms:
        return None
    for guard in load_guards().get(normal_form(match.forms[0].printed), ()):
        if guard.kind is GuardKind.BRUSSELS:
            return brussels(scene, match)
        holds = GUARDS.get(guard.kind)
        if holds is not None and not holds(scene, match, guard.cues):
            return None
    return (match.forms[0], "") if len(match.forms) == 1 else most_named(scene, match.forms)


def most_named(scene: Scene, forms: tuple[Form, ...]) -> tuple[Form, str]:
    """Of several actors the one whose state the report names most; before that, persons who hold a post on the day."""

    def weight(form: Form) -> tuple[bool, int]:
        actor = scene.actors.get(form.actor)
        if actor is None:
            return False, 0
        return actor.post_on(scene.day) is not None, scene.named[actor.country or actor.id]

    best = max(forms, key=weight)
    others = (scene.actors.get(form.actor) for form in forms if form is not best)
    names = ", ".join(actor.name for actor in others if actor)
    return best, f"It can also mean {names}; of these the report speaks most of the first."


def brussels(scene: Scene, match: Match) -> tuple[Form, str]:
    """Brussels stands for the European Union in a report that names it, unless something is in or near the city."""
    placed = match.first > 0 and scene.words.normals[match.first - 1] in PLACING
    if scene.named[EUROPEAN_UNION] and not placed:
        form = Form(match.forms[0].printed, EUROPEAN_UNION, FormKind.CAPITAL)
        return form, "The report names the European Union, which sits there."
    return match.forms[0], ""


def no_person(scene: Scene, match: Match, _cues: tuple[str, ...]) -> bool:
    """Not inside a person's name: neither a longer one, nor the end of one that the report prints longer elsewhere."""
    words = scene.words
    label = scene.label_at(match.first)
    if label is not None and label.label == "PERSON":
        if label.end - label.first > match.end - match.first:
            return False
        form = words.slice(match.first, match.end)
        people = (other for other in scene.labels if other.label == "PERSON" and other.end - other.first > len(form))
        if any(words.slice(other.end - len(form), other.end) == form for other in people):
            return False
    before = match.first - 1
    return before < 0 or words.gap(before) != " " or words.normals[before] not in load_given_names()


def no_plain_word(scene: Scene, match: Match, _cues: tuple[str, ...]) -> bool:
    """Taken for a name by the parser."""
    return scene.proper(match.first)


def well_labelled(scene: Scene, match: Match, labels: tuple[str, ...]) -> bool:
    """Labelled by the parser as one of some kinds."""
    return scene.labelled(match.end - 1, *labels)


def behind_the(scene: Scene, match: Match, _cues: tuple[str, ...]) -> bool:
    """Printed with the article, and not the beginning of a longer name: "the National Center"."""
    words = scene.words
    longer = match.end < len(words) and words.gap(match.end - 1) == " " and words.capital(match.end)
    return match.first > 0 and words.normals[match.first - 1] == "the" and not longer


def no_shouting(scene: Scene, match: Match, _cues: tuple[str, ...]) -> bool:
    """Not among words in capitals, save where the parser takes it for a name."""
    words = scene.words
    around = [words.texts[i] for i in (match.first - 1, match.end) if 0 <= i < len(words)]
    # Longer than three letters: "US" beside "UK" or "NATO" is no shouting headline yet, beside "TOLD" it is.
    shouted = any(len(text) > 3 and text.isupper() for text in around)
    return not shouted or scene.label_at(match.first) is not None


def at_home(scene: Scene, match: Match, states: tuple[str, ...]) -> bool:  # noqa: ARG001 - all guards take the same
    """In a report that is about, or from, one of some states."""
    if scene.home in states:
        return True
    here = max((scene.named[state] for state in states), default=0)
    return here > 0 and (scene.home is None or here >= scene.named[scene.home])


def not_beside(scene: Scene, match: Match, phrases: tuple[str, ...]) -> bool:  # noqa: ARG001
    """In a report that says none of some phrases."""
    return not any(scene.says(phrase) for phrase in phrases)


def nearest_speaks_for(scene: Scene, match: Match, cues: tuple[str, ...]) -> bool:
    """Nearest, of some words, to one that speaks for the form ("+Russia"); also where none stands in the report."""
    words = scene.words
    best, answer = len(words), True
    for cue in cues:
        wanted = normal_words(cue)
        for index, word in enumerate(words.normals):
            if word == wanted[0] and words.slice(index, index + len(wanted)) == wanted:
                distance = abs(index - match.first)
                if distance < best:
                    best, answer = distance, cue.startswith("+")
    return answer


GUARDS: dict[GuardKind, Holds] = {
    GuardKind.PERSON: no_person,
    GuardKind.WORD: no_plain_word,
    GuardKind.LABEL: well_labelled,
    GuardKind.THE: behind_the,
    GuardKind.CAPS: no_shouting,
    GuardKind.HOME: at_home,
    GuardKind.UNLESS: not_beside,
    GuardKind.NEAREST: nearest_speaks_for,
}
