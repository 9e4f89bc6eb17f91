"""From tags and links to attributions: who says what, by which words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from foreigndesk.reading.statements.tagging.found import Found, Span
from foreigndesk.reading.statements.tagging.repair import complete_quotes, signatures, transcripts
from foreigndesk.reading.statements.tagging.tagger import Flags, Floats, Tagged

SOURCE, CUE, CONTENT = 0, 1, 2  # columns of the tags
SPEAKS, CONTAINS, ECHOES = 0, 1, 2  # cue -> source, cue -> content, content -> source


@dataclass(frozen=True)
class Settings:
    """Thresholds, tuned on 40 training reports that the weights never saw (`training/statements/README.md`).

    A chunk runs over the words likelier than `low` and must hold one likelier than `high`. The other figures are
    logits of links: content below `link` belongs to no cue, a source below `speaker` is not this cue's.
    """

    low: tuple[float, float, float] = (0.1, 0.2, 0.35)
    high: tuple[float, float, float] = (0.25, 0.5, 0.65)
    link: float = -3.0
    speaker: float = -2.0
    echo: float = 0.5  # weight of the content's own link to its source beside the cue's
    alone: float = 0.8  # content without a cue must be this likely
    edge: float = -1.0  # a chunk gives up words at its ends that its cue links below this, and takes likely ones above
    likely: float = 0.1  # least likelihood of a word that a chunk takes in


DEFAULT = Settings()


@dataclass(frozen=True)
class Chunk:
    """[start, end) words of one role, inside one window."""

    start: int
    end: int
    window: int


@dataclass
class Draft:
    """One attribution in the making."""

    cue: Chunk | None
    contents: list[Chunk]
    source: list[Chunk] = field(default_factory=list)


def decode(text: str, tagged: Tagged, settings: Settings = DEFAULT) -> list[Found]:
    """Every attribution of a text in reading order."""
    cues, contents, sources = (chunks(tagged, role, settings) for role in (CUE, CONTENT, SOURCE))
    drafts, orphans = share_out(tagged, cues, contents, settings)
    for draft in drafts:
        draft.source = speaker(tagged, draft, sources, settings)
    drafts += adopt(tagged, drafts, orphans, sources, settings)
    found = [written(tagged, draft) for draft in drafts]
    found = [replace(f, content=complete_quotes(text, f.content)) for f in found]
    found = transcripts(text, signatures(text, found))
    return sorted(found, key=lambda f: (f.content or f.cue)[0])


def chunks(tagged: Tagged, role: int, settings: Settings) -> list[Chunk]:
    """Runs of words likely to be in a span of a role, cut where another begins and at windows' ends."""
    tags = tagged.tags[:, role]
    inside = 1 - tags[:, 0]
    on = inside > settings.low[role]
    begins = (tags[:, 1] > tags[:, 2]) & (tags[:, 1] > 0.5)
    runs: list[Chunk] = []
    for number, (first, last) in enumerate(tagged.windows):
        start = -1
        for word in range(first, last):
            if start >= 0 and (not on[word] or begins[word]):
                runs.append(Chunk(start, word, number))
                start = -1
            if start < 0 and on[word]:
                start = word
        if start >= 0:
            runs.append(Chunk(start, last, number))
    return [run for run in runs if inside[run.start : run.end].max() > settings.high[role]]


def block(tagged: Tagged, relation: int, a: Chunk, b: Chunk) -> Floats:
    """Logits of a relation from each word of one chunk to each of another in the same window."""
    first = tagged.windows[a.window][0]
    return tagged.links[a.window][relation, a.start - first : a.end - first, b.start - first : b.end - first]


def linked(tagged: Tagged, relation: int, a: Chunk, b: Chunk) -> float:
    """Mean logit of a relation from the words of one chunk to those of another in the same window."""
    logits = block(tagged, relation, a, b)
    return float(np.add.reduce(logits, axis=None)) / logits.size  # a third of the time of mean()


def share_out(
    tagged: Tagged, cues: list[Chunk], contents: list[Chunk], settings: Settings
) -> tuple[list[Draft], list[Chunk]]:
    """Each chunk of content to the cue that claims it most; the chunks that no cue claims."""
    taken = np.zeros(len(tagged.tags), dtype=bool)
    for chunk in contents:
        taken[chunk.start : chunk.end] = True
    mine: dict[int, list[Chunk]] = {}
    orphans: list[Chunk] = []
    for chunk in contents:
        claims = [(linked(tagged, CONTAINS, cue, chunk), n) for n, cue in enumerate(cues) if cue.window == chunk.window]
        best, number = max(claims, default=(-np.inf, -1))
        if best > settings.link:
            mine.setdefault(number, []).append(fitted(tagged, cues[number], chunk, taken, settings))
        else:
            orphans.append(chunk)
    return [Draft(cues[n], parts) for n, parts in sorted(mine.items())], orphans


def fitted(tagged: Tagged, cue: Chunk, chunk: Chunk, taken: Flags, settings: Settings) -> Chunk:
    """A chunk without the words at its ends that its cue does not link to, with those beside it that it does."""
    first, last = tagged.windows[cue.window]
    near = block(tagged, CONTAINS, cue, Chunk(first, last, cue.window)).mean(0) > settings.edge
    sure = np.flatnonzero(near[chunk.start - first : chunk.end - first])
    if not len(sure):
        return chunk
    start, end = chunk.start + int(sure[0]), chunk.start + int(sure[-1]) + 1
    free = near & ~taken[first:last] & (1 - tagged.tags[first:last, CONTENT, 0] > settings.likely)
    while start > first and free[start - 1 - first]:
        start -= 1
    while end < last and free[end - first]:
        end += 1
    return Chunk(start, end, chunk.window)


def speaker(tagged: Tagged, draft: Draft, sources: list[Chunk], settings: Settings) -> list[Chunk]:
    """The tagged source that the cue and its content link to most, if any."""
    best, least = [], settings.speaker
    for source in sources:
        if draft.cue and source.window == draft.cue.window:
            echo = np.mean([linked(tagged, ECHOES, part, source) for part in draft.contents])
            sure = linked(tagged, SPEAKS, draft.cue, source) + settings.echo * float(echo)
            if sure > least:
                best, least = [source], sure
    return best


def adopt(
    tagged: Tagged, drafts: list[Draft], orphans: list[Chunk], sources: list[Chunk], settings: Settings
) -> list[Draft]:
    """Content without a cue: joined to the content it follows on, or an attribution of its own if likely enough."""
    alone = []
    for chunk in orphans:
        before = [d for d in drafts if any(0 <= chunk.start - part.end <= 1 for part in d.contents)]
        if before:
            before[0].contents.append(chunk)
        elif 1 - tagged.tags[chunk.start : chunk.end, CONTENT, 0].mean() > settings.alone:
            near = [(linked(tagged, ECHOES, chunk, s), s.start, s) for s in sources if s.window == chunk.window]
            best = max(near, default=None)
            alone.append(Draft(None, [chunk], [best[2]] if best and best[0] > settings.speaker else []))
    return alone


def written(tagged: Tagged, draft: Draft) -> Found:
    """A draft in characters; its score is the mean likelihood of its cue and its content."""

    def spans(parts: list[Chunk]) -> tuple[Span, ...]:
        ordered = sorted(parts, key=lambda part: part.start)
        return tuple((int(tagged.words.starts[p.start]), int(tagged.words.ends[p.end - 1])) for p in ordered)

    inside = 1 - tagged.tags[:, :, 0]
    sure = np.concatenate([inside[p.start : p.end, CONTENT] for p in draft.contents]).mean()
    if draft.cue:
        sure = (sure + inside[draft.cue.start : draft.cue.end, CUE].mean()) / 2
    return Found(spans(draft.source), spans([draft.cue] if draft.cue else []), spans(draft.contents), float(sure))
