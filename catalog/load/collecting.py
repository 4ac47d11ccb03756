"""Reading many files without stopping to look for garbage."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def without_collector(function: Callable[P, T]) -> Callable[P, T]:
    """``function`` with the cycle collector at rest.

    Reading and judging make millions of small objects that live until the end and form no cycles;
    the collector would walk them again and again (measured at 5,000 cases: 40 % of the time).
    """

    @wraps(function)
    def rested(*arguments: P.args, **named: P.kwargs) -> T:
        active = gc.isenabled()
        gc.disable()
        try:
            return function(*arguments, **named)
        finally:
            if active:
                gc.enable()

    return rested
