"""What was learned from marked passages about wordings that no rule lists: linear scores over words in their grammar.

    features.py   what is looked at: words under the names they are given, and how they hang on each other
    weights.py    what each is worth (numpy alone)

Which names a word is given is said by who asks: reading/ahead/naming.py, reading/silences/naming.py. How the weights
are made: training/ahead.
"""
