"""Words that tell what a capitalised name is, or that it is none."""

from __future__ import annotations

# Head words of organisations: they make a body of what the parser takes for a person or a building.
BODY_HEADS = frozenset(
    """academy administration agency airlines airways alliance army assembly association authority bank battalion board
    brigade bureau campaign center centre chronicle church club co coalition college command commission committee
    company congress corp corporation council court daily department examiner federation force forces forum
    foundation fund gazette globe group herald hospital inc industries initiative institute institution journal lab
    laboratory labs league llc ltd magazine ministry mirror mosque motors museum network news observer office
    organisation organization parliament party post press project radio school senate service services society
    standard systems team technologies telegraph television times tribune tv union university weekly""".split()
)
PLACE_HEADS = frozenset(
    "avenue bay beach city county heights island islands province river springs street valley".split()
)

# What the parser labels as a name but is none when it stands alone.
COMMON = frozenset(
    """a admiral advertisement affairs agency agency's all also an and any april armed army as asked at august autumn
    bay bible big border both brigade budget bureau but by cabinet camp capital central chairman chief christmas
    city click coast commerce commission committee constitution continue coronavirus correspondent council country
    county court covid covid-19 december defence defense department district division each early east easter eastern
    editor embassy every fall february federal first follow foreign from friday general god good government great
    gulf here high homeland host house how if image in intelligence interior international internet island islands
    january july june just justice kingdom last late leader long low many march may military minister ministry
    mission monday more most mountain much national navy new next no north northern not november now october of
    office old on or other parliament party peninsula photo police president protection province ramadan read region
    related republic river said saturday says sea second secretary security senate september share so some south
    southern speaker spokesman spokeswoman spring state strait subscribe such summer sunday team than thanksgiving
    that the then there these they third this those thursday to today tomorrow town treasury tuesday tweet twitter
    union video watch we wednesday west western what when where who why winter with yes yesterday you""".split()
)

# "Russian Defense" Minister: the end of such a label belongs to a title.
TITLE_MODIFIERS = frozenset(
    """commerce defence defense deputy energy finance foreign health homeland interior justice press prime state trade
    treasury unification vice""".split()
)
TITLE_HEADS = frozenset("affairs committee department minister ministers ministry policy secretary".split())
