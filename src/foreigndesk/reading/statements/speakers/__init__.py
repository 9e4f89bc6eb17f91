"""Who is meant by the words for a speaker.

resolve.py       from the words to a Mention: labels, first persons, several joined, with the doubts
cast.py          whom the report names, and what it says of each           (member, around, homes, transcript)
discourse.py     what a word means where it stands                         (meaning, salience, saying)
    pronouns.py  he, they, it        referents.py  "the official", "the former spy chief"
    strangers.py those in no table   parts.py      "one of them", "both men"   appositions.py  "X, the envoy"
descriptions.py  what a noun phrase says of whom it means
"""

from foreigndesk.reading.statements.speakers.resolve import WRITER, Resolved, Speakers

__all__ = ["WRITER", "Resolved", "Speakers"]
