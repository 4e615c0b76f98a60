"""The gist of a long text: which sentences tell who is named in it.

A text that is too long to be resolved at once is read twice. The first reading keeps what the
second has to know of the rest: for each spelling of a known name, the sentences that differ in who
is meant, and the places that the entities met are told by. The second reads it with every piece.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from translit.lexicon import Lexicon
from translit.mentions import Scene, find_bases, propose

# Of one spelling in different company; a common name needs several to show another bearer.
_MOST_SENTENCES = 32
_REACH = 6  # words of a sentence that are kept on each side
_APPOSITION = re.compile(r",\s*(?:aged\s+)?(?:\d+|an?\s+\S+\s+\S*)")


@dataclass
class Gist:
    """What was read so far; `add` to it, in any order, and `write` it."""

    sentences: dict[str, dict[str, str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def add(self, other: "Gist") -> None:
        """Take in what was read elsewhere."""
        for key, told in other.sentences.items():
            kept = self.sentences.setdefault(key, {})
            for company, sentence in told.items():
                _keep(kept, company, sentence)
        self.places |= other.places
        self.words |= other.words

    def write(self) -> str:
        """Return the gist as text, a paragraph a sentence; empty if nobody is named."""
        sentences = {s for told in self.sentences.values() for s in told.values()}
        places = {place for place in self.places if set(place.split()) <= self.words}
        return "".join(f"{line}\n\n" for line in (*sorted(sentences), *sorted(places)))


def read_gist(text: str, first: int, last: int, lexicon: Lexicon) -> Gist:
    """Return the gist of the words of a text that start from `first` to before `last`.

    The rest of the text is read for what it says of these words.
    """
    gist = Gist()
    scene = Scene(text, lexicon)
    for at, token in enumerate(scene.tokens):
        if not first <= token.start < last or not scene.can_name(at):
            continue
        gist.words.add(token.text)
        keys = [form.key for form in scene.forms(at)]
        bearers = [known for key in keys for _, known in lexicon.find_bearers(key)]
        aliased = any(lexicon.starts_alias(key) or any(lexicon.find_aliases(key)) for key in keys)
        if not bearers and not aliased and not _is_like_a_name(lexicon, keys[0]):
            continue
        gist.places |= {place for known in bearers for place in known.entity.place}
        gist.places |= {word for known in bearers for word in known.entity.near}
        told = gist.sentences.setdefault(keys[0], {})
        _keep(told, _describe_company(scene, at), _clip_sentence(scene, at))
    return gist


def _is_like_a_name(lexicon: Lexicon, key: str) -> bool:
    """Tell whether a word is a case or a damaged form of a name: that too can name somebody."""
    return any(True for _ in find_bases(lexicon, key)) or propose(lexicon, key) is not None


def _keep(told: dict[str, str], company: str, sentence: str) -> None:
    """Keep a sentence for its company, and of too many the least: so order does not matter."""
    told[company] = min(sentence, told.get(company, sentence))
    if len(told) > _MOST_SENTENCES:
        del told[max(told)]


def _describe_company(scene: Scene, at: int) -> str:
    """Return what tells a bearer of a name from another: the names beside it and what follows."""
    beside = []
    for place in (at - 2, at - 1, at + 1):
        if 0 <= place < len(scene.tokens) and scene.tokens[place].is_capitalised:
            beside.append(f"{place - at}{scene.tokens[place].key}")
    end = scene.tokens[at].end
    apposition = _APPOSITION.match(scene.text[end : end + 80])
    return " ".join((*beside, apposition[0] if apposition else ""))


def _clip_sentence(scene: Scene, at: int) -> str:
    number = scene.sentences.number(scene.tokens[at].start)
    start, end = scene.sentences.span(number)
    start, end = min(start, _reach(scene, at, -1)), max(end, _reach(scene, at, 1))
    first = scene.tokens[max(at - _REACH, 0)]
    last = scene.tokens[min(at + _REACH, len(scene.tokens) - 1)]
    clipped = scene.text[max(start, first.start) : min(end, last.end)]
    return " ".join(clipped.split())


def _reach(scene: Scene, at: int, step: int) -> int:
    """Return how far a name may go from this word on: a line end parts sentences, not names."""
    for _ in range(_REACH):
        joint = at if step < 0 else at + 1
        if not scene.follows(joint):
            break
        at += step
    return scene.tokens[at].start if step < 0 else scene.tokens[at].end


def cut_parts(chunks: Iterable[str], length: int) -> Iterator[str]:
    """Cut a text in parts of at most `length` code points, where no name can be cut in two.

    That is after a blank line; else after a line, or between small words; where there is none of
    these, after white space, and in a word only where it fills a part.
    """
    held = ""
    for chunk in chunks:
        held += chunk
        while len(held) > length:
            cut = _find_cut(held, length)
            yield held[:cut]
            held = held[cut:]
    if held:
        yield held


_CUTS = tuple(
    re.compile(cut)
    for cut in (
        r"\n\s*\n",
        r"[.!?]\s*\n",
        r"\b(?:[a-z]+ ){4}(?=[a-z]+ [a-z]+ )",
        r"[.!?][\"'”’)\]]*\s",
        r"\s(?=[a-z]+\s)",
        r"\s",
    )
)
_SEARCHED = 1 << 15  # code points before the end of a part


def _find_cut(text: str, length: int) -> int:
    for cut in _CUTS:
        last = max((m.end() for m in cut.finditer(text, length - _SEARCHED, length)), default=0)
        if last:
            return last
    return length
