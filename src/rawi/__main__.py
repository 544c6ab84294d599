"""``python -m rawi``: the command line."""

from rawi.cli import main

main()
