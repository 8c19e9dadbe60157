"""`accord things`: the named systems that ship."""

from tests.cli.made import accord


def test_every_system_is_listed_with_class_calibre_and_range() -> None:
    done = accord("things")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert len(lines) >= 150
    (grad,) = [line for line in lines if line.startswith("bm-21 ")]
    assert grad.split()[1:] == ["mlrs", "122", "mm", "20.35..40.5", "km"]
    assert "lists/equipment (sha256 " in done.stderr


def test_a_system_is_found_by_any_of_its_names_and_told_with_its_sources() -> None:
    done = accord("things", "Град", "-v")
    assert done.stdout.splitlines()[0].startswith("bm-21")
    assert "class, calibre: CFE Treaty" in done.stdout
    assert "range: BM-21 Grad, encyclopaedia, as quoted" in done.stdout
    assert "note: 20.38 km with 9M22U, 40 km with 9M521" in done.stdout


def test_an_unknown_name_is_refused() -> None:
    done = accord("things", "Gradd")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "'Gradd' is in no name of the list; did you mean 'Grad'" in done.stderr
    assert "accord things lists them" in accord("things", "Zzzzz").stderr
