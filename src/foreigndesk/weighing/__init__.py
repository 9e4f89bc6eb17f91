"""Readings weighed against each other: what many reports together tell, as findings with their cites."""
