"""Measure compiling: 36 generated agreements of 20 clauses, against composing their YAML.

An agreement is read, checked and compiled into a plan, all from its text; the peer is PyYAML's
compose with the C loader, which builds the tree of nodes and knows nothing of what they mean.
"""

import itertools
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.bench import asked, interleaved, medians, table, tell, versions
from benchmarks.question import agreement, drawn, line
from checker.language import load_agreement
from checker.plan.compile import compile_plan

CLAUSES = 20
AGREEMENTS = 36
DOINGS = ("presence", "[fire, strike]", "fight", "patrol")
WHERES = (
    "{{within: {m} m, of: front, toward: both}}",
    "{{within: {m} m, of: front, toward: town}}",
    "{{beyond: {m} m, of: town, inside: zone}}",
    "{{ring: [{m} m, 30 km], of: town}}",
    "{{any_of: [zone, {{within: {m} m, of: town}}]}}",
    "{{within: {{how-far: {{less: {m} m, more: 20 km}}}}, of: town, outside: zone}}",
)
MORES = (
    "",
    ", unless: [{does: relief}, {who: police, at_most: 50, of: persons}]",
    ", when: {from: 2020-03-01, until: 2020-06-30}",
)
MORE = """\
  blue: {name: Blue Army, aliases: [Blues]}
  police: {name: Border police}
  corps: {name: Client corps, edges: [{backed_by: blue, confidence: likely, until: 2020-07-01}]}
questions:
  how-far: {asks: How far is it?, answers: {less: what the text says, more: what the map shows}}
doings: {fight: {includes: [fire, strike]}, patrol: {}, relief: {}}
"""
PLACES = (
    f"  front: {drawn(line()[::40])}",
    "  town: {point: {lon: 36.3, lat: 33.9}, source: text}",
    "  zone: {box: {west: 36, south: 32.5, east: 36.5, north: 33}, accuracy: 50 m, source: text}",
)


def generated() -> Iterator[Path]:
    """Write the agreements, each with the next twenty of all forms of a clause."""
    forms = itertools.product(WHERES, DOINGS, MORES, ("red", "blue", "everyone", "[red, corps]"))
    endless = itertools.cycle(forms)
    for number in range(AGREEMENTS):
        clauses = []
        for place, (where, doing, more, who) in enumerate(itertools.islice(endless, CLAUSES)):
            limit_m = 1_000 + 100 * place + number
            clauses.append(
                f"  clause-{place}: {{says: They keep {limit_m} m away., source: text, "
                f"binds: {who}, prohibits: {doing}, where: {where.format(m=limit_m)}{more}}}"
            )
        yield agreement(f"made-{number}", PLACES, clauses, MORE)


def main() -> None:
    """Compile all of them in each run, and tell."""
    options = asked(runs=7)
    files = [folder / "agreement.yaml" for folder in generated()]
    texts = [file.read_text(encoding="utf-8") for file in files]

    def compose() -> None:
        for text in texts:
            yaml.compose(text, Loader=yaml.CSafeLoader)

    def compile_all() -> None:
        for file in files:
            compile_plan(load_agreement(file).core)

    taken = interleaved(options.runs, {"compose": compose, "compile": compile_all})
    median = medians(taken)
    tell(
        "compile",
        f"{AGREEMENTS} agreements of {CLAUSES} clauses, medians of {options.runs} interleaved runs "
        f"in one process; {versions('pyyaml')}. Promised: less than 10 times the time of compose.",
        table(
            ["what", "median", "times compose"],
            [
                [name, f"{one * 1e3:.0f} ms", f"{one / median['compose']:.1f}"]
                for name, one in median.items()
            ],
        ),
    )


if __name__ == "__main__":
    main()
