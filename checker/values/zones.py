"""Time zones by name, and where their rules were read."""

import zoneinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from checker.values.ledger import note_absent, note_read

__all__ = ["zone_of"]


def zone_of(name: str) -> ZoneInfo:
    """Return a zone of the IANA database, and note the file with its rules.

    Where the system has none the package ``tzdata`` does. Raises ``ZoneInfoNotFoundError``,
    ``ValueError`` or ``OSError`` where there is no zone of that name.
    """
    zone = ZoneInfo(name)
    for folder in zoneinfo.TZPATH:
        path = Path(folder) / name
        if path.is_file():
            note_read(path, path.read_bytes())
            break
        note_absent(path)
    return zone
