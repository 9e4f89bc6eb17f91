"""Known names in a text: states and bodies, also bodies named by rule ("Japan's defence ministry")."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import FormKind
from foreigndesk.lexicon.persons import SUFFIXES
from foreigndesk.lexicon.roles import GOVERNMENT, Role
from foreigndesk.lexicon.rows import Form
from foreigndesk.model import Actor, ActorKind, Reason
from foreigndesk.reading.names.choice import choose
from foreigndesk.reading.names.found import Found, kind_of, reason_for
from foreigndesk.reading.names.known import Match, matcher_of
from foreigndesk.reading.names.scene import Scene

MODIFIES = frozenset({"compound", "amod", "nmod"})
# With a capital in front, these are the city's own: "London police".
OF_THE_CITY = frozenset({GOVERNMENT, "police", "parliament", "embassy", "supreme-court"})
LINKS = frozenset({" ", "-", "\u00a0"})


def find_known(scene: Scene, actors: Actors) -> list[Found]:
    """The names of known actors in a report, in order, none overlapping."""
    matches = list(matcher_of(actors).matches(scene.words))
    scene.count(matches)
    found: list[Found] = []
    index = 0
    while index < len(matches):
        match = matches[index]
        taken, name = join_of(scene, actors, matches[index : index + 2])
        if name is None:
            name = plain(scene, actors, match)
            taken = 1
        if name is not None:
            found.append(name)
        index += taken
    return found


def plain(scene: Scene, actors: Actors, match: Match) -> Found | None:
    """A known form as a name; None if it is none here."""
    chosen = choose(scene, match)
    if chosen is None:
        return None
    form, doubt = chosen
    actor = actors.get(form.actor)
    if actor is None:
        return None
    first = match.first - 1 if article_of(scene, form, match.first) else match.first
    end = with_suffix(scene, match, actor)
    if end is None:
        return None
    found = Found(first, end, kind_of(actor), actor, (), form.kind)
    why = reason_for(form.kind, found.printed(scene.words), actor)
    found.reasons = (why, Reason("choice", doubt)) if doubt else (why,)
    return found


def article_of(scene: Scene, form: Form, first: int) -> bool:
    """Whether the article belongs to a name and is printed with it: "The Hague"."""
    words = scene.words
    return form.printed.startswith("The ") and first > 0 and words.texts[first - 1] == "The" and words.joined(first - 1)


def with_suffix(scene: Scene, match: Match, actor: Actor) -> int | None:
    """Where a known name ends, a suffix included; None if it is the name of a son ("Donald Trump Jr.").

    Where a middle initial is printed too, the suffix is only fuller style: "Joseph R. Biden Jr."
    """
    words, end = scene.words, match.end
    if actor.kind is not ActorKind.PERSON or end >= len(words) or words.normals[end] not in SUFFIXES:
        return end
    if words.gap(end - 1) not in {" ", ", "} or not words.capital(end):
        return end
    full = match.initials or any(len(words.texts[index]) == 1 for index in range(match.first, end))
    if words.normals[end] in {"jr", "sr"} and not full:
        return None
    return end + 1


def join_of(scene: Scene, actors: Actors, pair: Sequence[Match]) -> tuple[int, Found | None]:
    """A state and a body that make one name, in either order: how many matches it takes, and the name."""
    if len(pair) < 2:
        return 1, None
    first, second = pair
    if linked(scene, first, second):
        body = body_behind(scene, actors, first, second)
    elif first.role and of_between(scene, first, second):
        body = body_before(scene, actors, first, second)
    else:
        return 1, None
    if body is None:
        return 1, None
    state, actor = body
    name = Found(first.first, second.end, kind_of(actor), actor, ())
    printed = name.printed(scene.words)
    sentence = f"“{printed}” names a body by its state and its office: {actor.name} ({state.name})."
    name.reasons = (Reason("state-and-office", sentence),)
    return 2, name


def linked(scene: Scene, first: Match, second: Match) -> bool:
    """Whether one match follows the other as "Chinese" or "China's" goes before "foreign ministry"."""
    words = scene.words
    if second.first == first.end:
        return words.gap(first.end - 1) in LINKS or words.gap(first.end - 1) in {"' ", "’ "}
    return second.first == first.end + 1 and words.possessive(first.end) and words.gap(first.end) == " "


def of_between(scene: Scene, first: Match, second: Match) -> bool:
    """Whether "of" or "of the" stands between two matches."""
    between = scene.words.slice(first.end, second.first)
    return between in {("of",), ("of", "the")} and all(
        scene.words.gap(index) == " " for index in range(first.end - 1, second.first)
    )


def state_in(scene: Scene, actors: Actors, match: Match) -> tuple[Actor, FormKind] | None:
    """The state a match names, and by what kind of form."""
    chosen = choose(scene, match)
    actor = actors.state(chosen[0].actor) if chosen else None
    return (actor, chosen[0].kind) if actor and chosen else None


def body_behind(scene: Scene, actors: Actors, first: Match, second: Match) -> tuple[Actor, Actor] | None:
    """State and body of "the Chinese Foreign Ministry", "China's military", "the U.S. State Department"."""
    state = state_in(scene, actors, first)
    if state is None:
        return None
    owner, kind = state
    for form in second.forms:
        body = actors.get(form.actor)
        if body is not None and body.country == owner.id and body.id != owner.id and not body.posts:
            return owner, body
    if second.role is None or loosely_used(scene, second.role, second):
        return None
    capital = kind is FormKind.CAPITAL
    if capital and (second.first == first.end or second.role.id in OF_THE_CITY):
        return None
    body = actors.body_of(owner.id, second.role.id)
    return (owner, body) if body else None


def body_before(scene: Scene, actors: Actors, first: Match, second: Match) -> tuple[Actor, Actor] | None:
    """State and body of "the foreign ministry of Pakistan"."""
    state = state_in(scene, actors, second)
    if state is None or first.role is None or state[1] is not FormKind.NAME:
        return None
    body = actors.body_of(state[0].id, first.role.id)
    return (state[0], body) if body else None


def loosely_used(scene: Scene, role: Role, match: Match) -> bool:
    """Whether a word such as "military" only describes another here: "Russian military aid"."""
    printed_small = not scene.words.capital(match.end - 1)
    token = scene.token_at(match.end - 1) if role.loose and printed_small else None
    return token is not None and (token.dep_ in MODIFIES or token.pos_ == "ADJ")
