from foreigndesk.model import (
    Certainty,
    Force,
    Mention,
    Passage,
    Reading,
    Report,
    Sourcing,
    SourcingKind,
    Statement,
    StatementKind,
)
from foreigndesk.showing.brief.gather import Asked, statements_asked

TEXT = "“We told them that it is over, and Petrov agrees that it is,” Ada Lund said."


def statement(id_: str, speaker: str, content: str, within: str | None = None) -> Statement:
    start = TEXT.index(content)
    return Statement(
        id=id_,
        kind=StatementKind.STATEMENT,
        speaker=Mention(printed=speaker, name=speaker),
        cue=None,
        content=(Passage(start, start + len(content), content),),
        force=Force.ASSERT,
        certainty=Certainty(),
        sourcing=Sourcing(SourcingKind.NAMED),
        within=within,
    )


def test_what_speakers_tell_of_their_own_words_is_told_from_the_words_of_others() -> None:
    outer = statement("s-1", "Ada Lund", "“We told them that it is over, and Petrov agrees that it is,”")
    own = statement("s-2", "Ada Lund", "that it is over", within="s-1")
    others = statement("s-3", "Petrov", "that it is,", within="s-1")
    reading = Reading(Report("r-1", "one.txt", TEXT), "test/1", statements=(outer, own, others))
    assert [(told.statement.id, told.own) for told in statements_asked(reading, Asked())] == [
        ("s-1", False),
        ("s-2", True),
        ("s-3", False),
    ]
