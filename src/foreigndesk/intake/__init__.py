"""Intake: bytes become reports, whatever they came as; what cannot be taken in becomes a Setback."""

from foreigndesk.intake.paths import open_paths
from foreigndesk.intake.report import Overrides, Taken

__all__ = ["Overrides", "Taken", "open_paths"]
