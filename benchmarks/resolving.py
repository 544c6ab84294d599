"""How resolving actors grows: ``python -m benchmarks.resolving --sizes 10000 100000 1000000``.

Makes readings of invented documents, twenty mentions each, whose names are drawn so that a few are in many documents and most in few (a
tenth as many distinct names as mentions, in several spellings, bare surnames among them), stores them, and measures what settling
their actors takes. Prints one row a size, and how much slower each size is than ten times the one before.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from rawi import actors, corroboration
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import Analysis, Document, Maker, Mention, MentionKind, Original, Reading

EACH = 20
"""Mentions in a document."""
SHARE = 10
"""Mentions to one distinct name."""
ONSETS = [*"bdfghjklmnprstvwz", "br", "dr", "gr", "kr", "pr", "sh", "st", "tr"]
VOWELS = [*"aeiou", "ai", "ou"]
ROLES = ("minister", "colonel", "mayor", "judge", "spokesman")
BODIES = ("Brigade", "Movement", "Party", "Council", "Ministry", "Union", "Front", "Company")
MAKER = Maker("benchmark", "1")


def word(draw: random.Random) -> str:
    """An invented word of two or three syllables."""
    return "".join(draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.choice((2, 2, 3)))).capitalize()


def named(count: int, draw: random.Random) -> list[tuple[str, MentionKind]]:
    """``count`` distinct names, two thirds of them persons' with surnames that some share."""
    surnames = [word(draw) for _ in range(max(10, count // 5))]
    found: dict[str, MentionKind] = {}
    while len(found) < count:
        if draw.random() < 0.66:
            found[f"{word(draw)} {draw.choice(surnames)}"] = "person"
        else:
            found[f"{word(draw)} {word(draw)} {draw.choice(BODIES)}"] = "organization"
    return list(found.items())


def readings(mentions: int, seed: int = 7) -> Iterator[Reading]:
    """Documents with ``mentions`` mentions in all; the same seed makes the same ones."""
    draw = random.Random(seed)
    names = named(mentions // SHARE, draw)
    for number in range(mentions // EACH):
        # the n-th name is met about 1/n as often as the first
        chosen = [names[int(len(names) ** draw.random()) - 1] for _ in range(EACH)]
        printed = [(text.split()[-1] if kind == "person" and draw.random() < 0.2 else text, kind) for text, kind in chosen]
        yield reading(number, [(text, kind, _described(kind, draw)) for text, kind in printed])


def _described(kind: MentionKind, draw: random.Random) -> tuple[str, ...]:
    return (draw.choice(ROLES),) if kind == "person" and draw.random() < 0.3 else ()


def reading(number: int, chosen: Iterable[tuple[str, MentionKind, tuple[str, ...]]]) -> Reading:
    """One document that names ``chosen``, each with its kind and what describes it, and says nothing."""
    text, mentions = f"Document {number}. ", []
    for name, kind, described in chosen:
        mentions.append(Mention(len(text), len(text) + len(name), name, kind, described=described))
        text += f"{name}. "
    original = Original(data=text.encode(), path=f"{number}.txt")
    document = Document(
        id="d" + original.sha256[:16],
        external_id=None,
        path=original.path,
        url=None,
        outlet=f"Outlet {number % 50}",
        title=None,
        authors=(),
        translators=(),
        published=None,
        language="en",
        genre="report",
        text=text,
        sha256=original.sha256,
    )
    found, aliases = actors.identify(document, mentions)
    return Reading(
        original=original,
        document=document,
        mentions=found,
        aliases=aliases,
        claims=(),
        relations=(),
        events=(),
        times=(),
        quantities=(),
        loaded=(),
        signature=corroboration.sign(Analysis(document, (), (), (), ()), ()),
        maker=MAKER,
    )


def measured(mentions: int) -> tuple[float, float, float, int, float]:
    """Seconds of storing, of settling, of adding a hundred documents more; actors; peak memory in megabytes."""
    with TemporaryDirectory() as folder, Ledger(Path(folder, "rawi.db")) as ledger:
        made = readings(mentions + 100 * EACH)
        begun = time.perf_counter()
        for one in islice(made, mentions // EACH):
            ledger.store(one)
        stored = time.perf_counter()
        settle(ledger)
        settled = time.perf_counter()
        for one in made:
            ledger.store(one)
        settle(ledger)
        added = time.perf_counter()
        count = sum(1 for _ in ledger.actors())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return stored - begun, settled - stored, added - settled, count, memory


def main() -> None:
    """Measure each size and print a row."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], metavar="MENTIONS")
    print(f"{'mentions':>10}{'names':>9}{'store s':>9}{'settle s':>9}{'us each':>9}{'+100 docs s':>12}{'actors':>9}{'MB':>7}")
    for size in parser.parse_args().sizes:
        stored, settled, added, count, memory = measured(size)
        each = 1e6 * settled / size
        print(f"{size:>10,}{size // SHARE:>9,}{stored:>9.1f}{settled:>9.1f}{each:>9.0f}{added:>12.1f}{count:>9,}{memory:>7.0f}", flush=True)


if __name__ == "__main__":
    main()
