"""Whole answers, kept under the question and the bytes of every file that it was made from.

Two steps, because which files a question reads is known only after it was answered once: under the
question lies the list of the files; under the question with the hashes of these files lies the
answer. A program that does the same for the same bytes reads the same files then, so nothing else
can have changed the answer.
"""

import json
import os
import stat
from collections.abc import Sequence
from hashlib import file_digest, sha256
from pathlib import Path

from checker.cache.answer import Answer
from checker.cache.program import program_digest
from checker.cache.store import Store
from checker.values.ledger import MOST_BYTES, Ledger

__all__ = ["keep", "look_up", "question_of"]

_SET = ("PROJ_", "NO_COLOR", "PYTHONTZPATH")
"""What the environment may say to the program or its libraries, whatever its output goes to."""


def question_of(arguments: Sequence[str], streams: Sequence[str]) -> str | None:
    """Return the key of a command line, asked here and with the ``streams`` as they are.

    None in a folder that is gone, in which nothing can be asked twice.
    """
    try:
        here = str(Path.cwd())
    except OSError:
        return None
    said = sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith(_SET))
    return _key("question", program_digest(), here, [*arguments], [*streams], said)


def look_up(store: Store, question: str) -> Answer | None:
    """Return the answer that was given before, if every file is as it was then.

    None as well where the run would not write its files now, but refuse to.
    """
    listed = store.get(question)
    if listed is None:
        return None
    paths = json.loads(listed)
    hashes = [_hash_of(path) for path in paths]
    kept = store.get(_answer_key(question, paths, hashes))
    answer = Answer.from_bytes(kept) if kept is not None else None
    return answer if answer is not None and answer.fits(paths) else None


def keep(store: Store, question: str, ledger: Ledger, answer: Answer) -> bool:
    """Keep an answer, if it follows from what the ledger tells and is not too large."""
    content = answer.to_bytes()
    if not ledger.is_whole or len(content) > MOST_BYTES:
        return False
    paths = sorted(ledger.read)
    hashes = [ledger.read[path] for path in paths]
    is_kept = store.put(_answer_key(question, paths, hashes), content)
    is_kept = is_kept and store.put(question, json.dumps(paths).encode())
    store.prune()
    return is_kept


def _hash_of(path: str) -> str | None:
    """Return the hash of a file, None where there is none.

    What is no plain file, such as a pipe, is nothing that may be read for a look.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            return ""
        with open(path, "rb") as stream:  # noqa: PTH123
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _answer_key(question: str, paths: Sequence[str], hashes: Sequence[str | None]) -> str:
    """Return the key of an answer; where a link leads to counts, whatever lies there."""
    return _key("answer", question, paths, hashes, [os.path.realpath(path) for path in paths])


def _key(*parts: object) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()
