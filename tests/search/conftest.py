import pytest

from tests.real import real
from tools.web import serve


@pytest.fixture(scope="session")
def site():
    """The real content as a folder that a server or a browser can open."""
    return real().site


@pytest.fixture(scope="session")
def address(site):
    with serve(site) as address:
        yield address


@pytest.fixture(params=[(360, 740), (1280, 800)], ids=["telefono", "escritorio"])
def page(request, browser):
    """A page that fails the test when a script of ours breaks or asks another host."""
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height},
        service_workers="block",  # a worker fetches past page.route
    )
    page = context.new_page()
    trouble = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda r: None if _own(r.url) else trouble.append(r.url))
    yield page
    context.close()
    assert trouble == []


def _own(url):
    return url.startswith(("http://127.0.0.1", "file://", "data:"))
