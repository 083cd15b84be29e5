"""Each format: what of a file is the account, what is its title and which day it was published."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from detente.model import Document
from detente.reading.documents import read_bytes, read_document


def pdf(*pages: list[str], title: str = "") -> bytes:
    """A PDF by hand: one font, one line of text below the other."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
    kids = []
    for lines in pages:
        shown = "\n".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 50 780 Td\n{shown}\nET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) /CreationDate (D:20240503120000Z) >>")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return (f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}").encode("latin-1")


def word(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = title
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Memorandum of   Conversation</title></titleStmt>
<publicationStmt><date when="2018-01-01"/></publicationStmt>
<sourceDesc><p>Nixon papers</p></sourceDesc></fileDesc></teiHeader>
<text><body><div><head>A visit<note>not read</note></head>
<opener><dateline><placeName>Peking</placeName>, <date when="1972-02-21">February 21, 1972</date></dateline></opener>
<p>The Chairman met the Presi<lb break="no"/>dent<pb n="2"/>
and the <choice><sic>Permier</sic><corr>Premier</corr></choice><note n="1">A footnote.</note> agreed.</p>
<p>The <hi>talks</hi> were<del>not</del> frank.</p><list><item>Trade</item><item>Taiwan</item></list>
</div></body></text></TEI>"""

HTML = """<!DOCTYPE html><html><head><title>Two neighbours fall out | The Daily Example</title>
<meta property="article:modified_time" content="2024-06-01T10:00:00Z">
<meta property="article:published_time" content="2009-11-05T08:30:00+12:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Two neighbours fall out</h1>
<p>Fiji ordered the envoys of Australia and New Zealand to leave within a day, and called its own
envoy home from Canberra.</p>
<p>Canberra &amp; Wellington each expelled a Fijian diplomat the same day, officials said, and both regretted
the step, as they called it.</p>
</article><footer>Copyright 2024. All rights reserved. <a href="/imprint">Imprint</a></footer>
<script>var x = "no";</script></body></html>"""


def read(name: str, data: str | bytes) -> Document:
    return read_bytes(data.encode() if isinstance(data, str) else data, name)


def test_plain_text_is_kept_to_the_letter() -> None:
    text = "PARIS, April 3, 1905 -  Two\r\n\r\nlines\u00a0here \n"
    document = read("post/paris.txt", text)
    assert document.text == text
    assert (document.title, document.source) == ("paris", "post/paris.txt")
    assert str(document.published) == "1905-04-03"


def test_byte_order_mark_is_no_text() -> None:
    assert read("a.txt", "\ufeffJapan left.").text == "Japan left."
    assert read("a.txt", "Japan left.".encode("utf-16")).text == "Japan left."


def test_markdown_with_metadata() -> None:
    document = read("a.md", '---\ntitle: "Angola\'s war"\ndate: 1975-11-11\n---\n# Other\n\nCuba sent men.')
    assert (document.title, str(document.published)) == ("Angola's war", "1975-11-11")


TITLES = (
    ("# The *July* crisis #\n\nVienna sent a note.", "The July crisis"),
    ("The July crisis\n\nVienna sent a note.", "The July crisis"),
    # neither a dateline nor a sentence nor a long line is a title
    ("VIENNA, July 23, 1914 - A note.\n\nIt was sent.", "account"),
    ("Vienna sent a note.\n\nBelgrade replied.", "account"),
    ("Vienna " * 30 + "\n\nBelgrade replied.", "account"),
    ("Vienna sent a note", "account"),
    ("Introduction\n\nVienna sent a note.", "account"),  # a part's heading
)


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str) -> None:
    assert read("folder/account.txt", text).title == title


def test_web_page() -> None:
    document = read("page.html", HTML)
    assert document.title == "Two neighbours fall out"
    assert str(document.published) == "2009-11-05"
    assert "Canberra & Wellington each expelled" in document.text
    for other in ("Home", "Imprint", "var x"):
        assert other not in document.text


HTML_DATES = (
    ('<meta name="dc.date.issued" content="1998-02-12">', "1998-02-12"),
    ('<meta itemprop="datePublished" content="2003-03-20">', "2003-03-20"),
    ('<script type="application/ld+json">{"@graph": [{"datePublished": "2014-03-18T16:00"}]}</script>', "2014-03-18"),
    ('<script type="application/ld+json">{broken</script>', "None"),
    ('<meta property="article:modified_time" content="2024-06-01">', "None"),
    ('<meta http-equiv="last-modified" content="2024-06-02">', "None"),
    ('<meta name="date" content="2024">', "None"),  # a year is no day
)  # fmt: skip


@pytest.mark.parametrize(("head", "day"), HTML_DATES)
def test_date_of_a_web_page(head: str, day: str) -> None:
    page = f"<html><head>{head}</head><body><p>Japan left the League of Nations.</p></body></html>"
    assert str(read("a.html", page).published) == day


def test_short_page_without_a_main_part_is_read_whole() -> None:
    text = read("-", "<html><body><div>Japan <b>left</b>.<p>China stayed.</p></div></body></html>").text
    assert "Japan left." in text
    assert "China stayed." in text


def test_tei() -> None:
    document = read("memo.xml", TEI)
    assert document.title == "Memorandum of Conversation"
    assert str(document.published) == "1972-02-21"
    assert document.text.split("\n\n") == [
        "A visit",
        "Peking, February 21, 1972",
        "The Chairman met the President and the Premier agreed.",
        "The talks were frank.",
        "Trade",
        "Taiwan",
    ]


def test_pdf() -> None:
    wide = "word " * 12
    pages = (
        ["The Daily Example", f"PARIS, June 28, 1919 - The Germans signed {wide}", "the Ameri-", "cans left.", "1"],
        ["The Daily Example", "Senators refused it; they", "2"],
        ["The Daily Example", "never changed their minds.", "3"],
    )  # fmt: skip
    document = read("a.pdf", pdf(*pages, title="Versailles"))
    assert document.title == "Versailles"
    assert str(document.published) == "1919-06-28"  # and not the day when the file was made
    assert "Daily" not in document.text
    assert "refused it; they\nnever changed" in document.text
    assert not any(line.strip().isdigit() for line in document.text.splitlines())


def test_docx() -> None:
    document = read("a.docx", word("CAIRO, July 30, 1956 - Nasser seized the canal.", "", "London froze the balances."))
    assert document.text == "CAIRO, July 30, 1956 - Nasser seized the canal.\n\nLondon froze the balances."
    assert str(document.published) == "1956-07-30"  # and not the day when the file was saved
    assert document.title == "a"


def test_docx_with_heading_table_and_changes() -> None:
    file = docx.Document()
    file.add_heading("The canal", 1)
    paragraph = file.add_paragraph("Nasser ")
    changed = paragraph._p.makeelement(qn("w:ins"))
    changed.append(paragraph.add_run("really seized it.")._r)
    paragraph._p.append(changed)
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Britain", "110 million"
    stream = io.BytesIO()
    file.save(stream)
    document = read("a.docx", stream.getvalue())
    assert document.title == "The canal"
    assert document.text == "The canal\n\nNasser really seized it.\n\nBritain; 110 million"


CONTENT_DECIDES = (
    ("account", HTML, "Fiji ordered"),
    ("account.txt", TEI, "The Chairman met"),
    ("account.bin", pdf(["Japan left the League."]), "Japan left"),
    ("account", word("Japan left the League."), "Japan left"),
)


@pytest.mark.parametrize(("name", "data", "words"), CONTENT_DECIDES)
def test_content_tells_the_format(name: str, data: str | bytes, words: str) -> None:
    text = read(name, data).text
    assert words in text
    assert "<" not in text


def test_file_is_read_as_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(HTML, encoding="utf-8")
    assert read_document(file) == read(str(file), HTML)
