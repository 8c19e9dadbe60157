"""A page of text: headings, paragraphs, labelled lines and tables, wrapped to a width."""

from collections.abc import Sequence
from io import StringIO
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checker.outputs.printable import printable
from checker.outputs.writer import Page

__all__ = ["Sheet"]

_LABEL_WIDTH = 13


class Sheet:
    """Write to a stream, block by block; lines carry no blanks at their end.

    ``is_full`` says that long lists are written to their end.
    """

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self.is_full = page.is_full
        self._buffer = StringIO()
        # What the environment says of colours is decided by the caller, once for all formats.
        self._console = Console(
            file=self._buffer,
            width=page.width,
            color_system="standard" if page.is_coloured else None,
            force_terminal=page.is_coloured,
            no_color=not page.is_coloured,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def heading(self, text: str) -> None:
        """Write a heading with an empty line before it."""
        self.gap()
        self.say(text.upper(), style="bold")

    def gap(self) -> None:
        """Write an empty line."""
        self._stream.write("\n")

    def say(self, text: str, indent: int = 0, style: str = "") -> None:
        """Write a paragraph."""
        self._print(Padding(_text(text, style), (0, 0, 0, indent)))

    def labelled(self, pairs: Sequence[tuple[str, str]], indent: int = 0) -> None:
        """Write lines, each with a label before it; an empty label goes on with the one above."""
        if not pairs:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=_LABEL_WIDTH, no_wrap=True)
        grid.add_column(overflow="fold")
        for label, text in pairs:
            grid.add_row(_text(label, "dim"), _text(text))
        self._print(Padding(grid, (0, 0, 0, indent)))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: int) -> None:
        """Write a table; its last ``numbers`` columns hold numbers and stand to the right."""
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
        for place, name in enumerate(columns):
            if place < len(columns) - numbers:
                table.add_column(_text(name), overflow="fold", min_width=min(len(name), 12))
            else:
                table.add_column(_text(name), justify="right", no_wrap=True)
        for row in rows:
            table.add_row(*(_text(cell) for cell in row))
        self._print(table)

    def _print(self, block: RenderableType) -> None:
        self._console.print(block)
        for line in self._buffer.getvalue().splitlines():
            self._stream.write(f"{line.rstrip()}\n")
        self._buffer.seek(0)
        self._buffer.truncate()


def _text(text: str, style: str = "") -> Text:
    lines = (printable(line) for line in text.split("\n"))
    return Text("\n".join(lines), style=style, overflow="fold")
