"""Show the examples of docstrings as code: Markdown would take `>>>` for quotations."""

import re
from typing import Any

from griffe import Extension, Object

_EXAMPLE = re.compile(r"^>>> .*\n?(?:^(?!\n).+\n?)*", re.MULTILINE)


class FencedExamples(Extension):
    """Puts each block of examples between fences."""

    def on_instance(self, *, obj: Object, **_: Any) -> None:
        """Change the docstring of what was loaded, if it has one."""
        if obj.docstring is not None:
            obj.docstring.value = fence_examples(obj.docstring.value)


def fence_examples(text: str) -> str:
    """Return a docstring with its examples as code.

    >>> print(fence_examples("Add.\\n\\n>>> 1 + 1\\n2"))
    Add.
    <BLANKLINE>
    ```pycon
    >>> 1 + 1
    2
    ```
    """
    return _EXAMPLE.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", text).rstrip()
