"""A book of the citizen's own is read as it was meant, whatever its file does to the reader."""

import contextlib
import io
import zipfile

import pytest

from metaseoul.books import Block, Book, opened, pages_of
from metaseoul.books import epub as epubs
from metaseoul.books.city import city_book
from metaseoul.faults import Refusal
from metaseoul.pages import page_count, words_of
from metaseoul.texts import LANGUAGES, Texts

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8d"
    "b00000000049454e44ae426082"
)


def epub(*bodies: str, spine: str = "", extra: dict[str, bytes] | None = None, items: str = "", toc: str = "") -> bytes:
    """A file with these documents, in this order."""
    names = [f"c{i}.xhtml" for i in range(len(bodies))]
    manifest = "".join(f'<item id="c{i}" href="{n}" media-type="application/xhtml+xml"/>' for i, n in enumerate(names))
    spine = spine or "".join(f'<itemref idref="c{i}"/>' for i in range(len(bodies)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>메밀꽃 필 무렵</dc:title><dc:creator>이효석</dc:creator><dc:language>ko-KR</dc:language></metadata>"
        f"<manifest>{manifest}{items}</manifest><spine {toc}>{spine}</spine></package>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", package)
        for name, body in zip(names, bodies, strict=True):
            archive.writestr(f"OEBPS/{name}", body)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return file.getvalue()


def blocks(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.words) for block in opened(epub(f"<html><body>{body}</body></html>")).chapters[0].blocks]


def fault(file: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        opened(file)
    return refused.value.code


def test_a_document_is_cut_where_a_reader_would_cut_it() -> None:
    assert blocks(
        "머리말<h1>1장</h1><div>첫 줄<p>둘째   줄</p>셋째<br/>줄</div><blockquote><p>옮긴 말</p></blockquote>"
        "<ul><li>하나</li><li>둘<ul><li>안</li></ul></li></ul><pre>가  나\n다</pre><hr/>"
        "<table><tr><th>이름</th><td>값</td></tr></table>꼬리"
    ) == [
        ("text", "머리말"),
        ("heading", "1장"),
        ("text", "첫 줄"),
        ("text", "둘째 줄"),
        ("text", "셋째\n줄"),
        ("text", "옮긴 말"),
        ("item", "하나"),
        ("item", "둘"),
        ("item", "안"),
        ("plain", "가  나\n다"),
        ("rule", ""),
        ("text", "이름  값"),
        ("text", "꼬리"),
    ]


def test_words_in_another_hand_keep_it_and_the_blanks_between_stay_one() -> None:
    book = opened(epub("<html><body><p>그는 <b>크게</b> <i>웃었다</i>.</p></body></html>"))
    runs = book.chapters[0].blocks[0].runs
    assert [(run.text, run.strong, run.leaning) for run in runs] == [
        ("그는 ", False, False),
        ("크게", True, False),
        (" ", False, False),
        ("웃었다", False, True),
        (".", False, False),
    ]


def test_readings_above_letters_are_not_read_into_the_line() -> None:
    assert blocks("<p><ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp></ruby>字</p>") == [("text", "漢字")]


def test_scripts_styles_and_remarks_are_not_words() -> None:
    assert blocks("<style>p{}</style><script>alert(1)</script><!-- 몰래 --><p>말</p>") == [("text", "말")]


def test_named_letters_and_broken_marks_are_read_like_a_browser_reads_them() -> None:
    assert blocks("<p>가&nbsp;&amp;&hellip;<p>둘째<b>셋") == [("text", "가\u00a0&…"), ("text", "둘째셋")]


def test_chapters_come_in_the_order_of_the_spine_and_are_called_as_the_contents_call_them() -> None:
    nav = '<html><body><nav><a href="c1.xhtml#a">봄</a><a href="c0.xhtml">겨울</a></nav></body></html>'
    book = opened(
        epub(
            "<html><body><p>눈</p></body></html>",
            "<html><body><p>꽃</p></body></html>",
            "<html><body><h2>덤</h2></body></html>",
            spine='<itemref idref="c1"/><itemref idref="c0"/><itemref idref="c2"/><itemref idref="nav" linear="no"/>',
            items='<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
            extra={"OEBPS/nav.xhtml": nav.encode()},
        )
    )
    assert [chapter.title for chapter in book.chapters] == ["봄", "겨울", "덤"]
    assert (book.title, book.author, book.language) == ("메밀꽃 필 무렵", "이효석", "ko-KR")


def test_an_older_book_has_its_contents_in_an_ncx() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>첫 장</text></navLabel>'
        '<content src="c0.xhtml"/></navPoint></navMap></ncx>'
    )
    book = opened(
        epub(
            "<html><body><p>글</p></body></html>",
            items='<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
            toc='toc="ncx"',
            extra={"OEBPS/toc.ncx": ncx.encode()},
        )
    )
    assert book.chapters[0].title == "첫 장"


def test_a_picture_that_is_there_is_shown_and_one_that_is_not_is_told() -> None:
    body = '<html><body><img src="a.png" alt="메밀밭"/><img src="b.png" alt="달밤"/><img src="c.png"/></body></html>'
    items = '<item id="a" href="a.png" media-type="image/png"/>'
    book = opened(epub(body, items=items, extra={"OEBPS/a.png": PIXEL}))
    assert [(block.kind, block.words) for block in book.chapters[0].blocks] == [("picture", "메밀밭"), ("text", "달밤")]
    assert book.pictures == {"OEBPS/a.png": PIXEL}
    assert page_count(pages_of(book, book.chapters[0])) == 1


def test_a_picture_that_nothing_can_draw_does_not_take_the_words_with_it() -> None:
    items = '<item id="a" href="a.png" media-type="image/png"/>'
    body = '<html><body><p>남는 말</p><img src="a.png"/></body></html>'
    book = opened(epub(body, items=items, extra={"OEBPS/a.png": b"\x89PNG but no more"}))
    assert "남는 말" in words_of(pages_of(book, book.chapters[0]))


def test_no_entity_leads_out_of_the_file(tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("남의 비밀")
    trap = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>앞&x;뒤</p></body></html>'
    assert "남의 비밀" not in str(opened(epub(trap)))
    container = f'<!DOCTYPE c [<!ENTITY x SYSTEM "file://{secret}">]>{CONTAINER}'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("META-INF/container.xml", container.replace("OEBPS/book.opf", "&x;"))
    assert fault(file.getvalue()) == "book.unreadable"


def test_what_unpacks_to_more_than_a_book_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epubs, "FILE_LIMIT", 1000)
    assert fault(epub(f"<html><body><p>{'가' * 2000}</p></body></html>")) == "book.too-large"
    monkeypatch.setattr(epubs, "FILE_LIMIT", 10_000)
    monkeypatch.setattr(epubs, "BOOK_LIMIT", 10_000)
    assert fault(epub(*[f"<html><body><p>{'가' * 1500}</p></body></html>"] * 4)) == "book.too-large"


def test_a_book_that_is_locked_to_a_shop_says_so_and_one_with_scrambled_fonts_only_opens() -> None:
    def locks(method: str) -> dict[str, bytes]:
        words = f'<encryption><EncryptedData><EncryptionMethod Algorithm="{method}"/></EncryptedData></encryption>'
        return {"META-INF/encryption.xml": words.encode()}

    body = "<html><body><p>말</p></body></html>"
    assert fault(epub(body, extra=locks("http://www.w3.org/2001/04/xmlenc#aes256-cbc"))) == "book.locked"
    assert opened(epub(body, extra=locks("http://www.idpf.org/2008/embedding"))).chapters


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7",
        epub(),
        epub("<html><body></body></html>"),
        epub("<html><body>" + "<div>" * 3000 + "</body></html>"),
    ],
    ids=["empty", "cut", "pdf", "no chapter", "no word", "too deep"],
)
def test_what_is_no_book_is_refused(file: bytes) -> None:
    assert fault(file) == "book.unreadable"


def test_every_cut_of_a_book_is_refused_or_read_and_nothing_else() -> None:
    whole = epub("<html><body><h1>장</h1><p>말</p></body></html>")
    for end in range(0, len(whole), 7):
        for file in (whole[:end], whole[:end] + b"\xff" + whole[end + 1 :]):
            with contextlib.suppress(Refusal):
                assert isinstance(opened(file), Book)


def test_a_chapter_becomes_pages_whose_words_are_the_chapters() -> None:
    book = opened(epub(f"<html><body><h1>1장</h1>{'<p>메밀꽃이 하얗게 피었다.</p>' * 60}</body></html>"))
    pages = pages_of(book, book.chapters[0])
    assert page_count(pages) > 1
    assert "".join(words_of(pages)).count("메밀꽃이 하얗게 피었다.") == 60


def test_letters_that_look_like_orders_to_the_typesetter_are_letters() -> None:
    words = "#panic() $x$ *별* _밑_ `코드` \\ @참조 <표> //주석"
    block = Block("text", (epubs.Run(words),))
    book = Book("책", "", "ko", (epubs.Chapter("장", (block,)),))
    assert "".join(words_of(pages_of(book, book.chapters[0]))).replace(" ", "") == words.replace(" ", "") + "1/1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_citys_own_book_is_whole_in_every_language(language: str) -> None:
    texts = Texts(language)
    file = city_book(texts)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)  # OCF 3.3, 4.2.1
    book = opened(file)
    assert book.title == texts("reading.city")
    assert len(book.chapters) == 6 or len(book.chapters) > 2
    assert all(len(chapter.blocks) > 4 for chapter in book.chapters)
    assert words_of(pages_of(book, book.chapters[0]))
    assert city_book(texts) == file
