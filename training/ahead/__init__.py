"""Passages written for the rules of forecasts and of silences, and how well the rules read them."""
