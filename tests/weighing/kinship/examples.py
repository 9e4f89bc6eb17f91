"""An invented report, what others made of it, and an independent one of the same event; all persons are invented."""

from __future__ import annotations

from foreigndesk.model import Report
from foreigndesk.weighing.kinship import Kin, kin_of

WIRE = """HELSINKI, March 4 (Harbour Wire) - Finland closed two more crossings on its border with Russia on Tuesday \
after 1,340 people without papers had arrived there since Friday, the interior ministry said.

The crossings of Vartius and Salla will stay shut until 13 April. Only the railway line at Vainikkala, which carries \
freight and no passengers, is not affected.

"We will not let a neighbour decide who comes to our door," State Secretary Aino Lehtokangas told reporters in the \
capital. She said the guards had turned back 212 bicycles, most of them bought in Murmansk in the same week.

Lehtokangas, who took office in January, presented a table by nationality: 610 Somalis, 405 Yemenis and 190 Syrians, \
the rest from eleven other countries. Nine people were treated for frostbite in the hospital of Kuusamo.

The embassy of Russia in Helsinki spoke of a humanitarian duty that Finland was trying to shake off. It offered \
talks between the border services of both countries, the fourth such offer since November.

A lieutenant of the border guard, who asked not to be named because he was not allowed to speak, told Harbour Wire \
that lorries without plates had set people down 300 metres before the barrier on three nights. "They knew our shifts \
better than my wife does," he said.

Lawyers for the refugees plan to go to the administrative court of northern Finland on Thursday. They hold that at \
least one crossing must remain open under a treaty of 1951."""

REWRITE = """Since Friday 1,340 people without papers had come to Finland's border with Russia; on Tuesday the \
interior ministry in Helsinki drew the conclusion and shut the crossings of Salla and Vartius as well. They are to \
reopen on 13 April. Freight goes on rolling along the railway at Vainikkala, where no passengers travel.

Who comes to the door is not for a neighbour to decide, is how State Secretary Aino Lehtokangas put it. By her count \
212 bicycles, most of which had been purchased in Murmansk during those days, were sent back by the guards.

Somalis made up the largest part, 610, in the table of Lehtokangas, in office since January; Yemenis followed with \
405 and Syrians with 190. Eleven further countries share the remainder. Kuusamo's hospital had nine cases of \
frostbite.

Moscow's embassy in the Finnish capital accuses Finland of shaking off a humanitarian duty. For the fourth time \
since November it proposed that the border services of the two sides talk.

According to a lieutenant of the guard who may not give his name, lorries that bore no plates had on three nights \
let people out 300 metres from the barrier, and whoever sent them was well informed about the shifts.

On Thursday the administrative court of northern Finland will hear from the refugees' lawyers, for whom a treaty of \
1951 demands that one crossing at the least stay open."""

INDEPENDENT = """In Kuusamo the school gymnasium has been a dormitory since Saturday. Pirjo Aaltovaara, who usually \
teaches handball there, counts 86 camp beds and says the heating was not made for doors that open all night.

Finland's interior ministry announced in Helsinki on Tuesday that the crossings of Vartius and Salla would be \
closed. "We will not let a neighbour decide who comes to our door," State Secretary Aino Lehtokangas told reporters \
there.

The town council had asked for a warning and got none, its chairman Onni Raudaskoski told the Lapland Mirror. He \
puts the cost of the past four days at 57,000 euros and has written to the treasury. Of the snow mobiles of the \
voluntary fire brigade two are broken.

One of the sleepers, a baker from Taiz who gave his name as Yassin, had paid 2,600 dollars in Minsk for a bicycle \
and a hotel bill. He laughs about the bicycle. It had no chain, he says, and nobody on the way had been astonished.

On the other side of the road the hardware store sells blankets at cost. Its owner expects that the last guests will \
be taken to Oulu by bus before Sunday, when the gymnasium is needed for the district final."""

EXCHANGED = {
    "closed": "shuttered", "crossings": "passages", "border": "frontier", "people": "individuals",
    "papers": "documents", "arrived": "landed", "ministry": "division", "railway": "rail", "line": "path",
    "neighbour": "adjoining", "door": "gate", "guards": "sentries", "bicycles": "cycles", "bought": "bought up",
    "week": "seven days", "table": "desk", "countries": "nations", "hospital": "clinic", "duty": "obligation",
    "talks": "chats", "services": "companies", "lorries": "vans", "nights": "evenings", "wife": "spouse",
    "Lawyers": "Attorneys", "court": "courtroom", "treaty": "accord", "open": "ajar", "offer": "supply",
    "reporters": "journalists",
}  # fmt: skip


def spun(text: str) -> str:
    """The text with words exchanged one by one."""
    for word, other in EXCHANGED.items():
        text = text.replace(f" {word}", f" {other}")
    return text


def kin(
    text: str,
    name: str,
    outlet: str | None = None,
    published: str | None = None,
    byline: str | None = None,
) -> Kin:
    """A report made ready."""
    return kin_of(Report(id=name, path=name, text=text, outlet=outlet, published=published, byline=byline))


def first(text: str = WIRE) -> Kin:
    """The wire's report."""
    return kin(text, "r-wire", "Harbour Wire", "2025-03-04T10:00:00+00:00")
