"""Paper: pages counted in real PDFs, codes read back, dossiers numbered."""

import io
import re

import pytest
import zxingcpp
from pypdf import PdfReader

from catalog.publish import dossiers
from catalog.render import qr
from catalog.render.pages.training.dossier import margin
from catalog.render.pages.training.selection import packed
from catalog.render.site import Site
from tests.entries_hostile import hostile, settings_with
from tests.vocabulary import PROJECT

ROUTE = "formacion/ruta-de-ejemplo"
CODE = re.compile(
    r'viewBox="0 0 (\d+) \d+"><title>Código QR[^<]*</title><path stroke="#000" d="([^"]*)"'
)
STROKE = re.compile(r"M(\d+) (\d+)\.5h(\d+)")
SCALE = 6


def decode(drawing, side):
    """What a reader sees in the drawing of a code."""
    rows = [bytearray(b"\xff" * side * SCALE) for _ in range(side * SCALE)]
    for x, y, run in STROKE.findall(drawing):
        dark = slice(int(x) * SCALE, (int(x) + int(run)) * SCALE)
        for row in rows[int(y) * SCALE : (int(y) + 1) * SCALE]:
            row[dark] = b"\x00" * (int(run) * SCALE)
    image = memoryview(b"".join(rows)).cast("B", shape=[side * SCALE, side * SCALE])
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize(
    "page", ["casos/bo-curtiembre-ejemplo", "practicas/diagnosticar-la-planta", ROUTE]
)
def test_the_code_of_a_page_says_its_lasting_address(read, page):
    side, drawing = CODE.findall(read(page))[-1]
    assert decode(drawing, int(side)) == [f"https://catalogo.example/{page}/"]


def test_every_code_of_cards_and_dossier_leads_to_its_entry(read):
    for page in ("tarjetas", "tarjetas/ocho", "dossier"):
        told = [
            decode(drawing, int(side))[0] for side, drawing in CODE.findall(read(f"{ROUTE}/{page}"))
        ]
        assert "https://catalogo.example/casos/bo-curtiembre-ejemplo/" in told
        assert "https://catalogo.example/practicas/agotar-el-bano-de-sal/" in told
        assert all(address.startswith("https://catalogo.example/") for address in told)


def test_packed_codes_hold_every_module():
    address = "https://catalogo.example/casos/a/"
    side, _, text = packed(address).partition(":")
    modules, size = qr.modules(address)
    assert int(side) == size
    assert len(text) == -(-((size * size + 7) // 8) // 3) * 4
    assert modules.bit_length() <= size * size


def pdf(page, url, paper):
    page.goto(url)
    return PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("casos/bo-curtiembre-ejemplo/", 1),
        ("casos/co-ponencia-ejemplo/", 1),
        ("practicas/agotar-el-bano-de-sal/", 2),
        (f"{ROUTE}/", 2),
        (f"{ROUTE}/participantes/", 3),
        (f"{ROUTE}/respuestas/", 1),
    ],
)
def test_sheets_fit_their_paper(page, address, path, most, paper):
    printed = pdf(page, address + path, paper)
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    assert len(printed.pages) <= most
    assert f"catalogo.example/{path}" in text.replace("\n", "")
    assert "CC BY 4.0" in text
    assert "Explorar" not in text, "the menu stays off the paper"


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(("path", "sheets"), [("tarjetas/", 4), ("tarjetas/ocho/", 2)])
def test_cards_print_fronts_and_backs_in_turn(page, address, path, sheets, paper):
    printed = pdf(page, f"{address}{ROUTE}/{path}", paper)
    assert len(printed.pages) == sheets
    assert "catalogo.example" not in printed.pages[0].extract_text()
    assert "catalogo.example" in printed.pages[1].extract_text()


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_slides_print_one_to_a_page(page, address, paper):
    printed = pdf(page, f"{address}{ROUTE}/diapositivas/", paper)
    slides = page.locator(".slide").count()
    assert len(printed.pages) == slides
    assert all(p.extract_text().strip() for p in printed.pages)


@pytest.mark.browser
def test_a_dossier_numbers_its_contents(built):
    site = built.site
    made = dossiers.make(site)
    assert made == len(list(site.glob("formacion/*/dossier"))) + len(
        list(site.glob("sectores/*/dossier"))
    )
    folder = site / ROUTE / "dossier"
    reader = PdfReader(folder / "dossier.pdf")
    starts = dossiers.starts(folder / "dossier.pdf")
    contents = reader.pages[0].extract_text()
    place = starts["caso-bo-curtiembre-ejemplo"]
    assert "Curtiembre de ejemplo" in reader.pages[place - 1].extract_text()
    assert re.search(rf"Curtiembre de ejemplo[^\n]*(\n[^\n]*)?\b{place}\b", contents)
    assert f"{place} de {len(reader.pages)}" in reader.pages[place - 1].extract_text()
    assert not (folder / dossiers.DRAFT).exists()
    assert "Descargar PDF" in (folder / "index.html").read_text(encoding="utf-8")


def test_without_chromium_the_message_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(dossiers.shutil, "which", lambda _: None)
    with pytest.raises(dossiers.PdfError, match="sin --pdf"):
        dossiers.make(tmp_path)


def test_a_failing_chromium_is_told(monkeypatch, tmp_path):
    folder = tmp_path / "formacion" / "x" / "dossier"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<html></html>", encoding="utf-8")
    monkeypatch.setenv("CHROMIUM", "/bin/false")
    with pytest.raises(dossiers.PdfError, match="no pudo imprimir"):
        dossiers.make(tmp_path)
    assert not (folder / dossiers.DRAFT).exists()


def test_the_margin_of_a_dossier_names_this_catalog():
    site = Site(hostile(), settings_with('Otro «catálogo» "x" \\ </style>'))
    ((_, css),) = margin(site)
    assert 'content:"Otro «catálogo» \\22 x\\22  \\5c  \\3c /style>"' in css


def test_no_style_sheet_names_the_catalog():
    for sheet in (PROJECT / "theme").rglob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "Catálogo PML" not in rules, sheet.name
    for template in (PROJECT / "templates").rglob("*.j2"):
        assert "Catálogo PML" not in template.read_text(encoding="utf-8"), template.name
