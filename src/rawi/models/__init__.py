"""The weights that rawi ships, their vocabulary and their model card (``card.md``)."""

from pathlib import Path

FOLDER = Path(__file__).parent
