"""The words of forecasts: which verbs, participles and nouns look ahead, and which only seem to."""

from __future__ import annotations

# "vowed to do": the deed is that of who vows.
INTENT = frozenset(
    "plan intend mean vow pledge promise threaten undertake agree commit swear decide prepare resolve guarantee "
    "propose arrange expect".split()
) - {"propose", "expect"}
# "expects Y to do", "predicts a collapse"
FORETELLING = frozenset("expect predict forecast anticipate project foresee see fear envisage foretell".split())
ON_NOUNS = frozenset({"bet", "count", "bank", "brace"})
# "is expected to do"
FORETOLD = frozenset(
    "due set likely unlikely certain sure bound poised slated scheduled expected planned forecast predicted projected "
    "tipped about destined inevitable unavoidable doomed imminent impending".split()
)
NOUNS_AHEAD = frozenset({"odds", "odd", "chance", "chances", "likelihood", "probability", "time", "risk"})
# A present tense with a day ahead is a timetable only with verbs of beginning, ending, going and meeting.
SCHEDULED = frozenset(
    "begin start open close end expire leave join take enter come fall follow arrive meet vote resume return fly "
    "travel visit host sail convene gather depart sign stay reopen kick launch hold go run".split()
)
# What is done on a day that somebody has set.
ARRANGED_DEEDS = SCHEDULED | frozenset(
    "send deliver publish present release deploy inaugurate appear address double dispatch evacuate withdraw hand pay "
    "transfer sail close reopen discuss debate unveil ship build buy cut raise impose lift".split()
)
# An answer with force is a threat.
RETORTS = frozenset("answer respond retaliate reply meet".split())
# With a condition these need no day.
FOLLOWING = frozenset("begin start follow resume expire end take come enter stay close open lapse".split())
# What these could do, they are able to do.
MEANS = frozenset("missile rocket weapon drone gun plane aircraft shell radar range engine".split())
# Behind these "could" tells of what may come, behind others of what somebody is able to do.
FEARING = frozenset("warn fear predict caution forecast expect estimate".split())
# What others have arranged: of these the noun or a place is enough ("is due in Oslo").
ARRANGED = frozenset("due scheduled planned forecast predicted slated set".split())
# "a peace is unlikely": the subject itself is the outcome.
BY_THEMSELVES = frozenset("likely unlikely certain inevitable unavoidable imminent impending".split())
# By whom a forecast is made: "is expected by the bank"; not "is bound by the treaty".
BY_OTHERS = frozenset("expected planned forecast predicted projected scheduled".split())
# What "would" only judges, of a step that nobody has taken: "such a deal would benefit both".
JUDGING = frozenset(
    "mean benefit help harm hurt require violate breach amount undermine constitute need suit serve imply cost favour "
    "favor deserve depend allow permit enable ban make please".split()
)
DRAFTS = frozenset("bill draft proposal amendment motion measure clause".split())
PROPOSALS = DRAFTS | frozenset("law plan idea text deal step move".split())
# What "may" guesses about now: "may hold 200 kilograms".
STATES = frozenset("hold contain have own possess know belong carry lie exist live hide include think want be".split())
# Bare chances of these are told of what comes.
ODDS = frozenset({"odds", "odd", "likelihood", "probability"})
SAID_OF = frozenset("acomp attr xcomp oprd advcl amod".split())
SEEMING = frozenset("be look seem appear remain".split())
HABITS = frozenset("often usually always sometimes typically generally normally rarely seldom frequently".split())
POLITE = frozenset({"would like", "would prefer", "would rather", "would welcome", "would love", "would argue"})
PURPOSES = frozenset(
    "aim goal task point purpose job idea hope way trick challenge role duty mission wish ambition question intent "
    "objective priority rule policy custom practice order answer problem choice alternative option".split()
)
TEXTS = frozenset(
    "treaty pact text article law constitution charter agreement resolution clause accord convention rule contract "
    "statute decree manual doctrine code".split()
)
WISHES = frozenset(
    "hope hop wish want demand urge ask call request seek invite dream pray appeal propose recommend "
    "offer prefer like aim deny rule unclear ready willing require wonder imagine pretend beg desire".split()
)
FIRST_PERSON = frozenset({"we", "i"})
HARMS = frozenset(
    "attack strike bomb shell seize cut suspend block close shoot punish retaliate answer respond board expel sanction "
    "fight kill destroy hit invade sink stop freeze impose follow".split()
)
KINDS_OF_CUE = {
    "threat": ("threat",),
    "promise": (
        "vow",
        "pledge",
        "promis",
        "assur",
        "undertake",
        "undertook",
        "agree",
        "commit",
        "guarantee",
        "swear",
        "swore",
    ),
    "plan": (
        "plan",
        "intend",
        "mean",
        "decid",
        "schedul",
        "due",
        "announc",
        "prepar",
        "arrang",
        "is to",
        "timetable",
        "slated",
    ),
    "warning": ("warn", "fear", "caution", "risk"),
    "prediction": ("predict", "forecast", "expect", "bet"),
}
