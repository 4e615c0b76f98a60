"""What Griffe reads of the code, as the site shows it: examples as code, options one by one."""

import re
from dataclasses import fields
from typing import Any

from griffe import Extension, Function, Object, Parameter, ParameterKind, Parameters

from translit.options import Options

_EXAMPLE = re.compile(r"^>>> .*\n?(?:^(?!\n).+\n?)*", re.MULTILINE)


class ShownCode(Extension):
    """Puts examples between fences, and the options in the place of `**options`."""

    def on_instance(self, *, obj: Object, **_: Any) -> None:
        """Change the docstring of what was loaded, if it has one."""
        if obj.docstring is not None:
            obj.docstring.value = fence_examples(obj.docstring.value)

    def on_function_instance(self, *, func: Function, **_: Any) -> None:
        """Change the signature of a function that takes the options of a normalizer."""
        if any("Unpack[Given]" in str(one.annotation) for one in func.parameters):
            plain = [one for one in func.parameters if "Unpack" not in str(one.annotation)]
            func.parameters = Parameters(*plain, *list_options())


def list_options() -> list[Parameter]:
    """Return the options of a normalizer as parameters.

    >>> [one.name for one in list_options()][:2]
    ['style', 'lang']
    """
    kind = ParameterKind.keyword_only
    return [
        Parameter(one.name, annotation=_name_type(one.type), kind=kind, default=repr(one.default))
        for one in fields(Options)
    ]


def _name_type(annotation: Any) -> str:
    named = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    return named if named and named != "Literal" else "str"


def fence_examples(text: str) -> str:
    """Return a docstring with its examples as code: Markdown takes `>>>` for quotations.

    >>> print(fence_examples("Add.\\n\\n>>> 1 + 1\\n2"))
    Add.
    <BLANKLINE>
    ```pycon
    >>> 1 + 1
    2
    ```
    """
    return _EXAMPLE.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", text).rstrip()
