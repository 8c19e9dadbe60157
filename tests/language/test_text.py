"""YAML as located text: nothing is guessed, and every mistake has its line and column."""

import time

import pytest

from checker.language.problems import Problems
from checker.language.text import Items, Node, Scalar, Table, parse_text


def parse(text: str) -> tuple[Node | None, list[str]]:
    problems = Problems()
    node = parse_text(text, "deal.yaml", problems)
    return node, [f"{d.code} {d.span or 'nowhere'}" for d in problems.sorted()]


def scalar(text: str, key: str) -> Scalar:
    node, problems = parse(text)
    assert problems == []
    assert isinstance(node, Table)
    found = node.get(key)
    assert isinstance(found, Scalar)
    return found


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "12:30", "014", "0x1F", "1_000", "1e3", ".inf", "2018-05-25", "null"],
)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    assert scalar(f"a: {typed}", "a").text == typed


@pytest.mark.parametrize("typed", ["", "~"])
def test_an_empty_value_and_a_tilde_are_missing(typed: str) -> None:
    assert scalar(f"a: {typed}", "a").text is None


@pytest.mark.parametrize("typed", ["''", "'~'", '""'])
def test_what_stands_in_quotation_marks_is_never_missing(typed: str) -> None:
    assert scalar(f"a: {typed}", "a").text == typed.strip("'\"")


def test_lines_and_columns_count_from_one() -> None:
    found = scalar("a: 1\nbb: {c: 2}\nd:   wide", "d")
    assert (found.span.line, found.span.column, found.span.end_column) == (3, 6, 10)


def test_a_column_is_one_character_however_wide() -> None:
    node, _ = parse("a: {b: Červená 🙂 中, c: 15}")
    assert isinstance(node, Table)
    inner = node.get("a")
    assert isinstance(inner, Table)
    assert inner.key("c").span.column == len("a: {b: Červená 🙂 中, ") + 1


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_count_the_same_under_either_line_ending(ending: str) -> None:
    assert scalar(ending.join(["a: 1", "b: 2", "c: 3"]), "c").span.line == 3


def test_a_byte_order_mark_moves_nothing() -> None:
    found = scalar("\ufeffa: 1", "a")
    assert (found.span.line, found.span.column) == (1, 4)


def test_a_key_that_stands_twice_is_refused_where_it_stands_again() -> None:
    node, problems = parse("a: 1\nb: 2\na: 3")
    assert problems == ["Y108 deal.yaml:3:1"]
    assert isinstance(node, Table)
    assert node.get("a") == scalar("a: 1", "a")


def test_what_stands_under_a_doubled_key_is_looked_at_too() -> None:
    _, problems = parse("a: 1\na: {b: 1, b: 2}")
    assert problems == ["Y108 deal.yaml:2:1", "Y108 deal.yaml:2:11"]


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!place", "!!binary", "!!set"])
def test_an_unknown_tag_is_refused_and_makes_nothing(tag: str) -> None:
    _, problems = parse(f"a: {tag} x")
    assert problems == ["Y105 deal.yaml:1:4"]


def test_a_tag_that_says_what_is_there_anyway_is_let_through() -> None:
    assert scalar("a: !!str 15", "a").text == "15"


def test_merge_keys_are_refused() -> None:
    _, problems = parse("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2")
    assert problems == ["Y107 deal.yaml:3:3"]


def test_an_alias_that_is_used_now_and_then_is_read() -> None:
    node, problems = parse("a: &x [1, 2]\nb: *x")
    assert problems == []
    assert isinstance(node, Table)
    items = node.get("b")
    assert isinstance(items, Items)
    assert [item.text for item in items.items if isinstance(item, Scalar)] == ["1", "2"]


def test_aliases_that_expand_without_bound_are_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    start = time.perf_counter()
    node, problems = parse("\n".join(lines))
    assert time.perf_counter() - start < 5.0
    assert node is None
    assert [problem.split()[0] for problem in problems] == ["Y104"]


def test_an_alias_to_itself_is_refused() -> None:
    node, problems = parse("a: &x [*x]")
    assert node is None
    assert [problem.split()[0] for problem in problems] == ["Y104"]


def test_a_number_that_a_comma_has_split_is_named_for_what_it_is() -> None:
    node, problems = parse("a: {persons: 1,000, b: 2}")
    assert problems == ["Y109 deal.yaml:1:14"]
    assert isinstance(node, Table)
    inner = node.get("a")
    assert isinstance(inner, Table)
    assert inner.keys() == ("persons", "b")
    persons = inner.get("persons")
    assert isinstance(persons, Scalar)
    assert persons.text == "1000"


def test_a_split_length_keeps_its_unit() -> None:
    node, problems = parse("a: {within: 1,500 m}")
    assert problems == ["Y109 deal.yaml:1:13"]
    assert isinstance(node, Table)
    inner = node.get("a")
    assert isinstance(inner, Table)
    within = inner.get("within")
    assert isinstance(within, Scalar)
    assert within.text == "1500 m"


@pytest.mark.parametrize("text", ["a: {b: 10, 100: }", "a: {b: 1, c: }"])
def test_entries_that_no_comma_has_split_stay_two(text: str) -> None:
    node, problems = parse(text.replace("100", "x00"))
    assert problems == []
    assert isinstance(node, Table)
    inner = node.get("a")
    assert isinstance(inner, Table)
    assert len(inner.keys()) == 2


@pytest.mark.parametrize(
    ("text", "line"), [("a: {b: 1\nc: 2\n", 1), ("a: [1, 2\n", 1), ("a: 'x\n", 1), ("a:\tb: c", 1)]
)
def test_broken_yaml_is_one_located_error(text: str, line: int) -> None:
    node, problems = parse(text)
    assert node is None
    (problem,) = problems
    code, place = problem.split()
    assert code == "Y102"
    assert int(place.split(":")[1]) == line


def test_a_character_that_yaml_forbids_is_an_error_and_no_traceback() -> None:
    node, problems = parse("a: \u00e9\u00e9\u00e9\nb: \x00\x01")
    assert node is None
    assert problems == ["Y102 deal.yaml:2:4"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_file_is_an_error(text: str) -> None:
    node, problems = parse(text)
    assert node is None
    assert problems == ["Y103 deal.yaml:1:1"]


def test_a_file_larger_than_any_agreement_is_not_even_parsed() -> None:
    node, problems = parse("a: " + "x" * 5_000_001)
    assert node is None
    assert problems == ["Y101 nowhere"]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "~"])
def test_a_key_must_be_text(key: str) -> None:
    _, problems = parse(f"? {key}\n: 1")
    assert [problem.split()[0] for problem in problems] == ["Y106"]


def test_several_documents_in_one_file_are_refused() -> None:
    node, problems = parse("a: 1\n---\nb: 2\n")
    assert node is None
    assert [problem.split()[0] for problem in problems] == ["Y102"]


@pytest.mark.parametrize("depth", [150, 900])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("{a: ", "}")])
def test_a_deep_nest_is_an_error_and_no_traceback(opened: str, closed: str, depth: int) -> None:
    node, problems = parse(opened * depth + closed * depth)
    assert node is None
    assert [problem.split()[0] for problem in problems] == ["Y112"]


def test_the_first_place_of_a_mapping_is_its_first_key() -> None:
    node, _ = parse("a:\n  b: 1\n")
    assert isinstance(node, Table)
    inner = node.get("a")
    assert isinstance(inner, Table)
    assert (inner.first.line, inner.first.column) == (2, 3)
    with pytest.raises(KeyError):
        inner.key("c")
