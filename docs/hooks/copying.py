"""What the button beside an example copies: the commands, without prompts and output."""

import html
import re

_CODE = re.compile(r'<div class="highlight">(?=<pre>.*?<code[^>]*>(.*?)</code>)', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
# What a command begins with, and its further lines.
_PROMPTS = (("$ ", "> "), (">>> ", "... "))


def mark_commands(page: str) -> str:
    """Return a page with the commands of each session in `data-copy`, where Material looks."""
    return _CODE.sub(_mark, page)


def _mark(found: re.Match[str]) -> str:
    typed = list_typed(html.unescape(_TAG.sub("", found[1])))
    if not typed:
        return found[0]
    copied = html.escape(typed).replace("\n", "&#10;")
    return f'<div class="highlight session" data-copy="{copied}">'


def list_typed(session: str) -> str:
    r"""Return what was typed in a session; nothing if it is none.

    >>> list_typed("$ cat > a <<END\n> one\n> END\n$ cat a\none\n")
    'cat > a <<END\none\nEND\ncat a'
    """
    for first, further in _PROMPTS:
        if session.startswith(first):
            lines, typing = list[str](), False
            for line in session.splitlines():
                typing = line.startswith(first) or (typing and f"{line} ".startswith(further))
                if typing:
                    lines.append(line[len(first) :])
            return "\n".join(lines)
    return ""
