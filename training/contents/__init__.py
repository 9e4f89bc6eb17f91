"""How the gist encoder and the weights of "same" are made: see README.md."""
