"""When was it? The dates printed in a report, resolved from the day it was published."""

from foreigndesk.reading.dates.attach import nearest_when
from foreigndesk.reading.dates.whens import find_whens

__all__ = ["find_whens", "nearest_when"]
