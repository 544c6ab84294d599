"""What paths stand for: nothing is lost, the order is stable, and what is passed over says why."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.papers import article, crawl, line, mail, page, paper, text, word, zipped

from rawi.reading import Limits, find, read
from rawi.records import Original, Skipped

MADE = article(3)


def _names(found: list[Original | Skipped]) -> list[str]:
    return [Path(item.path or "-").name for item in found]


def _reason(found: list[Original | Skipped]) -> str:
    (only,) = found
    assert isinstance(only, Skipped)
    return only.reason


def test_a_folder_is_read_to_its_depth_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text(MADE))
    assert _names(list(find([str(tmp_path)]))) == ["c.txt", "z.txt", "b.txt", "c.txt"]


def test_noise_and_ledgers_are_passed_over_without_a_word(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".DS_Store", "rawi.db", "rawi.db-wal", "rawi.db-shm", ".git/config"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "reading.sqlite").write_bytes(b"SQLite format 3\x00" + bytes(100))
    assert list(find([str(tmp_path)])) == []


def test_hidden_and_unknown_files_are_skipped_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / ".draft.txt").write_bytes(text(MADE))
    (tmp_path / "map.xlsx").write_bytes(b"PK\x03\x04")
    hidden, unknown = find([str(tmp_path)])
    assert isinstance(hidden, Skipped) and "hidden" in hidden.reason
    assert isinstance(unknown, Skipped) and "no reader for .xlsx files; convert it" in unknown.reason


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    (tmp_path / ".draft.txt").write_bytes(text(MADE))
    assert _names(list(find([str(tmp_path / ".draft.txt")]))) == [".draft.txt"]


def test_a_path_that_does_not_exist_says_so() -> None:
    assert _reason(list(find(["no/such/folder"]))) == "no/such/folder: there is no such file or folder; check the path"


def test_a_file_without_an_ending_is_known_by_its_bytes(tmp_path: Path) -> None:
    for name, data in {
        "note": text(MADE),
        "page": page(MADE),
        "paper": paper(MADE),
        "letter": mail(MADE),
        "corpus": line(MADE),
        "file": word(MADE),
    }.items():
        (tmp_path / name).write_bytes(data)
    found = list(find([str(tmp_path)]))
    assert len(found) == 6
    for item in found:
        assert isinstance(item, Original)
        assert MADE.paragraphs[0] in read(item).text


def test_a_name_that_is_not_utf_8_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xff.txt")).write_bytes(text(MADE))
    (found,) = find([str(tmp_path)])
    assert (found.path or "").encode("utf-8").endswith(b"b\\xff.txt")


def test_a_link_in_circles_and_a_pipe_do_not_hang(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    circle, pipe = find([str(tmp_path)])
    assert isinstance(circle, Skipped) and "circles" in circle.reason
    assert isinstance(pipe, Skipped) and "a named pipe" in pipe.reason


def test_an_archive_is_read_member_by_member(tmp_path: Path) -> None:
    inner = zipped({"deep.html": page(MADE)})
    members = {
        "a.txt": text(MADE),
        "b/c.jsonl": line(MADE) * 2,
        "in.zip": inner,
        "map.png": b"\x89PNG",
        "__MACOSX/a.txt": b"x",
        "../up.txt": b"x",
    }
    (tmp_path / "all.zip").write_bytes(zipped(members))
    found = list(find([str(tmp_path / "all.zip")]))
    paths = [(type(item).__name__, (item.path or "").removeprefix(f"{tmp_path}/")) for item in found]
    assert paths == [
        ("Skipped", "all.zip/../up.txt"),
        ("Original", "all.zip/a.txt"),
        ("Original", "all.zip/b/c.jsonl:1"),
        ("Original", "all.zip/b/c.jsonl:2"),
        ("Original", "all.zip/in.zip/deep.html"),
        ("Skipped", "all.zip/map.png"),
    ]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(archive_members=1), "more than 1 files"),
        (Limits(archive_bytes=10), "unpacks to more than 10 bytes"),
        (Limits(archive_depth=0), "nested deeper than 0"),
        (Limits(max_bytes=10), "larger than 10 bytes"),
    ],
)
def test_an_archive_over_a_limit_says_which(tmp_path: Path, limits: Limits, words: str) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"a.txt": text(MADE), "b.txt": text(MADE)}))
    found = list(find([str(tmp_path)], limits))
    assert all(isinstance(item, Skipped) and words in item.reason for item in found)
    assert found


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(bytes(40 * 1024 * 1024)))
    (tmp_path / "bomb.zip").write_bytes(zipped({"bomb.txt": bytes(40 * 1024 * 1024)}))
    for item in find([str(tmp_path)]):
        assert isinstance(item, Skipped)
        assert "bomb?" in item.reason


def test_a_web_archive_keeps_addresses_and_says_when_it_was_cut_off(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(crawl(MADE) + crawl(article(4))[:700])
    kept, cut = find([str(tmp_path)])
    assert isinstance(kept, Original)
    document = read(kept)
    assert document.url == "https://herald.example/ferry"
    assert "captured 2023-05-09T08:00:00Z" in document.notes
    assert document.published is None
    assert isinstance(cut, Skipped)
    assert "cut off within https://herald.example/ferry" in cut.reason


@pytest.mark.parametrize("make", [text, page, paper, mail, line, crawl])
def test_standard_input_is_known_by_its_bytes(make: object) -> None:
    assert callable(make)
    script = "from rawi.reading import find, read\nfor item in find(['-']): print(item.path, read(item).text, sep='|')"
    done = subprocess.run(
        [sys.executable, "-c", script], input=make(MADE), capture_output=True, check=True, env=os.environ | {"PYTHONUTF8": "1"}
    )
    assert MADE.paragraphs[0] in done.stdout.decode()


def test_an_original_can_be_read_again_from_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_bytes(page(MADE))
    (found,) = find([str(path)])
    path.unlink()
    assert isinstance(found, Original)
    assert read(found) == read(found)
