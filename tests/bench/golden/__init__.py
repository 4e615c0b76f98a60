"""`python -m tests.bench golden`: what this version edits, beside what another one does.

Outputs and edits are kept outside the tree; those of a commit or a wheel are made once.
"""

from tests.bench.golden.running import configure, run

__all__ = ["configure", "run"]
