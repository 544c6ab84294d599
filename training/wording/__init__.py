"""The judge of loaded words: what it learns from, the network, its figures. ``python -m training.wording`` makes the weights."""
