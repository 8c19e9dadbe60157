"""Values as bytes and back; bytes that somebody else wrote can make no more than plain values.

A pickle may name any function to call. What is read here may only name classes of this program
that hold values, and what numpy makes an array from; whoever can write to the cache can lie about
an answer by that, but run nothing.
"""

import io
import pickle
import sys

__all__ = ["frozen", "thawed"]

_OTHERS = frozenset(
    {
        *(("builtins", name) for name in ("complex", "frozenset", "set", "slice")),
        ("collections", "Counter"),
        ("copyreg", "__newobj_ex__"),
        *(("numpy", name) for name in ("dtype", "ndarray")),
        *((f"numpy.{core}.multiarray", "_reconstruct") for core in ("core", "_core")),
        *((f"numpy.{core}.multiarray", "scalar") for core in ("core", "_core")),
        *((f"numpy.{core}.numeric", "_frombuffer") for core in ("core", "_core")),
        # What stands in a block of findings for readings that were left where they were made.
        ("checker.findings.series", "_nothing_left"),
    }
)
_PACKAGE = __name__.partition(".")[0]


def frozen(value: object) -> bytes:
    """Return a value as bytes; raises what ``pickle`` raises for one that cannot be."""
    return pickle.dumps(value, protocol=5)


def thawed(content: bytes) -> object:
    """Return the value that ``frozen`` was given.

    Raises ``pickle.UnpicklingError`` for bytes that name anything else than values.
    """
    return _Thawing(io.BytesIO(content)).load()


class _Thawing(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        """Return what a pickle names, if it is harmless."""
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        if module.partition(".")[0] == _PACKAGE and "." not in name:
            # To import a module is to run it; who keeps values has imported what they are of.
            found = getattr(sys.modules.get(module), name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"'{module}.{name}' is no value that is kept")
