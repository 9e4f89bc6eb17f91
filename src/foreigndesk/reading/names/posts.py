"""Whom a title and a surname mean: "President Putin", "Mr. Xi", by who held which post on the day of the report."""

from __future__ import annotations

from collections.abc import Iterable

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import FormKind
from foreigndesk.lexicon.given_names import gender_of
from foreigndesk.model import Actor, Post, Reason
from foreigndesk.reading.names.found import Found, Kind
from foreigndesk.reading.names.scene import Scene
from foreigndesk.reading.names.titles import COURTESY, OFFICES, gender_of_title, tells

# Words between a state's adjective and the name it goes with: "South Korean Deputy Defense Minister Kim".
REACH = 5


def by_post(scene: Scene, actors: Actors, name: Found, names: Iterable[Found]) -> tuple[Actor, Reason] | None:
    """The known person a title and a surname mean, and why; None if nobody or several could be.

    It must be somebody who held a post on the day of the report (any day, if the report has none). An office in the
    title must be that of the post, and a state named before it must be the person's.
    """
    title = scene.title_before(name.first)
    if not title:
        return None
    states = states_before(name, names)
    surname = " ".join(scene.words.slice(name.first, name.end))
    gender = gender_of_title(title[-1])
    fitting = []
    for actor in actors.surnamed(surname, scene.day):
        posts = [post for post in held_then(scene, actor) if title[-1] not in OFFICES or tells(title, post.title)]
        possible = gender is None or gender_of(actor.name) in {None, gender}
        if posts and possible and (not states or actor.country in states):
            fitting.append((actor, posts[-1]))
    if len(fitting) != 1:
        return None
    actor, post = fitting[0]
    printed = scene.words.text[scene.words.starts[name.first - len(title)] : scene.words.ends[name.end - 1]]
    state = actors.state(post.country or "")
    where = f" of {state.name}" if state else ""
    when = f" on {scene.day.isoformat()}" if scene.day else ""
    return actor, Reason("title-and-post", f"“{printed}”: {actor.name} was {post.title}{where}{when}.")


def held_then(scene: Scene, actor: Actor) -> list[Post]:
    """The posts a person held on the day of the report, the one taken up last at the end; all, if it has no day."""
    day = scene.day.isoformat() if scene.day else None
    return [
        post for post in actor.posts if day is None or (post.since <= day and (post.until is None or day <= post.until))
    ]


def states_before(name: Found, names: Iterable[Found]) -> set[str]:
    """The states named right before the title of a name; a capital there is a place ("in Lima, Mr. Xi")."""
    return {
        other.actor.id
        for other in names
        if other.kind is Kind.STATE
        and other.actor
        and other.form is not FormKind.CAPITAL
        and 0 <= name.first - other.end <= REACH
    }


def not_another(scene: Scene, name: Found) -> bool:
    """Whether a known person's name is not that of a spouse or child: "Mrs. Biden"."""
    before = name.first - 1
    if name.kind is not Kind.PERSON or name.actor is None or before < 0:
        return True
    title = scene.words.normals[before]
    if title not in COURTESY or not scene.words.joined(before):
        return True
    gender = gender_of_title(title)
    return gender is None or gender_of(name.actor.name) in {None, gender}
