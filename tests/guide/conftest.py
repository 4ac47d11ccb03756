import pytest

from tests.explorer.real import chromium, real
from tools.web import serve


@pytest.fixture(scope="session")
def built():
    return real()


@pytest.fixture(scope="session")
def address(built):
    with serve(built.site) as found:
        yield found


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found
