"""Planted kin: what copies, cuts, spins and edits make of a report, each a pure function of its text and the dice.

The thesaurus is the project's own, written for planting alone: no restoring or finding method may read it. It holds
common words of political news; where it has none, a word of the same ending out of a fixed pool stands in, which no
spinner would choose better than by chance, so the shares asked for are reached. Names are exchanged as spinners do: for
another word of the language (Stone -> Rock Heart) or a garbled form.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from foreigndesk.model import KinshipKind

THESAURUS = {
    word: others.split("/")
    for word, others in (
        pair.split(":")
        for pair in """
    said:voiced/remarked/uttered says:voices/utters say:utter/voice told:knowledgeable/recounted to
    asked:queried/inquired added:appended/tacked on called:dubbed/termed wrote:penned/jotted
    president:chief of state/premier campaign:crusade/marketing drive candidate:contender/hopeful
    candidates:contenders/hopefuls people:folks/individuals voters:electors/balloters party:occasion/gathering
    state:nation state/province states:provinces/territories new:recent/brand new support:backing/assist
    election:ballot/polling political:governmental/partisan percent:per cent/p.c time:period/moment
    year:12 months/annum years:twelvemonths/seasons house:residence/dwelling vote:poll/ballot primary:main/major
    debate:controversy/dispute race:contest/dash convention:conference/assembly delegates:envoys/deputies
    win:triumph/conquer won:triumphed/gained white:pale/snowy country:land/realm national:nationwide/countrywide
    news:information/tidings week:seven days/workweek women:females/ladies men:males/fellows black:dark/sable
    right:proper/correct left:gone/departed public:open/communal general:common/basic long:prolonged/lengthy
    money:cash/funds bill:invoice/act law:statute/legislation rule:regulation/guideline court:tribunal/courtroom
    job:occupation/gig jobs:gigs/occupations work:toil/labor working:toiling/laboring workers:laborers/staff
    war:battle/warfare fight:brawl/combat attack:assault/onslaught attacks:assaults/onslaughts
    security:safety/safekeeping policy:coverage/protocol government:authorities/regime foreign:overseas/alien
    leader:chief/boss leaders:chiefs/bosses officials:officers/functionaries official:officer/formal
    department:division/section secretary:secretaire/clerk minister:cleric/clergyman senator:legislator/solon
    governor:ruler/administrator director:supervisor/overseer chief:head/main office:workplace/bureau
    city:metropolis/town street:avenue/road home:dwelling/abode world:globe/planet
    american:yankee/stateside federal:national/centralized economic:financial/fiscal economy:financial system/thrift
    trade:commerce/barter deal:bargain/pact plan:scheme/blueprint plans:schemes/blueprints issue:matter/problem
    issues:matters/problems question:query/inquiry answer:reply/response problem:downside/drawback
    problems:difficulties/drawbacks big:massive/giant small:tiny/petite great:nice/terrific good:respectable/fine
    bad:dangerous/awful better:higher/superior best:finest/greatest important:essential/vital strong:robust/sturdy
    early:premature/initial recent:current/latest past:previous/bygone old:aged/outdated young:younger/juvenile
    poor:destitute/needy rich:wealthy/opulent free:gratis/unfastened full:complete/crammed real:actual/genuine
    clear:evident/lucid hard:arduous/onerous likely:doubtless/probable ready:prepared/poised
    several:a number of/various four:4/quartet five:5/quintet million:mil/1,000,000 second:2nd/secondary
    interview:dialog/audience speech:oration/discourse statement:assertion/declaration
    comments:feedback/remarks remarks:feedback/comments attention:consideration/heed message:memo/missive
    rally:gathering/muster crowd:throng/multitude event:occasion/happening night:evening/nighttime day:daytime/date
    morning:daybreak/forenoon month:thirty days/moon end:finish/shut start:begin/onset began:commenced/started
    part:half/portion place:location/spot point:level/juncture points:factors/junctures number:quantity/numeral
    group:cluster/band groups:clusters/bands members:adherents/affiliates member:adherent/affiliate
    case:occasion/lawsuit fact:reality/truth reason:motive/rationale idea:notion/thought view:perspective/outlook
    change:alter/shift help:support/abet need:want/require want:need/crave wants:needs/craves think:assume/suppose
    believe:consider/reckon know:comprehend/grasp see:glimpse/behold look:gaze/glance run:sprint/jog
    running:operating/jogging show:exhibit/present give:furnish/hand gave:furnished/handed make:fabricate/craft
    use:make use of/wield used:utilized/wielded try:attempt/strive trying:attempting/striving call:name/summon
    keep:preserve/retain hold:grip/clutch held:gripped/clutched left-wing:leftist stand:rise/stance
    move:transfer/shuffle moved:shifted/transferred turn:flip/rotate turned:flipped/rotated play:enjoy/frolic
    spent:expended/squandered pay:remit/shell out paid:remitted/compensated raise:elevate/hoist
    raised:elevated/hoisted cut:slash/minimize push:shove/thrust build:assemble/erect built:assembled/erected
    stop:halt/cease lead:steer/spearhead led:steered/spearheaded meet:encounter/convene met:encountered/convened
    meeting:assembly/encounter speak:converse/orate spoke:conversed/orated talk:chat/converse talks:chats/parleys
    heard:overheard/listened to read:learn/peruse known:recognized/identified found:discovered/located
    lost:misplaced/forfeited killed:slain/slaughtered died:perished/expired children:kids/youngsters
    child:kid/youngster family:household/clan families:households/clans friend:buddy/pal friends:buddies/pals
    mother:mom/mama father:dad/papa wife:partner/spouse son:offspring/lad daughter:lass/female child
    life:existence/lifespan death:demise/passing school:faculty/academy schools:academies/faculties
    students:pupils/college kids student:pupil/learner college:faculty/school university:college/varsity
    health:wellness/well being care:tending/upkeep food:meals/fare water:h2o/aqua air:breeze/ambiance
    gun:firearm/rifle guns:firearms/rifles police:constabulary/cops immigration:in-migration/influx
    immigrants:newcomers/incomers border:boundary/frontier wall:barrier/rampart street-level:roadside
    email:e mail/digital mail emails:e mails/digital mails server:waiter/host media:press/medium
    television:tv set/telly show-business:showbiz company:firm/agency companies:firms/corporations
    business:enterprise/commerce industry:trade/sector market:bazaar/mart tax:levy/toll taxes:levies/tolls
    bank:financial institution/lender oil:petroleum/crude energy:vigor/vitality power:energy/clout
    force:pressure/drive forces:drives/troops military:army/martial troops:soldiers/forces nuclear:atomic/nuke
    weapons:arms/ordnance treaty:accord/compact agreement:settlement/accord sanctions:penalties/embargoes
    peace:calm/tranquility threat:menace/hazard threats:menaces/hazards terrorism:terror/extremism
    terrorist:extremist/bomber justice:fairness/equity rights:entitlements/liberties freedom:liberty/latitude
    history:historical past/annals record:file/document report:dossier/write up reports:dossiers/write ups
    study:examine/analysis poll:survey/canvass polls:surveys/canvasses data:information/knowledge
    evidence:proof/testimony decision:choice/verdict effort:endeavor/exertion efforts:endeavors/exertions
    strategy:technique/gameplan role:function/position position:place/stance future:forthcoming/hereafter
    tuesday:day two conservative:orthodox/traditionalist liberal:progressive/lenient democratic:popular/egalitarian
    nominee:appointee/designee nomination:appointment/designation supporters:backers/devotees
    critics:detractors/faultfinders rival:competitor/opponent rivals:competitors/opponents front:entrance/forefront
    major:main/foremost key:essential/pivotal top:prime/uppermost final:closing/ultimate next-door:adjacent
    social:communal/societal private:personal/non-public legal:authorized/lawful moral:ethical/virtuous
    simply:merely/just really:actually/truly actually:in reality/truly probably:most likely/presumably
    clearly:evidently/obviously quickly:swiftly/rapidly nearly:practically/virtually especially:notably/particularly
    recently:just lately/of late already-made:readymade together:collectively/jointly ago:prior/previously
    away:afar/off behind:at the back of/rearward despite:regardless of/notwithstanding according:in line with
    """.split("\n    ")
        for pair in re.split(r"\s+(?=[a-z-]+:)", pair.strip())
        if ":" in pair
    )
}
POOL = {
    "ing": "brewing carving dusting etching folding gilding hauling knitting mending nesting paving quilting".split(),
    "ed": "braided charted dented etched forged gilded hinged knotted looped mended notched plaited rinsed".split(),
    "ly": "amply blithely coarsely dimly evenly faintly gamely hazily idly jaggedly keenly loosely meekly".split(),
    "s": "anvils barrels cobbles dunes embers fathoms gables hinges islets kettles lanterns mortars nettles".split(),
    "": "anvil basalt cobble dune ember fathom gable hinge islet kettle lantern mortar nettle orchard pebble".split(),
}
NAMES = (
    "Heart Solar Stream Iron Rock Meadow Timber Copper Harbor Falcon Winter Amber Granite Willow Thunder Silver"
).split()
FUNCTION = frozenset(
    """a an the of to in on at by for from with and or but nor as if than that this these those it its he she they we
    you i his her their our your my me him them us is are was were be been being am do does did has have had will would
    can could may might shall should must not no so up out off over into onto about after before between under again
    there here when where why how all any both each few more most other some such only own same too very just who whom
    which what while because until during through against also one two""".split()
)
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


@dataclass(frozen=True)
class Planted:
    """A text made from another, the kind of its debt, and how it was made."""

    text: str
    kind: KinshipKind
    way: str


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs with anything in them."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def joined(paragraphs: list[str]) -> str:
    """Paragraphs as a report prints them."""
    return "\n\n".join(paragraphs)


# -- copies ------------------------------------------------------------------------------------------------------------

HEADS = (
    "THE HARBOUR COURIER", "Home > News > Politics", "By Martha Oakes, Courier Staff Writer", "Updated 9:14 p.m. ET",
    "Leon Brandt reports from Ashford", "The Ashford Ledger | National", "4 min read", "Listen to this article",
)  # fmt: skip
BETWEEN = (
    "Story continues below", "ADVERTISEMENT", "Read more: Five takeaways from a long night in Ashford",
    "Related: What to know before the harbour polls open", "Sign up for the Courier's morning letter",
)  # fmt: skip
FEET = (
    "Copyright 2016 Ashford Ledger. All rights reserved. This material may not be rewritten or redistributed.",
    "Follow Leon Brandt for more from the harbour. Have a tip? Write to the desk.",
    "The Harbour Courier is part of the Ashford group. See our terms of use and our privacy notice.",
    "Comments are closed on this story. Readers may still write letters to the editor.",
)  # fmt: skip


def furnished(paragraphs: list[str], dice: random.Random) -> list[str]:
    """Another outlet's furniture about and between the paragraphs."""
    body: list[str] = []
    for paragraph in paragraphs:
        body.append(paragraph)
        if dice.random() < 0.15:
            body.append(dice.choice(BETWEEN))
    return [*dice.sample(HEADS, 2), *body, *dice.sample(FEET, 2)]


def copied(text: str, dice: random.Random) -> Planted:
    """The same text with its headline gone and another outlet's furniture around it."""
    return Planted(joined(furnished(paragraphs_of(text)[1:], dice)), KinshipKind.COPY, "copied")


def reordered(text: str, dice: random.Random) -> Planted:
    """The same paragraphs in another order."""
    paragraphs = paragraphs_of(text)
    dice.shuffle(paragraphs)
    return Planted(joined(paragraphs), KinshipKind.COPY, "reordered")


CUT = 0.3  # of the words


def cut(text: str, dice: random.Random) -> Planted:
    """Paragraphs in a row that hold 30 % of the words, some furniture around them."""
    words = text.split()
    size = max(int(CUT * len(words)), 1)
    begin = dice.randrange(len(words) - size + 1)
    places = [match.span() for match in re.finditer(r"\S+", text)]
    part = text[places[begin][0] : places[begin + size - 1][1]]
    return Planted(joined([dice.choice(HEADS), *paragraphs_of(part)]), KinshipKind.EXCERPT, "cut")


# -- spinning ----------------------------------------------------------------------------------------------------------


def spun(text: str, dice: random.Random, share: float) -> str:
    """A share of the content words, names included, each exchanged for another, word by word."""
    first = {match.start() for match in re.finditer(r"(?:(?<=[.!?] )|(?<=\n)|\A)[\"“]?\w", text)}

    def exchanged(match: re.Match[str]) -> str:
        word: str = match.group()
        low = word.lower()
        if low in FUNCTION or len(word) == 1 or dice.random() >= share:
            return word
        if low in THESAURUS:
            new: str = dice.choice(THESAURUS[low])
        elif word[0].isupper() and match.start() not in first:
            new = dice.choice(NAMES) if dice.random() < 0.5 else word[:-1] + dice.choice("aeiou") + word[-1]
        else:
            new = dice.choice(next(pool for ending, pool in POOL.items() if low.endswith(ending)))
        return new[0].upper() + new[1:] if word[0].isupper() else new

    return WORD.sub(exchanged, text)


def spun_10(text: str, dice: random.Random) -> Planted:
    """10 % of the content words exchanged."""
    return Planted(spun(text, dice, 0.10), KinshipKind.SPUN, "spun_10")


def spun_35(text: str, dice: random.Random) -> Planted:
    """35 % of the content words exchanged."""
    return Planted(spun(text, dice, 0.35), KinshipKind.SPUN, "spun_35")


# -- edits as by hand --------------------------------------------------------------------------------------------------

SAYING = "said noted explained argued insisted maintained told reporters".split()
RECAST = [
    (re.compile(pattern), new)
    for pattern, new in (
        (r"\bdid not\b", "didn’t"), (r"\bdo not\b", "don’t"), (r"\bis not\b", "isn’t"), (r"\bcannot\b", "can’t"),
        (r"\bin order to\b", "to"), (r"\baccording to ([A-Z][\w.]*(?: [A-Z][\w.]*)*)", r"as \1 put it"),
        (r"\bmore than\b", "over"), (r"\babout (\d)", r"some \1"), (r"\ba number of\b", "several"),
        (r"\bpercent\b", "per cent"), (r"\bon (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", "this week"),
        (r"\blast year\b", "a year ago"), (r"\bbecause of\b", "owing to"), (r"\bhowever, ", ""), (r", however,", ""),
        (r"\bas well as\b", "and"), (r"\bwith respect to\b", "on"), (r"\bDonald Trump\b", "Mr. Trump"),
        (r"\bHillary Clinton\b", "Mrs. Clinton"), (r"\bthe United States\b", "America"),
        (r"\bcontinues to\b", "still does"), (r"\bis expected to\b", "looks set to"),
    )
]  # fmt: skip
LEADS = ("In a further sign of the strain, ", "As the week wore on, ", "For all that, ", "By most accounts, ")
OWN = (
    "The exchange is likely to occupy both camps for days.",
    "Neither side showed any sign of letting the matter rest.",
    "It was not clear on the day how far the dispute would go.",
    "People close to the talks cautioned against reading too much into it.",
    "The Courier has asked those concerned for comment.",
)
SENTENCE = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z])|(?<=[.!?][”\"]) (?=[A-Z“\"])")


def hand_edited(text: str, dice: random.Random) -> Planted:
    """As an editor recasts a report: sentences dropped, joined and moved, phrases recast, lines of one's own."""
    paragraphs = []
    for paragraph in paragraphs_of(text)[1:] or paragraphs_of(text):
        sentences = [hand_sentence(sentence, dice) for sentence in SENTENCE.split(paragraph) if dice.random() > 0.2]
        if len(sentences) > 1 and dice.random() < 0.3:
            sentences[0], sentences[1] = sentences[1], sentences[0]
        if dice.random() < 0.12:
            sentences.append(dice.choice(OWN))
        if sentences:
            paragraphs.append(" ".join(sentences))
    return Planted(joined([dice.choice(OWN), *paragraphs]), KinshipKind.REWRITE, "hand_edited")


def hand_sentence(sentence: str, dice: random.Random) -> str:
    """One sentence as an editor leaves it: attributions turned, phrases recast, clauses moved or cut."""
    outside = re.split(r"([“\"][^”\"]*[”\"])", sentence)
    for n in range(0, len(outside), 2):  # a person leaves what stands in quotation marks alone
        part = outside[n]
        for pattern, new in RECAST:
            part = pattern.sub(new, part)
        part = re.sub(r"\b(said|says)\b", lambda _: dice.choice(SAYING), part)
        outside[n] = re.sub(r" \([^)]*\)", "", part)
    sentence = "".join(outside)
    clauses = sentence.split(", ")
    if "“" not in sentence and '"' not in sentence and len(clauses) > 2 and dice.random() < 0.5:
        del clauses[1 + dice.randrange(len(clauses) - 2)]
        sentence = ", ".join(clauses)
    elif len(clauses) == 2 and "“" not in sentence and '"' not in sentence and dice.random() < 0.4:
        tail = clauses[1].rstrip(".!? ")
        sentence = f"{tail[:1].upper()}{tail[1:]}, {clauses[0][:1].lower()}{clauses[0][1:]}."
    elif dice.random() < 0.15:
        sentence = dice.choice(LEADS) + sentence[:1].lower() + sentence[1:]
    return sentence


# -- updates and quotations --------------------------------------------------------------------------------------------

LATER = (
    "The ministry in {a} confirmed later in the day that {n} people had been interviewed by the {b} inspectorate.",
    "Asked about it again in the evening, an aide to the {a} delegation said {n} of the papers had been handed over.",
    "The {b} council put off its session on the matter until {n} of its members had read the file.",
    "In {a}, a crowd of about {n} stood outside the {b} offices until midnight.",
    "The {b} commission has since asked {a} for the {n} pages that are still missing.",
)


def updated(text: str, dice: random.Random) -> Planted:
    """The same outlet's later version: a paragraph or five of news put in, a sentence or two recast."""
    paragraphs = paragraphs_of(text)
    for _ in range(max(2, len(paragraphs) // 5)):
        names = {"a": dice.choice(NAMES) + "ford", "b": dice.choice(NAMES), "n": dice.randrange(3, 900)}
        paragraphs.insert(1 + dice.randrange(len(paragraphs)), dice.choice(LATER).format(**names))
    return Planted(joined(paragraphs), KinshipKind.UPDATE, "updated")


QUOTED = re.compile(r"[“\"]([^“”\"\n]{90,400})[”\"]")


def quoting(text: str, host: str, outlet: str, dice: random.Random) -> Planted | None:
    """Another report that takes over a quotation and credits the outlet; None where nothing long is quoted."""
    quotations = [match.group(1) for match in QUOTED.finditer(text) if len(match.group(1).split()) >= 14]
    if not quotations:
        return None
    paragraphs = paragraphs_of(host)
    line = f"“{dice.choice(quotations)}” the {outlet} quoted one of those involved as saying."
    paragraphs.insert(1 + dice.randrange(len(paragraphs)), line)
    return Planted(joined(paragraphs), KinshipKind.QUOTES, "quoting")


Planting = Callable[[str, random.Random], Planted]
PLANTINGS: dict[str, Planting] = {
    "copied": copied,
    "reordered": reordered,
    "cut": cut,
    "updated": updated,
    "hand_edited": hand_edited,
    "spun_10": spun_10,
    "spun_35": spun_35,
}
