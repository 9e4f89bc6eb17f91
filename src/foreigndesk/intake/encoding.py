"""Bytes become characters, and the record says what decided how.

In this order: a byte order mark; what a page or feed declares (XML declaration, HTML meta); valid UTF-8; a guess.
A declaration is overruled where the bytes are UTF-8 beyond chance: text of another encoding that has three
characters beyond ASCII does not happen to be valid UTF-8.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from foreigndesk.errors import IntakeError
from foreigndesk.intake.binary import refuse_binary
from foreigndesk.intake.draft import Trouble
from foreigndesk.model import Encoding

BOMS = (  # the longer first: UTF-32-LE begins with the mark of UTF-16-LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a label in a page means, where that is not its plain meaning: WHATWG Encoding Standard, section 4.2.
LABELS = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "latin1": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "macintosh": "mac-roman",
    "unicode-1-1-utf-8": "utf-8",
}
# Python also knows rot13, punycode or utf-7 by name; a document may not call for those.
KNOWN = re.compile(
    r"utf-?8|(windows-?|cp)(125[0-8]|866|874|932|949)|iso-?8859-?\d{1,2}|koi8-?[rut]|gb18030|big5(-?hkscs)?"
    r"|euc-?jp|iso-?2022-?jp|mac-?roman|mac-?cyrillic"
)
DECLARED_WITHIN = 4096  # bytes; the HTML standard asks for 1,024, saved pages carry a longer head
META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE)

WORDS_WITH_HIGH_BYTES = re.compile(rb"[\x21-\x7e]*[\x80-\xff]+[\x21-\xff]*")
# Letters of western European languages (without the Icelandic ones, which stand where Turkish has its own), and
# the signs that English text carries in windows-1252.
WESTERN = re.compile(
    r"(?:[\x00-\x7fÀ-ÏÑ-ÖØ-ÜßŒœŠšŽžŸà-ïñ-öø-üÿ‘’“”„‚‹›«»–—…•€£¥§©®™°·¡¿¢\xa0\xad]|(?<=\w)[ªº²³](?!\w))*"
)
ACCENTED_RUN = re.compile("[À-ÿ]{3}")  # no western word has three in a row: Cyrillic, Greek or Hebrew in truth
GUESS_BYTES = 20_000  # of words that are not ASCII: more changes no guess, and costs time


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a document, how they were found, and what is to be said about it."""

    text: str
    encoding: Encoding
    troubles: tuple[Trouble, ...] = ()


def decode(raw: bytes, *, declares: bool) -> Decoded:
    """The characters of a document, without a byte order mark.

    `declares` tells whether its format can declare an encoding (looked for in the first 4 KB). What cannot be read
    becomes U+FFFD. Raises IntakeError for what is no text.

    >>> decode('<meta charset="windows-1251">Анна'.encode("cp1251"), declares=True).encoding
    Encoding(name='windows-1251', decided_by='meta')
    >>> decode("Анна".encode(), declares=False).encoding
    Encoding(name='utf-8', decided_by='utf-8')
    """
    refuse_binary(raw)
    for mark, name in BOMS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(name, "replace")
            if "\0" in text:
                raise IntakeError("not text: it has NUL characters", "open it in an editor and save it as UTF-8")
            return Decoded(text, Encoding(name, "bom"))
    declared = declaration(raw) if declares else None
    text = raw.decode("utf-8", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    lost = text.count("\ufffd") if beyond else 0
    if lost and _decodes(raw):
        lost = 0  # the document itself prints U+FFFD
    if declared and declared.name != "utf-8" and (lost or beyond < 3):
        return Decoded(raw.decode(declared.name, "replace"), declared)
    if lost < beyond - lost or not beyond:
        return _utf8(text, declared, damaged=lost > 0)
    name = guess(raw)
    trouble = Trouble(
        "declares UTF-8, which it is not" if declared else "not UTF-8, and declares no encoding",
        f"read as {name} by guess; if names look wrong, save it as UTF-8 and take it in again",
    )
    return Decoded(raw.decode(name, "replace"), Encoding(name, "guess"), (trouble,))


def _decodes(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _utf8(text: str, declared: Encoding | None, *, damaged: bool) -> Decoded:
    if declared is None:
        return Decoded(text, Encoding("utf-8", "guess" if damaged else "utf-8"))
    if declared.name == "utf-8":
        return Decoded(text, declared)
    trouble = Trouble(f"declares {declared.name}, but is UTF-8", "read as UTF-8; look whether names are right")
    return Decoded(text, Encoding("utf-8", "utf-8"), (trouble,))


def declaration(raw: bytes) -> Encoding | None:
    """The encoding that a page or feed declares for itself, and how: by XML declaration or by HTML meta."""
    for pattern, place in ((DECLARATION, "declaration"), (META, "meta")):
        if found := pattern.search(raw, 0, DECLARED_WITHIN):
            label = found[1].decode("ascii", "replace").lower()
            # bytes in which "charset=utf-16" could be read are not UTF-16 (HTML standard, 13.2.3.2)
            name = "utf-8" if label.startswith(("utf-16", "utf8")) else LABELS.get(label, label)
            if KNOWN.fullmatch(name) and _has_codec(name):
                return Encoding(name, place)
    return None


def _has_codec(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def guess(raw: bytes) -> str:
    """The likely encoding of bytes that are not UTF-8 and declare nothing.

    Only the words with bytes over 127 are evidence: on reports that are mostly English, charset-normalizer names 9 of
    19 samples right from the whole text, 15 from those words alone, 16 where words that read as western European
    are taken for that (it takes windows-1252 for its neighbours).
    """
    words = b" ".join(WORDS_WITH_HIGH_BYTES.findall(raw))[:GUESS_BYTES]
    western = words.decode("cp1252", "replace")
    if WESTERN.fullmatch(western) and not ACCENTED_RUN.search(western):
        return "windows-1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for the few that need a guess

    best = from_bytes(words).best()
    name = best.encoding.replace("_", "-") if best else "windows-1252"
    return re.sub(r"^cp(125\d)$", r"windows-\1", name)
