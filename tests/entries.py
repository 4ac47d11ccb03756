"""Small entries for tests: everything required, nothing else."""

from catalog.model import Case, Period, Practice, SourceEntry, SourceReference


def case(id, **fields):
    base = {
        "title": f"Caso {id}",
        "summary": "Un resumen.",
        "level": "enterprise",
        "country": ("BO",),
        "sector": ("food",),
        "resource": ("water",),
        "practices": (),
        "period": Period(),
        "sources": (SourceReference(id="s"),),
    }
    return Case(id=id, file=f"cases/{id}.md", **{**base, **fields})


def practice(id, **fields):
    base = {
        "title": f"Práctica {id}",
        "summary": "Un resumen.",
        "kind": "technique",
        "levels": ("enterprise",),
    }
    return Practice(id=id, file=f"practices/{id}.md", **{**base, **fields})


def source(id, **fields):
    base = {"type": "report", "title": f"Fuente {id}"}
    return SourceEntry(id=id, file=f"sources/{id}.yml", **{**base, **fields})
