"""The command line: options in, one call, text out."""

from foreigndesk.cli.doors import desk, main
from foreigndesk.cli.printing import STOPPED

__all__ = ["STOPPED", "desk", "main"]
