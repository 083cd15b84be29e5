"""What can't be read is refused with words that help, and what folders and patterns mean."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_formats import pdf, word

from detente.errors import UnreadableError
from detente.model import Document
from detente.reading import documents
from detente.reading import word as word_module
from detente.reading.documents import find_accounts, read_bytes, read_document


def archive(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def read_or_refusal(data: bytes, name: str) -> Document | UnreadableError:
    try:
        return read_bytes(data, name)
    except UnreadableError as refused:
        return refused


BOMB = (
    b"""<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><TEI><text><p>&b;</p></text></TEI>"""
)
THEFT = b"""<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]><TEI><text><p>&a;</p></text></TEI>"""
DEEP = b"<TEI><text>" + b"<p>" * 5000 + b"Japan" + b"</p>" * 5000 + b"</text></TEI>"
ENCRYPTED = pdf(["Japan left."]).replace(
    b"trailer\n<<",
    b"trailer\n<< /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
    + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >>",
)  # fmt: skip

REFUSED = (
    ("a.txt", b"", "is empty"),
    ("a.txt", b" \n\t\r\n", "is empty"),
    ("a.txt", "\ufeff \u00a0\u200b".encode(), "has no words"),
    ("a.txt", b"*** 1914 - 1918 ***", "has no words"),
    ("a.txt", b"Japan\0left", "is binary"),
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary"),
    ("a.txt", b"\x7fELF" + bytes(range(256)), "is binary"),
    ("a.txt", b"Japan \x01\x02 left", "is binary"),
    # Cyrillic and Japanese in old encodings, which Windows-1252 would garble
    ("a.txt", "Москва заявила протест Японии".encode("cp1251"), "is not UTF-8"),
    ("a.txt", "日本は国際連盟を脱退した".encode("shift_jis"), "is not UTF-8"),
    # half UTF-8, half something else
    ("a.txt", "Delcassé ".encode() * 5 + b"and " * 50 + b"B\xfclow", "is not UTF-8"),
    ("a.txt", "\ufeffJapan".encode("utf-16-le") + b"\x00", "says that it is UTF-16"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old Word file"),
    ("a.rtf", b"{\\rtf1 Japan left}", "is RTF"),
    ("a.zip", archive(a__txt=b"Japan left"), "other than DOCX"),
    ("a.docx", archive(word__document=b"x"), "other than DOCX"),
    ("a.docx", word("Japan left.")[:-2000], "damaged DOCX"),
    ("a.docx", archive(**{"word__document.xml": b"<w:document>"}), "damaged DOCX"),
    ("a.pdf", b"%PDF-1.7\nnothing more", "damaged PDF"),
    ("a.pdf", ENCRYPTED, "has a password"),
    ("a.pdf", pdf([]), "PDF without text"),
    ("a.xml", b"<TEI><text><p>Japan left</text></TEI>", "not well-formed XML"),
    ("a.xml", b"<rss><channel><title>News</title></channel></rss>", "not TEI"),
    ("a.tei", BOMB, "XML entities"),
    ("a.tei", THEFT, "XML entities"),
    ("a.tei", DEEP, "not well-formed XML"),
    ("a.xml", b"Japan left", "not well-formed XML"),
    ("a.html", b"<html><head><title>x</title></head><body><script>go()</script></body></html>", "page without text"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_refused_with_its_name_and_a_remedy(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=re.escape(reason)) as refused:
        read_bytes(data, name)
    assert refused.value.message.startswith(name)
    assert refused.value.remedy


WINDOWS = (
    ("Delcassé met Bülow – “no pact”. " * 3, "cp1252"),
    ("Méndez", "latin-1"),  # one foreign letter is plausible in any word
)


@pytest.mark.parametrize(("text", "encoding"), WINDOWS)
def test_old_western_encoding_is_read_where_plausible(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt").text == text


def test_deep_web_page_is_no_crash() -> None:
    page = b"<html><body>" + b"<div>" * 20_000 + b"Japan left the League." + b"</div>" * 20_000
    found = read_or_refusal(page, "a.html")
    assert found.remedy if isinstance(found, UnreadableError) else "Japan" in found.text


def test_archive_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_module, "_MOST_UNPACKED", 10_000)
    with pytest.raises(UnreadableError, match="unpacks to more"):
        read_bytes(word("Japan left."), "a.docx")


def test_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as stream:
        stream.truncate(documents.LARGEST + 1)  # takes no room on the disk
    with pytest.raises(UnreadableError, match="209 MB"):
        read_document(file)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"there is no file .*gone.txt"):
        read_document(tmp_path / "gone.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(UnreadableError, match=r"there is no file .*dangling.txt"):
        read_document(tmp_path / "dangling.txt")


def test_path_through_a_file_or_with_a_strange_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Japan left.")
    with pytest.raises(UnreadableError, match="there is no file"):
        read_document(tmp_path / "a.txt" / "b.txt")
    for name in ("a\0b.txt", "a" * 5000):
        with pytest.raises(UnreadableError, match="can't be read"):
            read_document(tmp_path / name)


def test_folder_is_no_account(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder"):
        read_document(tmp_path)


def test_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableError, match="no ordinary file"):
        read_document(tmp_path / "pipe.txt")


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("Japan left.")

    def denied(_: Path) -> bytes:  # root may read whatever its mode says
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(UnreadableError, match=r"secret.txt can't be read \(Permission denied\)"):
        read_document(file)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/.hidden.txt", ".git/d.txt", "e.png", "~$f.docx", "sub/G.PDF"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("Japan left.")
    return tmp_path


def names(folder: Path, *paths: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in find_accounts(paths)]


def test_folder_gives_its_accounts_in_order(folder: Path) -> None:
    assert names(folder, folder) == ["a.md", "b.txt", "sub/G.PDF", "sub/c.html"]


def test_file_is_taken_whatever_its_name(folder: Path) -> None:
    assert names(folder, folder / "e.png", folder / "b.txt") == ["e.png", "b.txt"]


def test_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder, folder / "b.txt", folder) == ["b.txt", "a.md", "sub/G.PDF", "sub/c.html"]


def test_patterns(folder: Path) -> None:
    assert names(folder, folder / "*.txt") == ["b.txt"]
    assert names(folder, folder / "**/*.html") == ["sub/c.html"]
    assert names(folder, folder / "[ab].*") == ["a.md", "b.txt"]
    assert names(folder, folder / "su?") == ["sub/G.PDF", "sub/c.html"]


def test_name_with_brackets_is_a_name_first(folder: Path) -> None:
    (folder / "a[1].txt").write_text("Japan left.")
    assert names(folder, folder / "a[1].txt") == ["a[1].txt"]


@pytest.mark.parametrize(
    ("path", "reason"),
    (("gone.txt", "there is no file"), ("*.tei", "nothing matches"), ("empty", "no account in the folder")),
)
def test_nothing_found(folder: Path, path: str, reason: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(UnreadableError, match=reason) as refused:
        find_accounts([folder / path])
    assert path in refused.value.message
    assert refused.value.remedy


starts = st.sampled_from(
    (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<?xml version='1.0'?>", b"<TEI>", b"\xff\xfe", b"---\n")
)


@given(starts, st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(start: bytes, data: bytes) -> None:
    found = read_or_refusal(start + data, "a")
    assert found.remedy if isinstance(found, UnreadableError) else any(map(str.isalpha, found.text))
