"""Sites of the small catalog, and what differs between two of them."""

from zipfile import ZipFile

from catalog.pipeline import build
from tests.faults.house import digest


def built(options):
    """Every file of the site that these options make, by path, and the report."""
    report = build(options)
    assert not report.failed, report.findings[:3]
    assert report.site
    if report.site.suffix == ".zip":
        with ZipFile(report.site) as packed:
            return {name: packed.read(name) for name in packed.namelist()}, report
    return digest(report.site), report


def differences(one, other):
    """Paths of files that two sites do not have in common."""
    return {name for name in one | other if one.get(name) != other.get(name)}
