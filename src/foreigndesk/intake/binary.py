"""What is no text, told by its first bytes."""

from __future__ import annotations

import codecs

from foreigndesk.errors import IntakeError

BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
MAGIC = (
    (b"%PDF-", "a PDF", "save its text as .txt, or the page it was printed from as .html"),
    (b"PK\x03\x04", "a zip archive (or an Office document)", "unpack it, or save the document as .txt"),
    (b"\x1f\x8b", "a gzip file", "unpack it first (gunzip)"),
    (b"BZh", "a bzip2 file", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "an xz file", "unpack it first (unxz)"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it first (unzstd)"),
    (b"\x89PNG", "an image (PNG)", "the desk reads text, not pictures of it"),
    (b"\xff\xd8\xff", "an image (JPEG)", "the desk reads text, not pictures of it"),
    (b"GIF8", "an image (GIF)", "the desk reads text, not pictures of it"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as .txt"),
    (b"{\\rtf", "an RTF document", "save it as .txt"),
    (b"\x7fELF", "a program", "the desk reads reports"),
)


def refuse_binary(raw: bytes) -> None:
    """Raise IntakeError, naming what it is, if the bytes are no text: a known file type, or NUL bytes."""
    for magic, kind, hint in MAGIC:
        if raw.startswith(magic):
            raise IntakeError(f"not text: {kind}", hint)
    if not raw.startswith(BOMS) and (at := raw.find(b"\0")) >= 0:
        raise IntakeError(
            "not text: it has NUL bytes", "if it is UTF-16, save it with a byte order mark or as UTF-8", f"byte {at}"
        )
