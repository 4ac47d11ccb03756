import pytest

from tests.real import real
from tools.web import serve


@pytest.fixture(scope="session")
def built():
    return real()


@pytest.fixture(scope="session")
def address(built):
    with serve(built.site) as found:
        yield found
