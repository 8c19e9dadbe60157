"""Identities: the same for the same content, and another for any other."""

from checker.values.digest import digest, fingerprint


def test_a_digest_is_the_sha_256_in_hexadecimal() -> None:
    # FIPS 180-4, the empty message.
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(b"") == empty


def test_a_fingerprint_is_the_same_for_the_same_parts() -> None:
    assert fingerprint("deal", "standoff", "r1") == fingerprint("deal", "standoff", "r1")
    assert len(fingerprint("deal")) == 16


def test_parts_are_told_apart_by_their_borders_and_their_order() -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), ("c", "ab"), ("ab", "c", ""), ("", "ab", "c")]
    assert len({fingerprint(*one) for one in parts}) == len(parts)


def test_a_part_may_be_of_any_script() -> None:
    assert fingerprint("حزب الله") != fingerprint("Бригада")
