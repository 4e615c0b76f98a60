"""Text of strangers as it is shown: what would steer a terminal or reorder a line is escaped.

Names, texts, tables and names of files come from anybody. An escape sequence in them must not
clear a screen, a newline not begin a line of ours, a mark of direction not turn one around.
"""

import re

# Control characters, separators of lines, marks that override or isolate a direction, and halves
# of letters, which no output can hold.
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def show(text: str, *, keep: str = "") -> str:
    r"""Return a text for a line that people read: what would steer it is escaped.

    `keep` are characters that stay as they are.

    >>> show("Kiev\x1b[2J\n.txt"), show("a\tb\x9b1m\r\n", keep="\t\r\n")
    ('Kiev\\x1b[2J\\n.txt', 'a\tb\\x9b1m\r\n')
    """
    return _UNSHOWN.sub(lambda m: m[0] if m[0] in keep else repr(m[0])[1:-1], text)


def show_in_json(text: str) -> str:
    r"""Return JSON that says the same and steers nothing; its own newlines stay.

    >>> show_in_json('"Kiev\x9b\u202e"')
    '"Kiev\\u009b\\u202e"'
    """
    return _UNSHOWN.sub(lambda m: m[0] if m[0] == "\n" else f"\\u{ord(m[0]):04x}", text)


def escape_annotation(text: str, more: str = "") -> str:
    r"""Return a text as an annotation of a GitHub workflow takes it; `more` are other marks of it.

    >>> escape_annotation("100 %\n"), escape_annotation("C:a,b", ":,")
    ('100 %25%0A', 'C%3Aa%2Cb')
    """
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
