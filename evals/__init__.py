"""Scorers, gold and floors: what the desk's figures rest on. `python -m evals` prints them all."""
