"""How numbers are written: one place for the typography of figures.

Decimal comma; U+202F between thousands from five digits and before «%»; U+2212 for minus; en dash
in ranges; U+00A0 between number and unit; «≈» before what the build worked out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from catalog.arithmetic import round_to
from catalog.model import Money, Quantity, Term, Vocabulary

THIN = "\u202f"
HARD = "\u00a0"
MINUS = "\u2212"
JOINER = "\u2060"
MILLION = Decimal(1_000_000)
GROUP_FROM = 10_000
LONG = 10
LONG_END = 6
WIDE = 8
MONTHS_SHOWN = 24
"""A payback from here on is told in years."""
UNKNOWN_CURRENCY = "XXX"
SOUNDS_I = re.compile("h?[ií](?!e)", re.IGNORECASE)
"""Words before which «y» becomes «e»; «hielo» sounds otherwise."""
TIMES = {"h", "min", "s", "day", "week", "month", "year"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the pieces a page sets apart: «más de», «US$», «20 400», «al año»."""

    number: str
    unit: str = ""
    before: str = ""
    bound: str = ""

    @property
    def long(self) -> bool:
        """True when it would not fit half a phone in the largest type."""
        return sum(map(len, (self.bound, self.before, self.number, self.unit))) > LONG

    @property
    def wide(self) -> bool:
        """True when the number alone would not fit beside a card in the largest type."""
        return len(self.number) > WIDE

    @property
    def gap(self) -> str:
        """The space between number and unit, which does not break; one before a remark may."""
        if self.unit == "%":
            return THIN
        return " " if self.unit.startswith("(") else HARD

    @property
    def card_gap(self) -> str:
        """The same for a card, narrower than some numbers with their units: there it may break."""
        return THIN if self.unit == "%" else " "

    @property
    def text(self) -> str:
        """All in one line, with spaces that do not break."""
        parts = [f"{self.before}{HARD}" if self.before else "", self.number]
        parts.append(f"{self.gap}{self.unit}" if self.unit else "")
        return f"{self.bound} {''.join(parts)}".strip()


def number(value: Decimal | int) -> str:
    """A number with the digits it has: 20400 -> «20 400», -0.5 -> «−0,5», 2240 -> «2240»."""
    value = Decimal(value)
    whole, _, decimals = f"{abs(value):f}".partition(".")
    if len(decimals) == 4 and decimals.endswith("0"):
        decimals = decimals[:-1]  # the format asks for 1.1250 where 1.125 would be ambiguous
    if abs(value) >= GROUP_FROM:
        whole = f"{int(whole):,}".replace(",", THIN)
    sign = MINUS if value < 0 else ""
    return f"{sign}{whole},{decimals}" if decimals else f"{sign}{whole}"


def in_millions(value: Decimal) -> tuple[str, str]:
    """Number and «millones» where that loses nothing: 4100000 -> («4,1», «millones»)."""
    millions = value / MILLION
    if abs(value) < MILLION or millions != millions.quantize(Decimal("0.001")):
        return number(value), ""
    short = Decimal(f"{millions.normalize():f}")
    return number(short), "millón" if abs(short) == 1 else "millones"


def quantity(q: Quantity, unit: str = "", *, words: bool = False, computed: bool = False) -> Figure:
    """A printed quantity with its bound in words. ``words`` writes millions out (counts, money)."""
    ends = [n for n in (q.value, q.low, q.high) if n is not None]
    texts, millions = _ends(ends, words)
    bound = _bound(q)
    if computed:
        bound = "≈"
    tail = f"{millions} de {unit}" if millions and unit else millions or unit
    return Figure(_join(texts, ends), tail, bound=bound)


def _ends(ends: list[Decimal], words: bool) -> tuple[list[str], str]:
    if not words:
        return [number(end) for end in ends], ""
    split = [in_millions(end) for end in ends]
    if all(word for _, word in split):
        return [text for text, _ in split], split[-1][1]
    return [number(end) for end in ends], ""


def _join(texts: list[str], ends: list[Decimal]) -> str:
    """«5–8»; «−10 a −15», because a dash before a minus cannot be read; long ends may break."""
    if any(end < 0 for end in ends) or any(len(text) > LONG_END for text in texts):
        return " a ".join(texts)
    return f"{JOINER}–{JOINER}".join(texts)


def _bound(q: Quantity) -> str:
    if q.about:
        return "cerca de"
    if q.is_bound:
        return "más de" if q.low is not None else "hasta"
    return ""


def symbol(units: Vocabulary, id: str) -> str:
    """The symbol of a unit; empty for counts."""
    term = units.get(id)
    if term is None:
        return id
    return str(term.extra.get("symbol") or "") if id != "ratio" else "a 1"


def unit_text(
    units: Vocabulary, unit: str, per: str = "", per_of: str = "", *, of: Quantity | None = None
) -> str:
    """«m³/año», «kWh/t de azúcar», «L/cuero», «por empresa» (a count has no symbol).

    A unit that is a word agrees with ``of``: «1 mes», «18 meses».
    """
    below = _below(units, per, per_of)
    above = symbol(units, unit) if unit else ""
    if of and unit in units and (of.value is None or abs(of.value) != 1):
        above = _in_plural(above, units[unit])
    if not below:
        return above
    return f"{above}/{below}" if above else f"por {below}"


def _in_plural(symbol: str, unit: Term) -> str:
    """«meses» for «mes»; «kg» and «gal» are symbols and stay as they are."""
    plural = str(unit.extra.get("plural") or "")
    return plural if plural in (f"{symbol}s", f"{symbol}es") else symbol


def _below(units: Vocabulary, per: str, per_of: str) -> str:
    if not per or per == "count":
        return per_of or ("unidad" if per else "")
    name = (
        units[per].name if per in TIMES - {"h", "s", "min"} and per in units else symbol(units, per)
    )
    if not per_of:
        return name
    return f"{name} por {per_of}" if per in TIMES else f"{name} de {per_of}"


def is_money(units: Vocabulary, id: str) -> bool:
    """True for currencies."""
    term = units.get(id)
    return term is not None and term.extra.get("dimension") == "money"


def measured(
    units: Vocabulary,
    q: Quantity,
    unit: str,
    per: str = "",
    per_of: str = "",
    *,
    computed: bool = False,
) -> Figure:
    """A quantity with its unit; currencies stand before the number, as the source prints them."""
    if is_money(units, unit):
        tail = unit_text(units, "", per, per_of)
        return currency(units, q, unit, tail, computed=computed)
    text = unit_text(units, unit, per, per_of, of=q)
    return quantity(q, text, words=unit == "count", computed=computed)


def currency(
    units: Vocabulary, q: Quantity, code: str, tail: str = "", *, computed: bool = False
) -> Figure:
    """An amount of money: «US$ 4,1 millones por empresa»."""
    figure = quantity(q, words=True, computed=computed)
    sign, after = symbol(units, code), figure.unit
    if code == UNKNOWN_CURRENCY:
        sign, after = "", f"{after} (moneda sin indicar)".strip()
    return Figure(figure.number, " ".join(p for p in (after, tail) if p), sign, figure.bound)


def money(units: Vocabulary, amount: Money) -> Figure:
    """An amount of the economics of a case."""
    per = "" if amount.per in ("", "year") and not amount.per_of else amount.per
    return currency(units, amount.value, amount.currency, unit_text(units, "", per, amount.per_of))


def payback(months: Decimal, bound: str = "") -> Figure:
    """Months under 24, then years with two digits: 1.3 -> «1,3 meses», 36 -> «3 años»."""
    if months < MONTHS_SHOWN:
        short = _plain(round_to(months, 3))
        return Figure(number(short), "mes" if short == 1 else "meses", bound=bound)
    short = _plain(round_to(months / 12, 2))
    return Figure(number(short), "años", bound=bound)


def _plain(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize():f}")


def percent(value: Decimal) -> Figure:
    """A percentage that the build works out: whole from 10 on, one decimal below."""
    return Figure(number(_plain(round(value, 0 if abs(value) >= 10 else 1))), "%")


def plural(count: int, one: str, many: str) -> str:
    """«1 caso», «12 casos»."""
    return f"{number(count)}{HARD}{one if count == 1 else many}"


def cases(count: int) -> str:
    """«1 caso», «2 casos», «ningún caso»."""
    return plural(count, "caso", "casos") if count else "ningún caso"


def countries(count: int) -> str:
    """«1 país», «2 países»; cases that name none are of the whole region."""
    return plural(count, "país", "países") if count else "toda la región"


def listed(words: list[str], last: str = "y") -> str:
    """«Bolivia, Chile y Perú»; «e» before the sound of an i."""
    if len(words) < 2:
        return "".join(words)
    if last == "y" and SOUNDS_I.match(words[-1]):
        last = "e"
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """First letter upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """First letter lower case unless the word is a code («ONG», «CO₂»)."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def term_code(term: Term) -> str:
    """The code of a term in the classification it matches: «CIIU 1511»; empty if none."""
    isic = term.exact_match.get("isic4", "")
    return f"CIIU {isic}" if isic else ""
