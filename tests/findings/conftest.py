"""The folder and the deal of the tests of commands, for tests that judge on the way."""

from tests.cli.conftest import deal, here

__all__ = ["deal", "here"]
