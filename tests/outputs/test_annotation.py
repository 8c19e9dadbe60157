"""One annotation is one line, whatever it says."""

from checker.outputs.annotation import annotation


def test_marks_are_escaped_where_they_would_mean_something() -> None:
    said = annotation("error", {"file": "a:b,c.csv", "line": "3"}, "100% of it: a,b\r\n::error::x")
    assert said == ("::error file=a%3Ab%2Cc.csv,line=3::100%25 of it: a,b%0D%0A::error::x")


def test_what_looks_escaped_stays_as_it_was_written() -> None:
    assert annotation("notice", {}, "%0A::set-output") == "::notice ::%250A::set-output"
