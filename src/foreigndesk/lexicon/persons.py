"""How persons' names are built: which part is the surname, and what a person is called for short."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.lexicon.forms import WORD, normal_word
from foreigndesk.lexicon.given_names import load_given_names

# States whose people are printed with the family name first.
FAMILY_FIRST = frozenset("CHN PRK KOR TWN HKG MAC SGP VNM KHM".split())
# ... of these, where people are also called by the last word of their name.
ALSO_LAST = frozenset("VNM KHM SGP".split())

# The most frequent family names of China, Korea and Vietnam, for persons whose country is not known.
EASTERN = frozenset(
    """ahn bae baek cai cao chen cheng cho choi chun chung dai dang deng ding do dong du duong fan fang feng fu gao
    guo han he ho hoang hong hu huang hwang jang jeong jia jiang jin jung kang kim ko kwon lai le lee li liang liao
    lim lin liu lu luo ma mao moon ngo nguyen noh oh pan park peng pham phan qin ren roh ryu seo shen shi shin son
    song su sun tan tang tian tran vo vu wang wei wu xia xiao xie xiong xu xue yan yang yao ye yoo yoon yu yuan
    yun zeng zhang zhao zheng zhong zhou zhu zou""".split()
)

PARTICLES = frozenset(
    "abu af al ben bin bint da dal das de del della den der di do dos du el ibn la le ter ud ul van von y zu".split()
)
ARABIC_ARTICLES = frozenset({"al", "el"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

Group = tuple[str, ...]


def groups_of(name: str) -> list[Group]:
    """The parts of a printed name: words joined by a hyphen or an apostrophe are one part; no suffix.

    >>> groups_of("Kim Jong-un"), groups_of("Lloyd J. Austin III")
    ([('kim',), ('jong', 'un')], [('lloyd',), ('j',), ('austin',)])
    """
    groups: list[Group] = []
    end = -1
    for match in WORD.finditer(name):
        joined = groups and name[end : match.start()] in {"-", "‐", "‑", "–", "'", "’", "‘"}
        word = normal_word(match.group())
        if joined:
            groups[-1] = (*groups[-1], word)
        else:
            groups.append((word,))
        end = match.end()
    while len(groups) > 1 and groups[-1][0] in SUFFIXES:
        groups.pop()
    return groups


def family_first(groups: Sequence[Group], country: str | None) -> bool:
    """Whether a name starts with the family name: by the person's country, else by a frequent Eastern family name."""
    if len(groups) < 2 or groups[0][0] in load_given_names():
        return False
    return country in FAMILY_FIRST or (country is None and groups[0][0] in EASTERN and len(groups[0]) == 1)


def short_names(name: str, country: str | None = None) -> tuple[str, ...]:
    """What a person is called for short, as normal forms: the surname, with and without its particles.

    >>> short_names("Ursula von der Leyen"), short_names("Kim Jong-un", "PRK"), short_names("Bashar al-Assad")
    (('von der leyen', 'leyen'), ('kim',), ('al assad', 'assad'))
    """
    groups = groups_of(name)
    if len(groups) < 2:
        return ()
    found: list[Group] = []
    if family_first(groups, country):
        found.append(groups[0])
    if not found or country in ALSO_LAST or country is None:
        start = len(groups) - 1
        while start > 1 and groups[start - 1][0] in PARTICLES:
            start -= 1
        found += [tuple(word for group in groups[start:] for word in group), groups[-1]]
        if len(groups) > 2 and len(groups[-2][0]) > 1 and groups[-2][0] not in PARTICLES:  # two surnames: "Peña Nieto"
            found.append((*groups[-2], *groups[-1]))
        if groups[-1][0] in ARABIC_ARTICLES and len(groups[-1]) > 1:
            found.append(groups[-1][1:])
    return tuple(dict.fromkeys(" ".join(group) for group in found if len("".join(group)) > 1))
