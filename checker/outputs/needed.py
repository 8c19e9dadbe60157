"""What a format needs that not every installation has: asked before anything is judged."""

from importlib.util import find_spec

from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["require"]


def require(form: str, extra: str, *modules: str) -> None:
    """Raise ``CheckerError`` where a module is not installed; none is loaded."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        message = f"-f {form} needs {' and '.join(missing)}, which this installation does not have"
        hint = f"install them with pip install 'accord[{extra}]', or write another format"
        raise CheckerError(Diagnostic("U150", message, None, hint))
