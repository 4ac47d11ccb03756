"""Text set letter by letter on a picture of palette colours.

FreeType draws a letter of 64 pixels in about 60 microseconds, and a catalog has two hundred letters
in each of thousands of pictures: each letter is drawn once for each ink and pasted from then on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent / "fonts"
COVERAGES = range(256)
BASELINE = "ls"


@dataclass(frozen=True, slots=True)
class Letter:
    """Colours of a letter, where it has any, and where its box lies from the pen."""

    colours: Image.Image
    inked: Image.Image
    left: int
    top: int


@dataclass(frozen=True)
class Face:
    """A font of the site in a size in pixels and one ink.

    ``shades``: numbers of palette colours from the paper to the full ink.
    """

    name: str
    size: int
    shades: tuple[int, ...]
    _letters: dict[str, Letter | None] = field(default_factory=dict, compare=False)
    _widths: dict[str, float] = field(default_factory=dict, compare=False)

    @cached_property
    def font(self) -> ImageFont.FreeTypeFont:
        """The font as Pillow has it."""
        return ImageFont.truetype(FONTS / f"{self.name}.ttf", self.size)

    def below_top(self) -> int:
        """From the top of a line to its baseline."""
        return self.font.getmetrics()[0]

    def below_middle(self) -> float:
        """From the middle of a line to its baseline."""
        ascent, descent = self.font.getmetrics()
        return (ascent - descent) / 2

    def write(self, picture: Image.Image, x: float, y: float, text: str) -> float:
        """Set a text with its baseline at ``y``; returns where the pen stops."""
        for cluster, step in self._set(text):
            letter = self._letter(cluster)
            if letter:
                corner = (round(x) + letter.left, round(y) + letter.top)
                picture.paste(letter.colours, corner, letter.inked)
            x += step
        return x

    def width(self, text: str) -> float:
        """How far the pen moves."""
        return sum(step for _, step in self._set(text))

    def wrap(self, text: str, width: float) -> list[str]:
        """Break a text at its spaces so that every line fits; a longer word stands alone."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _set(self, text: str) -> Iterator[tuple[str, float]]:
        """Every letter with its marks, and the way to the next one."""
        found = clusters(text)
        for cluster, following in zip_longest(found, found[1:], fillvalue=""):
            yield cluster, self._width(cluster + following) - self._width(following)

    def _width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = self.font.getlength(text)
        return self._widths[text]

    def _letter(self, cluster: str) -> Letter | None:
        if cluster not in self._letters:
            self._letters[cluster] = self._drawn(cluster)
        return self._letters[cluster]

    def _drawn(self, cluster: str) -> Letter | None:
        left, top, right, bottom = map(round, self.font.getbbox(cluster, anchor=BASELINE))
        if right <= left or bottom <= top:
            return None
        coverage = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(coverage).text((-left, -top), cluster, 255, self.font, anchor=BASELINE)
        steps = len(self.shades) - 1
        colours = coverage.point(_table(lambda part: self.shades[round(part * steps)]))
        inked = coverage.point(_table(lambda part: 255 * bool(round(part * steps))))
        return Letter(colours, inked.convert("1"), left, top)


def clusters(text: str) -> list[str]:
    """Letters with the marks that follow them: Guaraní writes g with a combining tilde."""
    found: list[str] = []
    for character in text:
        if found and unicodedata.combining(character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _table(of: Callable[[float], int]) -> list[int]:
    return [of(coverage / COVERAGES[-1]) for coverage in COVERAGES]
