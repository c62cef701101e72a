"""Writes down what every Hugo at hand reads from the cases: `python -m tests.fidelity.record`.

The tests compare with the records where no Hugo is installed.
"""

from __future__ import annotations

import json
import sys

from afr_content.hugo import HugoVersion
from tests.fidelity.canonical import REFUSED, cases, ours, recording
from tests.fidelity.hugo_probe import Answer, probe
from tests.hugo_binaries import hugo_binaries


def answer(found: Answer) -> object:
    """What is compared and written down of an answer."""
    return REFUSED if found.params is None else found.params


def main() -> None:
    """Write one file for each Hugo."""
    texts = [case.text for case in cases()]
    data = [text.encode("utf-8", "surrogateescape") for text in texts]
    for version, binary in hugo_binaries().items():
        hugo = HugoVersion.parse(version)
        likely = [index for index, text in enumerate(texts) if ours(text, hugo) == REFUSED]
        answers = [json.dumps(answer(found)) for found in probe(binary, data, likely)]
        recording(version).write_text("[\n" + ",\n".join(answers) + "\n]\n")
        sys.stdout.write(f"{version}: {len(answers)} answers\n")


if __name__ == "__main__":
    main()
