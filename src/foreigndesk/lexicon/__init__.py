"""What is known beforehand: actors, outlets, cues, hedges, the PLOVER codebook. Every row in data/ has its origin."""
