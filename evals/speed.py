"""Speed of reading beside the bare parse, in one run on one core: ratios, as times differ from machine to machine."""

from __future__ import annotations

import resource
import time
from pathlib import Path

from evals.figures import Figure
from evals.polnear import read_gold
from foreigndesk.model import Report, report_id
from foreigndesk.reading.parse import parse
from foreigndesk.reading.reader import Reader

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
REPORTS = 40  # of dev, about 40,000 tokens: half a minute


def measure(shared: Path | None) -> list[Figure]:
    """Tokens per CPU-second of the whole reading and of the parse alone, their ratio, and the peak of memory."""
    texts = corpus_texts(shared)
    reader = Reader()
    reader.warm_up()
    reader.read(Report("r-warm", "warm", texts[0]))
    parse_seconds = read_seconds = 0.0
    tokens = 0
    for text in texts:  # by turns, so that both meet the same load of the machine
        start = time.process_time()
        tokens += len(parse(text))
        middle = time.process_time()
        reader.read(Report(report_id(text, None), "speed", text))
        parse_seconds += middle - start
        read_seconds += time.process_time() - middle
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # kB on Linux
    return [
        Figure("speed.parse-tokens-per-second", tokens / parse_seconds, None, tokens, note="one core, CPU seconds"),
        Figure("speed.reading-tokens-per-second", tokens / read_seconds, None, tokens, note="parse included"),
        Figure("speed.reading-reports-per-second", len(texts) / read_seconds, None, len(texts)),
        Figure("speed.reading-to-parse", parse_seconds / read_seconds, 0.5, tokens, note="share of the parse's speed"),
        Figure("speed.peak-memory-gb", peak, None, 1, note="bar: at most 1.2"),
    ]


def corpus_texts(shared: Path | None) -> list[str]:
    """Texts to read: PolNeAR dev, or the examples that ship."""
    if shared is not None:
        return [report.text for report in read_gold(shared / "corpora" / "polnear" / "dev")][:REPORTS]
    return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
