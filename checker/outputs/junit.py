"""The result as JUnit XML: one case for each file and clause, so that green says what was checked.

A case passes where reports were judged and none breaches or is in doubt. What nobody could decide,
and what concerns no report, is skipped with its reason: neither is a pass.
"""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.junit_cases import Case, Listed, duty_case, file_case, rows_case, run_case
from checker.outputs.writer import Format, Page
from checker.outputs.xml_text import attributes, element

__all__ = ["FORMAT", "JUnitWriter"]

_DUTIES = "duties with a date"


class JUnitWriter:
    """Hold the gravest findings of each file and clause until the end, and count them all."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self._fail_on = page.fail_on
        self._header: Header | None = None
        self._found: dict[tuple[str, str], Listed] = {}

    def begin(self, header: Header) -> None:
        """Keep the header until the end."""
        self._header = header

    def add(self, block: Block) -> None:
        """Put each finding to the case of its file and clause."""
        for finding in block.findings():
            file = finding.reports[0].file if finding.reports else _DUTIES
            place = (_DUTIES if finding.subject == "deadline" else file, finding.clause)
            self._found.setdefault(place, Listed()).add(finding, self._fail_on)

    def end(self, summary: Summary) -> None:
        """Write every case."""
        assert self._header is not None, "a writer is begun before it ends"
        suites = {"run": [run_case(summary)]}
        for one in summary.inputs:
            suites.setdefault(one.file, []).append(rows_case(one, summary.rejected))
        for row in summary.checked:
            found = self._found.pop((row.file, row.clause), Listed())
            suites.setdefault(row.file, []).append(file_case(row, found, self._fail_on))
        for case in self._duties(summary):
            suites.setdefault(_DUTIES, []).append(case)
        # What belongs to no case of the summary, such as evidence on a permission's condition.
        for (file, clause), found in self._found.items():
            suites.setdefault(file, []).append(found.case(clause))
        self._write(self._header, suites)

    def _duties(self, summary: Summary) -> list[Case]:
        by_clause: dict[str, list[str]] = {}
        for row in summary.rows:
            by_clause.setdefault(row.clause, []).append(row.standing.word)
        cases = (
            duty_case(clause, words, self._found.pop((_DUTIES, clause), Listed()))
            for clause, words in by_clause.items()
        )
        return [case for case in cases if case is not None]

    def _write(self, header: Header, suites: dict[str, list[Case]]) -> None:
        every = [case for cases in suites.values() for case in cases]
        name = f"accord: {header.agreement_title} ({header.agreement_id})"
        self._stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self._stream.write(f"<testsuites{attributes(name=name)}{_counts(every)}>\n")
        for suite, cases in suites.items():
            self._stream.write(f"<testsuite{attributes(name=suite)}{_counts(cases)}>\n")
            if suite == "run":
                self._stream.write(_properties(header))
            for case in cases:
                self._stream.write(_case(suite, case))
            self._stream.write("</testsuite>\n")
        self._stream.write("</testsuites>\n")


FORMAT = Format("junit", "JUnit XML: a case for each file and clause, for CI", JUnitWriter)


def _counts(cases: list[Case]) -> str:
    of = [case.outcome for case in cases]
    return attributes(
        tests=len(of),
        failures=of.count("failure"),
        errors=of.count("error"),
        skipped=of.count("skipped"),
    )


def _properties(header: Header) -> str:
    pairs = {
        "accord": header.accord,
        "as_of": header.as_of or "",
        "agreement_sha256": header.agreement_sha256,
    }
    if header.edition is not None:
        pairs["edition"] = header.edition.said
    lines = "".join(f"<property{attributes(name=n, value=v)}/>\n" for n, v in pairs.items())
    return f"<properties>\n{lines}</properties>\n"


def _case(suite: str, case: Case) -> str:
    begin = f"<testcase{attributes(classname=suite, name=case.name)}"
    body = ""
    if case.outcome in {"failure", "error"}:
        body += element(case.outcome, case.detail, message=case.message, type=case.type)
    elif case.outcome == "skipped":
        body += f"<skipped{attributes(message=case.message)}/>"
    if case.said:
        body += element("system-out", case.said)
    return f"{begin}>{body}</testcase>\n" if body else f"{begin}/>\n"
