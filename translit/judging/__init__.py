"""Judging: ledger, near, rules, licences, decisions."""

from translit.judging.candidate import Candidate
from translit.judging.decision import Decision
from translit.judging.judge import Judge
from translit.judging.ledger import Belief, Ledger
from translit.judging.reasons import Reason, Status
from translit.judging.rules import SENTENCES

__all__ = [
    "SENTENCES",
    "Belief",
    "Candidate",
    "Decision",
    "Judge",
    "Ledger",
    "Reason",
    "Status",
]
