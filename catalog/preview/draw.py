"""One picture of 1200 x 630 pixels, in the colours and type of the site."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from catalog.preview.letters import Face

DESIGN = 4
"""Raise it when the drawing changes, so that kept pictures are drawn again."""
SIZE = (1200, 630)
PAPER, INK, MUTE, WARM, ON_INK = "#faf8f2", "#0f3640", "#52636a", "#a8431b", "#faf8f2"
INKS = ((PAPER, INK), (PAPER, MUTE), (PAPER, WARM), (INK, ON_INK))
MARGIN, BAND = 72, 84
SHADES = 5
"""Steps between paper and each ink: enough for smooth edges, and sixteen colours in all, which fit
into half a byte each."""
TITLE_SIZES = (64, 56, 50, 44)
TITLE_LINES = 4
LEADING = 1.16
ELLIPSIS = "…"
PACKING = {"compress_level": 3, "compress_type": zlib.Z_RLE}
"""Runs of one colour are most of a picture: packing nothing else is faster, and no larger."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture says. ``value`` may be empty; ``note`` stands beside or instead of it."""

    site: str
    kicker: str
    title: str
    label: str = ""
    value: str = ""
    unit: str = ""
    note: str = ""


@cache
def face(name: str, size: int, ink: str, paper: str = PAPER) -> Face:
    """A font of the site in a size in pixels and an ink."""
    return Face(name, size, tuple(palette().index(colour) for colour in shades(paper, ink)))


def shades(paper: str, ink: str) -> list[tuple[int, ...]]:
    """The colours from paper to ink that the edges of letters need, as red, green and blue."""
    pairs = list(zip(ImageColor.getrgb(paper), ImageColor.getrgb(ink), strict=True))
    steps = range(SHADES + 1)
    return [tuple(round(a + (b - a) * step / SHADES) for a, b in pairs) for step in steps]


@cache
def palette() -> list[tuple[int, ...]]:
    """All colours of a picture, each once."""
    return list(dict.fromkeys(colour for pair in INKS for colour in shades(*pair)))


@cache
def _blank() -> Image.Image:
    """What every picture begins with. Pixels are numbers of palette colours."""
    (paper, *_, ink), (*_, warm) = shades(PAPER, INK), shades(PAPER, WARM)
    picture = Image.new("L", SIZE, palette().index(paper))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], BAND), fill=palette().index(ink))
    pen.rectangle((0, BAND, SIZE[0], BAND + 6), fill=palette().index(warm))
    return picture


def draw(said: Words) -> bytes:
    """The picture as PNG. Same words, same bytes."""
    picture = _blank().copy()
    name = face("NotoSerif-Bold", 34, ON_INK, INK)
    name.write(picture, MARGIN, BAND / 2 + name.below_middle(), said.site)
    kicker = face("NotoSans-SemiBold", 30, MUTE)
    kicker.write(picture, MARGIN, 136 + kicker.below_middle(), said.kicker)
    _title(picture, said.title)
    _figure(picture, said)
    picture.putpalette([part for colour in palette() for part in colour])
    buffer = BytesIO()
    picture.save(buffer, "PNG", **PACKING)
    return buffer.getvalue()


def _title(picture: Image.Image, text: str) -> None:
    for size in TITLE_SIZES:
        letters = face("NotoSerif-Bold", size, INK)
        lines = letters.wrap(text, SIZE[0] - 2 * MARGIN)
        if len(lines) <= TITLE_LINES - (size > TITLE_SIZES[-1]):
            break
    if len(lines) > TITLE_LINES:
        lines = [*lines[: TITLE_LINES - 1], lines[TITLE_LINES - 1] + ELLIPSIS]
    for number, line in enumerate(lines):
        top = 172 + number * size * LEADING
        letters.write(picture, MARGIN, top + letters.below_top(), line)


def _figure(picture: Image.Image, said: Words) -> None:
    base = SIZE[1] - MARGIN
    if not said.value:
        face("NotoSans-Regular", 34, MUTE).write(picture, MARGIN, base, said.note)
        return
    small = face("NotoSans-Regular", 30, MUTE)
    small.write(picture, MARGIN, base - 108, said.label)
    right = face("NotoSerif-Bold", 96, WARM).write(picture, MARGIN, base, said.value) + 16
    right = face("NotoSans-SemiBold", 44, WARM).write(picture, right, base, said.unit) + 36
    if right + small.width(said.note) <= SIZE[0] - MARGIN:
        small.write(picture, right, base, said.note)
