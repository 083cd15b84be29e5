"""How fast accounts are read: ratios to the floor, which is the bare parse of the same text, in one run.

    python benchmarks/reading.py [FOLDER]

Reads every account of the folder (the shared corpus unless another is named) twice in turn, once through the
parser alone and once through the whole coder, and prints processor seconds, the ratio, peak memory and the
time that `detente --help` takes.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from detente.coding.coder import code
from detente.model import Document
from detente.reading.documents import find_accounts, read_document
from detente.reading.parser import parser
from detente.reading.sentences import paragraphs

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "corpora" / "office-of-the-historian"


def bare(document: Document) -> None:
    """The floor: the parser over the account's paragraphs and nothing else."""
    for _ in parser().pipe(paragraph.text for paragraph in paragraphs(document.text)):
        pass


def seconds(work: Callable[[Document], object], document: Document) -> float:
    """Processor time that *work* takes on a document."""
    start = time.process_time()
    work(document)
    return time.process_time() - start


def main() -> None:
    """Print the ratios."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    documents = [read_document(path) for path in find_accounts([folder])]
    code(documents[0])  # tables and model are loaded once, outside of what is measured
    floor = whole = 0.0
    ratios = []
    for document in documents:  # in turn, so that both meet the machine in the same state
        parse, read = seconds(bare, document), seconds(code, document)
        floor, whole = floor + parse, whole + read
        ratios.append(read / parse)
    words = sum(len(document.text.split()) for document in documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"accounts {len(documents)}, words {words:,}")
    print(f"bare parse {floor:.1f} s, read {whole:.1f} s: ratio {whole / floor:.2f} (median of accounts "
          f"{statistics.median(ratios):.2f}), {words / whole:,.0f} words a second")
    print(f"peak memory {memory:,.0f} MiB")
    print(f"detente --help {statistics.median(_help() for _ in range(5)):.2f} s")


def _help() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "detente.cli", "--help"], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
