"""A text that was not understood is kept, and said not to have been understood."""

from __future__ import annotations

from pathlib import Path

from rawi.ledger import Ledger
from rawi.pipeline.run import Options, read

FRENCH = """Le moulin du village

Le conseil de la haute vallée a annoncé jeudi soir que le moulin du village resterait fermé jusqu'au printemps, après
l'incendie qui a détruit la roue et le toit. Les habitants demandent une enquête et affirment que personne ne les a prévenus.
"""


def test_a_document_in_another_language_is_stored_with_a_gap(tmp_path: Path) -> None:
    (tmp_path / "moulin.txt").write_text(FRENCH)
    with Ledger(tmp_path / "x.db") as ledger:
        for _ in range(2):  # reading it again says nothing twice
            summary = read([str(tmp_path / "moulin.txt")], ledger, Options(workers=1))
        (document,) = ledger.documents("moulin")
        (gap,) = ledger.skips()
    assert document.language == "fr"
    assert gap.document == document.id
    assert "'fr'" in gap.reason
    assert summary.unchanged == 1
