"""A report's URL, and the date that may be printed in it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from foreigndesk.intake.printed_date import find_date
from foreigndesk.model import DateFound

LONGEST = 2000  # characters; what is longer is no address but a script's state
# /2024/10/31/, /2024/oct/31/, -2024-10-31, /20241031/, and Yonhap's numbers: /AEN20241031001300315
DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<separator>[/_-]?)(?P<month>\d\d?|[a-z]{3})(?P=separator)(?P<day>\d\d?)"
    r"(?=[/_.?-]|$|(?<=[A-Z]\d{8})\d{6,9}$)"
)
MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/")


def read_url(words: object) -> str | None:
    """The web address that some words are, or None.

    >>> read_url(" https://example.org/a "), read_url("/a"), read_url("http://[broken")
    ('https://example.org/a', None, None)
    """
    if not isinstance(words, str) or len(words) > LONGEST:
        return None
    address = words.strip()
    try:
        return address if urlsplit(address).scheme in {"http", "https"} and urlsplit(address).hostname else None
    except ValueError:
        return None


def url_date(url: str) -> DateFound | None:
    """The date in a URL's path, to the day or to the month.

    >>> url_date("https://example.org/world/2024/oct/31/envoy-leaves").value
    '2024-10-31'
    >>> url_date("https://example.org/AEN20241031001300315").value
    '2024-10-31'
    """
    path = urlsplit(url).path
    for found in DAY.finditer(path):
        year, month, day = found.group("year", "month", "day")
        if seen := find_date(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"):
            return DateFound(seen.value, found.group(), "url")
    if found_month := MONTH.search(path):
        return DateFound(f"{found_month['year']}-{found_month['month']}", found_month.group(), "url")
    return None
