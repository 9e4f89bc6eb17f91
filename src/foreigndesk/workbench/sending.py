"""Files that a page gives away."""

from __future__ import annotations

from starlette.responses import Response


def sent(content: bytes, name: str, kind: str) -> Response:
    """A file to be kept, never shown: what a report prints is run by no program that the browser opens it with.

    >>> sent(b"", 'who "did" it/why matrix.csv', "text/csv").headers["content-disposition"]
    'attachment; filename="who \\'did\\' it_why matrix.csv"'
    """
    plain = name.encode("ascii", "replace").decode().replace('"', "'")
    for sign in "?/\\\r\n":
        plain = plain.replace(sign, "_")
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{plain}"'})
