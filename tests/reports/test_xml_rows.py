"""What formats in XML have in common."""

import pytest

from checker.reports.source import Source
from checker.reports.xml_rows import cut_fault, refuse_other_root
from checker.values.diagnostic import CheckerError


def source(head: bytes) -> Source:
    return Source("r.kml", None, head, "", head)


def test_another_root_is_refused_by_its_name() -> None:
    with pytest.raises(CheckerError, match=r"R102: the file is no \.kml: its first element is <gp"):
        refuse_other_root(source(b"<gpx/>"), "kml", ("kml",))
    refuse_other_root(source(b"<kml/>"), "kml", ("kml",))
    refuse_other_root(source(b""), "kml", ("kml",))


def test_a_report_that_is_too_long_is_said_by_its_name() -> None:
    assert cut_fault("Placemark").reason == "the Placemark is longer than 64 MiB"
