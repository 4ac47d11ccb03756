"""Jinja without what thousands of pages pay for and no template of ours uses: half the time.

Jinja keeps open, at every call, that the callee may want the context, and at every value, that
somebody may go on working with it as markup. Ours are macros and values that are printed. What is
not of that plain kind takes Jinja's own way, so every template means what Jinja says it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import CodeType

from jinja2 import BytecodeCache, Environment, nodes, runtime
from jinja2.bccache import Bucket
from jinja2.utils import missing
from markupsafe import Markup
from markupsafe import escape as escape_markup

_special = re.compile("[&<>\"']").search
OWN = f"from {__name__} import Macro, escape"
"""What a compiled template uses instead of Jinja's; its first line imports those."""
SCOPES = frozenset({"_loop_vars", "_block_vars"})
"""What compiled templates tell about the place of a call; only callees with a context read it."""


def escape(value: object) -> str:
    """``value`` as text for HTML, escaped unless it is markup. For printing, so no new markup."""
    if type(value) is str:
        return value if _special(value) is None else escape_markup(value)
    return value if isinstance(value, Markup) else escape_markup(value)


class Macro(runtime.Macro):
    """A macro of an environment that escapes everything."""

    def plainly(self, args: tuple[object, ...]) -> str:
        """What the macro prints for positional arguments; those left out have their defaults."""
        left_out = self._argument_count - len(args)
        if left_out < 0 or self.caller or self.catch_varargs or self.catch_kwargs:
            return self(*args)
        if left_out:
            args += (missing,) * left_out
        return str.__new__(Markup, self._func(*args))


class Context(runtime.Context):
    """The names of a template. Calls of macros skip the search for what the callee wants."""

    def call(self, callee: Callable[..., object], /, *args: object, **kwargs: object) -> object:
        """What ``callee`` returns. Nearly all macros are called with positional arguments."""
        if type(callee) is Macro and kwargs.keys() <= SCOPES:
            return callee.plainly(args)
        return super().call(callee, *args, **kwargs)


class Compiled(BytecodeCache):
    """Templates compiled in this process. Jinja looks at the text: a changed one is read anew."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` with what was compiled from the same text."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key] = bucket.checksum, bucket.code


class Quick(Environment):
    """The engine, for environments that escape everything."""

    context_class = Context

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """Jinja's hook for the Python text of a template. Line numbers stay, for tracebacks."""
        text = super()._generate(source, name, filename, defer_init)
        imports, line_end, rest = text.partition("\n")
        return f"{imports}; {OWN}{line_end}{rest}"
