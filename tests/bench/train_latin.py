"""`python -m tests.bench train-latin`: count what words of languages with Latin letters look like.

A spelling of Шмигаль looks like none of them, and *Carney* does. Only how often runs of letters
occur is kept, of the words that wordfreq says are met; a run that few words have is left out, so
that no word can be read off the counts.
"""

from pathlib import Path

from translit.datafolder import find_data_folder
from translit.names.latin import write_latin
from translit.names.letters import LONGEST, count_runs
from translit.schemes import fold

# Without Polish, Czech and their like, whose own names are spelled as conventions spell others.
LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "ca", "nl", "sv", "da", "nb", "fi", "hu", "tr"),
    *("id", "ms", "fil", "vi"),
)
_LEAST_MET = 100  # words in a thousand million
_LEAST_MET_MARKED = 1000
_LEAST_RUN = 8
_COUNTED_RUN = 6  # longer than is kept: so of each is counted after how many letters it stands
_SHORTEST = 3


def list_words() -> set[str]:
    """Return the folded words of all these languages that are met often enough."""
    from wordfreq import get_frequency_dict

    words: set[str] = set()
    for lang in LANGUAGES:
        for word, share in get_frequency_dict(lang, wordlist="best").items():
            least = _LEAST_MET if word.isascii() else _LEAST_MET_MARKED
            if share * 1e9 >= least and len(word) >= _SHORTEST and word.isalpha():
                key = fold(word)
                if key.isascii():
                    words.add(key)
    return words


def run(data: Path, misses: int) -> None:
    """Write what is counted to `data/originals/latin.tsv`."""
    counted = count_runs(dict.fromkeys(sorted(list_words()), 1.0), _COUNTED_RUN)
    runs = {
        run: count
        for run, count in counted.items()
        if len(run) <= LONGEST and (count >= _LEAST_RUN or len(run) < _SHORTEST)
    }
    path = find_data_folder() / "originals" / "latin.tsv"
    write_latin(path, runs)
    print(f"  {len(runs)} runs of letters, {path.stat().st_size / 1e6:.2f} MB in {path}")
