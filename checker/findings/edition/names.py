"""Names of a public edition: files, reports and incidents are counted as they come, and no more."""

from checker.findings.finding import ReportRef
from checker.values.digest import fingerprint

__all__ = ["PublicNames"]


class PublicNames:
    """Give everything that names a report a number in its place; the same thing gets the same.

    A hash would not do: who knows a report but for its place could try places until it fits.
    """

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._reports: dict[str, dict[int, int]] = {}
        self._count = 0
        self._incidents: dict[str, str] = {}
        self._findings: dict[str, int] = {}

    def file(self, name: str) -> str:
        """Return the name of a file."""
        return self._files.setdefault(name, f"public-file-{len(self._files) + 1}")

    def report(self, one: ReportRef) -> ReportRef:
        """Return what points at a report: no line, and its number in the edition."""
        known = self._reports.setdefault(one.file, {})
        if one.row not in known:
            self._count += 1
            known[one.row] = self._count
        number = known[one.row]
        return ReportRef(self.file(one.file), None, number, f"public-report-{number}")

    def incident(self, name: str | None) -> str | None:
        """Return the id of an incident, None for none."""
        if name is None:
            return None
        number = str(len(self._incidents) + 1)
        return self._incidents.setdefault(name, fingerprint("public incident", number))

    def finding(self, *told: str) -> str:
        """Return the id of a finding by what the edition tells of it, alike ones counted.

        Two editions of one grid so give a finding the same id, where they tell the same of it.
        """
        print_ = fingerprint("public finding", *told)
        before = self._findings.get(print_, 0)
        self._findings[print_] = before + 1
        return fingerprint(print_, str(before)) if before else print_
