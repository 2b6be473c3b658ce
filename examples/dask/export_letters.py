#!/usr/bin/env python3
"""Exports records from many letters on a Dask cluster. See README.md.

export_letters.py --scheduler tcp://host:8786 letters.ndjson records/
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from dask.distributed import Client, as_completed
from dask.utils import parse_bytes
from fsspec.utils import read_block


def export(letters: Path, start: int, length: int, part: Path, command: list[str]) -> int:
    """Passes the lines that begin in a range of bytes to a command. Returns the number of lines that it answered.

    The answers are complete in the file `part`, or the file isn't there. Raises RuntimeError if the command fails.
    """
    with letters.open("rb") as file:
        lines = read_block(file, start, length, delimiter=b"\n")
    # The command outlives a worker that is killed, and takes the lines that it has until then for all of them. So only
    # the worker may give the file its name, and each attempt needs a file of its own.
    with tempfile.NamedTemporaryFile(dir=part.parent, prefix=f".{part.name}-", delete=False) as unfinished:
        run = subprocess.run(command, input=lines, stdout=unfinished, stderr=subprocess.PIPE)
        os.fsync(unfinished.fileno())
    if run.returncode != 0:
        os.unlink(unfinished.name)
        message = run.stderr.decode(errors="replace")[-2000:].strip()
        raise RuntimeError(f"{shlex.join(command)} exited with code {run.returncode}: {message}")
    os.replace(unfinished.name, part)
    with part.open("rb") as answers:
        return sum(1 for _ in answers)


def main() -> int:
    parser = argparse.ArgumentParser(description="Exports records from many letters on a Dask cluster.")
    parser.add_argument("letters", type=Path, help="a file with one letter per line, as JSON")
    parser.add_argument("records", type=Path, help="a new or empty folder for the files with the records")
    parser.add_argument("--scheduler", required=True, help="the address, such as tcp://host:8786")
    parser.add_argument("--partition", type=parse_bytes, default="64MB", help="letters per task (default: 64MB)")
    parser.add_argument(
        "--command",
        type=shlex.split,
        default="imr-letters export --ndjson --jobs 1",
        help="what reads lines and writes lines (default: %(default)s)",
    )
    options = parser.parse_args()

    letters = options.letters.resolve()
    folder = options.records.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        parser.error(f"{folder} isn't empty")

    failures = 0
    with Client(options.scheduler) as client:
        parts = {}
        for index, start in enumerate(range(0, letters.stat().st_size, options.partition)):
            part = folder / f"part-{index:05}.ndjson"
            # Not pure: it writes a file, so a result that the cluster still has from before doesn't do.
            task = client.submit(export, letters, start, options.partition, part, options.command, pure=False)
            parts[task] = part.name
        for task in as_completed(parts):
            if task.status == "finished":
                print(f"{parts[task]}: {task.result():,} lines", flush=True)
            else:
                failures += 1
                print(f"{parts[task]}: {task.exception()}", file=sys.stderr, flush=True)
    for left_by_killed_worker in folder.glob(".part-*"):
        left_by_killed_worker.unlink()
    if failures > 0:
        print(f"{failures} of {len(parts)} parts failed.", file=sys.stderr)
    return 1 if failures > 0 else 0


if __name__ == "__main__":
    sys.exit(main())
