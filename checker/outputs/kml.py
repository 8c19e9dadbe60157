"""The result on a globe as KML: places, limits as lines, and findings with their discs of doubt.

Source: OGC 07-147r2, OGC KML 2.2 (2008), whose schema fixes the order of elements.
"""

from collections import Counter
from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Finding, Header, Summary
from checker.outputs.finding_lines import finding_title, readings_lines
from checker.outputs.flat import COLUMNS, Cell, cells_of
from checker.outputs.gravest import GRAVITY
from checker.outputs.kml_shapes import described, geometry, look_styles
from checker.outputs.mapped import (
    MapLimit,
    MapPlace,
    finding_chart,
    map_limits,
    map_places,
)
from checker.outputs.plain import STANDINGS, counted, listed
from checker.outputs.writer import Format, Page
from checker.outputs.xml_text import attributes, element

__all__ = ["FORMAT", "KmlWriter"]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n'


class KmlWriter:
    """Write each placemark as it comes, the places and limits of the agreement first."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        del page
        self._stream = stream
        self._counts: Counter[str] = Counter()

    def begin(self, header: Header) -> None:
        """Write what the map is of, and the ground that the clauses speak of."""
        at = f" as of {header.as_of}" if header.as_of else ""
        said = f"accord {header.accord}{at}; agreement sha256 {header.agreement_sha256}"
        self._stream.write(f"{_HEAD}<Document>\n{element('name', header.agreement_title)}\n")
        self._stream.write(f"{described([said])}\n{look_styles()}")
        self._stream.write("<Folder>\n<name>Places</name>\n")
        for place in map_places(header.drawn):
            self._stream.write(_place(place))
        self._stream.write("</Folder>\n<Folder>\n<name>Limits</name>\n")
        for limit in map_limits(header.drawn):
            self._stream.write(_limit(limit))
        self._stream.write("</Folder>\n<Folder>\n<name>Findings</name>\n")

    def add(self, block: Block) -> None:
        """Write the next findings; one without a position is a placemark without a geometry."""
        for finding in block.findings():
            self._counts[finding.standing.word] += 1
            self._stream.write(_finding(finding))

    def end(self, summary: Summary) -> None:
        """Close the document; a last folder counts the findings, and says if it is no answer."""
        words = sorted(self._counts, key=GRAVITY.__getitem__)
        lines = [f"{STANDINGS[word]}: {self._counts[word]:,}" for word in words]
        lines += [f"{one.file}: sha256 {one.sha256}" for one in summary.inputs if one.sha256]
        if summary.hidden:
            lines.append(f"{summary.hidden:,} more hidden by filters")
        if summary.hollow is not None:
            lines.append(f"Hollow: {summary.hollow}; this is no pass")
        name = element("name", f"{counted(self._counts.total(), 'finding')} in all")
        self._stream.write(f"</Folder>\n<Folder>\n{name}\n{described(lines)}\n</Folder>\n")
        self._stream.write("</Document>\n</kml>\n")


FORMAT = Format("kml", "a map for globes such as Google Earth", KmlWriter, draws=True)


def _place(place: MapPlace) -> str:
    lines = [
        f"source: {place.source}" if place.source else "",
        f"accuracy: {place.accuracy_m:,.0f} m" if place.accuracy_m is not None else "",
        f"nobody drew it: {place.why}" if place.why else "",
        f"drawn so where {place.readings}" if place.readings else "",
    ]
    return (
        f"<Placemark>\n{element('name', place.name)}\n{described(lines)}\n"
        f"<styleUrl>#place</styleUrl>\n{geometry(place.chart)}</Placemark>\n"
    )


def _limit(limit: MapLimit) -> str:
    ends = {"exact": "", "low": "the lower end of it", "high": "the upper end of it"}
    lines = [
        f"{limit.at_m:,.2f} m from {limit.of}",
        ends[limit.end],
        f"on the side of {limit.toward}" if limit.toward else "",
        f"where {limit.readings}" if limit.readings else "",
    ]
    return (
        f"<Placemark>\n{element('name', f'{limit.clause}: {limit.said} from {limit.of}')}\n"
        f"{described(lines)}\n<styleUrl>#limit</styleUrl>\n{geometry(limit.chart)}</Placemark>\n"
    )


def _finding(finding: Finding) -> str:
    word = finding.standing.word
    lines = [
        finding_title(finding),
        finding.message,
        f"Accepted: {finding.accepted.said}." if finding.accepted is not None else "",
        f"Open because {listed(finding.reasons)}." if finding.reasons else "",
        f"What helps: {finding.decides}." if finding.decides else "",
        *readings_lines(finding),
    ]
    begin = element("begin", finding.seen_from) if finding.seen_from else ""
    end = element("end", finding.seen_to) if finding.seen_to else ""
    about = "condition of " if finding.subject == "condition" else ""
    centre = None
    if finding.lon is not None and finding.lat is not None:
        centre = (finding.lon, finding.lat)
    cells = zip(COLUMNS, cells_of(finding), strict=True)
    data = "".join(
        f"<Data{attributes(name=column.name)}>{element('value', _cell(cell))}</Data>\n"
        for column, cell in cells
        if cell not in (None, [])
    )
    return (
        f"<Placemark{attributes(id=f'finding-{finding.id}')}>\n"
        f"{element('name', f'{STANDINGS[word]}: {about}{finding.clause}')}\n{described(lines)}\n"
        f"{f'<TimeSpan>{begin}{end}</TimeSpan>' if begin or end else ''}\n"
        f"<styleUrl>#{word}</styleUrl>\n<ExtendedData>\n{data}</ExtendedData>\n"
        f"{geometry(finding_chart(finding), centre)}</Placemark>\n"
    )


def _cell(cell: Cell) -> str:
    if isinstance(cell, list):
        return ";".join(cell)
    return cell if isinstance(cell, str) else repr(cell)
