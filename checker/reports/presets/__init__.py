"""Mappings that ship: the columns and codes of data that many monitors have, with their sources."""

from pathlib import Path

__all__ = ["PRESETS", "preset_path"]

PRESETS = {
    "acled": "ACLED: actor1 and actor2, event types, geo_precision, time_precision",
    "ucdp-ged": "UCDP Georeferenced Event Dataset: two sides a row, where_prec, date_prec",
    "osce": "tables of ceasefire violations as the OSCE annexed them to its reports",
    "cot": "Cursor on Target: the affiliation in the type as the actor",
}
"""Every preset by its name, with what it is for; each is a file of that name beside this one."""


def preset_path(name: str) -> Path:
    """Return the file of a preset."""
    return Path(__file__).parent / f"{name}.yaml"
