"""A mapping in YAML for a file that nobody described, with what was seen, for a person to confirm.

A line is written out where the heading says what the column is and every cell fits it. What is
only likely stands behind a #, and so does what no file says of itself, such as its zone.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

from checker.reports.batch import KINDS
from checker.reports.columns import BY_NAME
from checker.reports.proposal.headings import LIKELY, PREPOSITIONS, SURE
from checker.reports.proposal.profile import Profile
from checker.reports.spelling import normalised

__all__ = ["likely_name", "proposed_mapping"]

_MARKS = str.maketrans(dict.fromkeys("_-.()[]:,/", " "))
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?", re.ASCII)
_PRESETS = {
    "acled": {"event_date", "geo_precision", "time_precision", "actor1"},
    "ucdp-ged": {"where_prec", "side_a", "side_b", "date_start", "date_end"},
    "osce": {"event location", "observation", "description", "weapon"},
    "cot": {"uid", "type", "affiliation", "stale"},
}


def proposed_mapping(file: str, rows: int, profiles: Sequence[Profile]) -> str:
    """Return the text of a mapping, which is read as it stands; ``rows`` were looked at."""
    return "\n".join(_lines(file, rows, profiles)) + "\n"


def _lines(file: str, rows: int, profiles: Sequence[Profile]) -> Iterator[str]:
    yield f"# A mapping for {_quoted(file)}, proposed from its first {rows:,} rows."
    yield "# Compare every line with the file, and take away the # of what holds. Then look at what"
    yield "# comes of it: accord validate FILE --mapping THIS --first 3"
    preset = next((name for name, wanted in _PRESETS.items() if wanted <= _names(profiles)), None)
    if preset is not None:
        yield f"preset: {preset}"
        return
    sure, likely = _found(profiles)
    used = {profile.name for _, profile in [*sure, *likely]}
    yield ""
    yield "columns:                      # ours: theirs"
    for ours, profile in sure:
        yield f"  {ours}: {_quoted(profile.name)}  # {_seen(profile)}"
    yield from _likely_lines(likely)
    yield from _constants({ours for ours, _ in sure}, {ours for ours, _ in likely})
    yield from _forms([*sure, *likely])
    yield from _values(likely)
    yield from (line for profile in profiles if profile.are_grades for line in _split(profile))
    left = [profile for profile in profiles if profile.name not in used]
    if left:
        yield ""
        yield "# Not used:"
        yield from (f"#   {_quoted(profile.name)}: {_seen(profile)}" for profile in left)


def _likely_lines(likely: Sequence[tuple[str, Profile]]) -> Iterator[str]:
    """Yield the columns that may be ours; a clock of its own stands behind its day."""
    clock = _clock_beside(likely)
    for ours, profile in likely:
        if clock is not None and profile is clock[0]:
            both = f"[{_quoted(profile.name)}, {_quoted(clock[1].name)}]"
            yield f"  # {ours}: {both}  # {_seen(profile)}, {_seen(clock[1])}"
        elif clock is None or profile is not clock[1]:
            yield f"  # {ours}: {_quoted(profile.name)}  # {_seen(profile)}"


def _clock_beside(found: Sequence[tuple[str, Profile]]) -> tuple[Profile, Profile] | None:
    """Return a column of days and one of clock times, where that is what the times are."""
    times = [profile for ours, profile in found if ours == "seen_from"]
    clocks = [one for one in times if one.samples and all(map(_CLOCK.fullmatch, one.samples))]
    days = [one for one in times if one.formats]
    return (days[0], clocks[0]) if len(times) == 2 and days and clocks else None  # noqa: PLR2004


def _names(profiles: Sequence[Profile]) -> set[str]:
    return {normalised(profile.name) for profile in profiles}


def _found(
    profiles: Sequence[Profile],
) -> tuple[list[tuple[str, Profile]], list[tuple[str, Profile]]]:
    """Return which columns surely are ours, and which may be; each of theirs stands once."""
    sure: dict[str, Profile] = {}
    likely: list[tuple[str, Profile]] = []
    for profile in profiles:
        ours = _sure_name(profile.name)
        if ours is not None and ours not in sure and _fits(ours, profile):
            sure[ours] = profile
    taken = {profile.name for profile in sure.values()}
    for profile in profiles:
        ours = likely_name(profile.name)
        is_free = profile.name not in taken and ours not in sure
        if ours is not None and is_free and _may_fit(ours, profile):
            likely.append((ours, profile))
    return list(sure.items()), likely


def _plain(heading: str) -> str:
    return " ".join(normalised(heading).translate(_MARKS).split())


def _sure_name(heading: str) -> str | None:
    plain = _plain(heading)
    for name in BY_NAME:
        if plain == _plain(name) or plain in SURE.get(name, ()):
            return name
    return None


def likely_name(heading: str) -> str | None:
    """Return which column of the contract a heading may be, as far as its words tell."""
    words = _plain(heading)
    sure = _sure_name(heading)
    if sure is not None:
        return sure
    for ours, names in LIKELY.items():
        if words in names:
            return ours
    told = list(takewhile(lambda word: word not in PREPOSITIONS, words.split()))
    # What it is stands last, as in `event location`; what stands before says of what.
    for one in (" ".join(told), *reversed(told)):
        for ours, names in LIKELY.items():
            if one in names:
                return ours
    return None


def _fits(ours: str, profile: Profile) -> bool:
    """Say whether every cell that was seen can be one of our column."""
    column = BY_NAME[ours]
    if not profile.filled:
        return False
    match column.holds:
        case "number":
            span = profile.span
            return span is not None and column.least <= span[0] and span[1] <= column.most
        case "time":
            return profile.formats[:1] == ("ISO 8601",)
        case "word":
            known = {normalised(word) for word in column.words}
            return bool(profile.words) and {normalised(word) for word in profile.words} <= known
        case "name":
            return False  # names of places are the agreement's
    return ours != "id" or profile.is_unique


def _may_fit(ours: str, profile: Profile) -> bool:
    """Say whether a likely column may be meant: numbers are, and hold, numbers.

    A heading that means nothing else is believed where some cells are none: these rows are bad.
    """
    if _sure_name(profile.name) == ours:
        return profile.filled > 0
    return (BY_NAME[ours].holds == "number") == (profile.span is not None) or ours == "id"


def _constants(sure: set[str], likely: set[str]) -> Iterator[str]:
    yield ""
    yield "constants:                    # the same for all rows"
    if "kind" not in sure:
        yield f"  # kind: position            # one of {', '.join(KINDS)}"
    if "radius_m" not in sure:
        said = "unless a column above says it" if "radius_m" in likely else "no column says it"
        yield f"  # radius_m: 1000            # metres round the position that hold it, {said}"
    if "actor" not in sure | likely:
        yield "  # actor: NAME               # no column seems to say who it was"
    if "radius_m" in sure | likely:
        yield "# units: {radius_m: km}         # if it is not in metres: km, nmi, mi, ft, yd"


def _forms(found: Sequence[tuple[str, Profile]]) -> Iterator[str]:
    times = [profile for ours, profile in found if ours in {"seen_from", "seen_to"}]
    formats = dict.fromkeys(
        shape for profile in times for shape in profile.formats if shape != "ISO 8601"
    )
    clock = _clock_beside(found)
    if clock is not None:
        behind = " hh:mm:ss" if clock[1].samples[0].count(":") > 1 else " hh:mm"
        formats = dict.fromkeys(f"{shape}{behind}" for shape in formats)
    if len(formats) > 1:
        yield "# More than one format fits: nobody can tell day from month. Keep what holds."
    yield from (f"# dates: [{_quoted(shape)}]" for shape in formats)
    if clock is not None or any(profile.lacks_offset for profile in times):
        yield "# zone: Asia/Damascus           # clock times carry no offset: state their zone"


def _values(likely: Sequence[tuple[str, Profile]]) -> Iterator[str]:
    for ours, profile in likely:
        if ours in {"kind", "attribution", "does"} and profile.words:
            words = BY_NAME[ours].words
            one = f"one of {', '.join(words)}" if words else "a word of the agreement"
            yield f"# values:                       # of {_quoted(profile.name)}: write {one}"
            yield f"#   {ours}:"
            yield from (f"#     {_quoted(word)}: " for word in profile.words)


def _split(profile: Profile) -> Iterator[str]:
    yield f"# split: {{{_quoted(profile.name)}: [reliability, credibility]}}   # grades such as B2"


def _seen(profile: Profile) -> str:
    if not profile.filled:
        return "blank"
    samples = ", ".join(map(_quoted, profile.samples))
    more = ", ..." if profile.distinct > len(profile.samples) else ""
    return f"{samples}{more} ({profile.filled:,} filled, {profile.distinct:,} differ)"


def _quoted(text: str) -> str:
    """Return a text in double quotes, as YAML reads it, whatever is in it."""
    return "".join(_character(one) for one in json.dumps(text, ensure_ascii=False))


def _character(one: str) -> str:
    if one.isprintable() and unicodedata.category(one) not in {"Zl", "Zp", "Cs", "Co"}:
        return one
    return f"\\u{ord(one):04x}" if ord(one) <= 0xFFFF else f"\\U{ord(one):08x}"  # noqa: PLR2004
