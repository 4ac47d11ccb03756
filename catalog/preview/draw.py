"""One picture of 1200 x 630 pixels, in the colours and type of the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

DESIGN = 2
"""Raise it when the drawing changes, so that kept pictures are drawn again."""
SIZE = (1200, 630)
FONTS = Path(__file__).parent / "fonts"
PAPER, INK, MUTE, WARM, ON_INK = "#faf8f2", "#0f3640", "#52636a", "#a8431b", "#faf8f2"
MARGIN, BAND = 72, 84
SHADES = 7
"""Steps between paper and each ink: enough for smooth edges, and a picture stays near 17 KB."""
TITLE_SIZES = (64, 56, 50, 44)
TITLE_LINES = 4
LEADING = 1.16
ELLIPSIS = "…"


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
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font of the site in a size in pixels."""
    return ImageFont.truetype(FONTS / f"{name}.ttf", size)


@cache
def palette() -> Image.Image:
    """The colours of the site and the shades that the edges of letters need."""
    pairs = ((PAPER, INK), (PAPER, MUTE), (PAPER, WARM), (INK, ON_INK))
    colours = [
        round(a + (b - a) * step / SHADES)
        for under, over in pairs
        for step in range(SHADES + 1)
        for a, b in zip(ImageColor.getrgb(under), ImageColor.getrgb(over), strict=True)
    ]
    holder = Image.new("P", (1, 1))
    holder.putpalette(colours)
    return holder


def draw(said: Words) -> bytes:
    """The picture as PNG. Same words, same bytes."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], BAND), fill=INK)
    pen.rectangle((0, BAND, SIZE[0], BAND + 6), fill=WARM)
    pen.text((MARGIN, BAND / 2), said.site, ON_INK, font("NotoSerif-Bold", 34), anchor="lm")
    pen.text((MARGIN, 136), said.kicker, MUTE, font("NotoSans-SemiBold", 30), anchor="lm")
    _title(pen, said.title)
    _figure(pen, said)
    buffer = BytesIO()
    flat = picture.quantize(palette=palette(), dither=Image.Dither.NONE)
    flat.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def _title(pen: ImageDraw.ImageDraw, text: str) -> None:
    for size in TITLE_SIZES:
        face = font("NotoSerif-Bold", size)
        lines = wrap(text, face, SIZE[0] - 2 * MARGIN)
        if len(lines) <= TITLE_LINES - (size > TITLE_SIZES[-1]):
            break
    if len(lines) > TITLE_LINES:
        lines = [*lines[: TITLE_LINES - 1], lines[TITLE_LINES - 1] + ELLIPSIS]
    for number, line in enumerate(lines):
        pen.text((MARGIN, 172 + number * size * LEADING), line, INK, face)


def wrap(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a text at its spaces so that every line fits; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _figure(pen: ImageDraw.ImageDraw, said: Words) -> None:
    base = SIZE[1] - MARGIN
    if not said.value:
        pen.text((MARGIN, base), said.note, MUTE, font("NotoSans-Regular", 34), anchor="ls")
        return
    small = font("NotoSans-Regular", 30)
    pen.text((MARGIN, base - 108), said.label, MUTE, small, anchor="ls")
    face = font("NotoSerif-Bold", 96)
    pen.text((MARGIN, base), said.value, WARM, face, anchor="ls")
    right = MARGIN + face.getlength(said.value) + 16
    unit = font("NotoSans-SemiBold", 44)
    pen.text((right, base), said.unit, WARM, unit, anchor="ls")
    right += unit.getlength(said.unit) + 36
    if right + small.getlength(said.note) <= SIZE[0] - MARGIN:
        pen.text((right, base), said.note, MUTE, small, anchor="ls")
