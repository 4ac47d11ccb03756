"""Time and counts by stage, with a clock that the test winds."""

from itertools import count

from catalog.stages import Stage, Stages, as_table


def told():
    """Three stages of one second each; one of them in two parts, one going on later."""
    shown = []
    clock = count()
    stages = Stages(shown.append, lambda: float(next(clock)))
    stages("Leyendo")
    stages.count(3)
    stages("Escribiendo", "casos")
    stages.count(2)
    stages("Escribiendo", "listas")
    stages("Leyendo")
    stages.count(1)
    return stages.accounts(), shown


def test_every_stage_has_its_time_and_its_count():
    accounts, shown = told()
    rows = [(s.name, s.part, s.seconds, s.number) for s in accounts]
    assert rows == [
        ("Leyendo", "", 2.0, 4),
        ("Escribiendo", "casos", 1.0, 2),
        ("Escribiendo", "listas", 1.0, None),
    ]
    assert shown == ["Leyendo", "Escribiendo: casos", "Escribiendo: listas", "Leyendo"]


def test_the_table_adds_up():
    lines = [line.split() for line in as_table(told()[0])]
    assert lines[1] == ["Leyendo", "2,00", "50", "%", "4"]
    assert lines[2] == ["Escribiendo", "2,00", "50", "%", "2"]
    assert lines[3] == ["casos", "1,00", "25", "%", "2"]
    assert lines[-1] == ["Todo", "4,00", "100", "%"]


def test_what_others_did_side_by_side_takes_the_time_by_the_clock():
    clock = iter([0.0, 0.0, 6.0, 6.0])
    stages = Stages(clock=lambda: next(clock))
    stages("Escribiendo")
    stages.share([Stage("Escribiendo", "casos", 8.0, 5), Stage("Dibujando", "", 4.0, 2)])
    rows = [(s.name, s.part, s.seconds, s.number) for s in stages.accounts()]
    assert rows == [
        ("Escribiendo", "", 0.0, None),
        ("Escribiendo", "casos", 4.0, 5),
        ("Dibujando", "", 2.0, 2),
    ]


def test_no_stage_at_all():
    assert len(as_table(Stages().accounts())) == 2
