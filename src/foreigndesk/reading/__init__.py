"""Report -> Reading: what one report says, step by step (see reader.py)."""
