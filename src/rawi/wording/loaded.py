"""The loaded words of a document as records, each with its reason and whom it is about."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rawi import models
from rawi.records import Analysis, Loaded, Maker, Mention
from rawi.wording.about import Subjects
from rawi.wording.finding import find

MAKERS = {
    "learned": Maker(
        "rawi.wording.learned", "1", (("weights", json.loads((models.FOLDER / "wording.json").read_text("utf-8"))["weights"]),)
    ),
    "rules": Maker("rawi.wording.rules", "2"),
}
"""By the method of attribution, which says whether there are vectors."""


def weigh(analysis: Analysis, mentions: Sequence[Mention] = ()) -> tuple[Loaded, ...]:
    """Every loaded word of the text, in text order.

    ``mentions`` are the document's own with their keys; ``about`` is the key of the one that a word is about, and None where no named
    one is.
    """
    maker = MAKERS["rules" if analysis.vectors is None else "learned"]
    subjects = Subjects(analysis, mentions)
    text, tokens = analysis.document.text, analysis.tokens
    return tuple(
        Loaded(
            document=analysis.document.id,
            start=tokens[span.start].start,
            end=tokens[span.stop - 1].end,
            text=text[tokens[span.start].start : tokens[span.stop - 1].end],
            about=subjects.key(span, reason),
            reason=reason,
            maker=maker,
        )
        for span, reason in find(analysis)
    )
