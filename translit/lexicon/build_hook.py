"""The hatchling build hook: a wheel carries `data/`, and the default lexicon made from it."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What the lexicon has been built of, or tests are about, and nothing needs once it is built.
_NOT_INSTALLED = frozenset({"checks.tsv", "entities", "world"})


class DefaultLexiconHook(BuildHookInterface[BuilderConfig]):
    """Adds the data and the default lexicon, compiled into a temporary folder, to a wheel.

    An editable install reads the checkout's `data/` as it is edited; its lexicon is compiled now,
    where the packages that this needs are at hand, and put beside the sources.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add `translit/data` to the files of a wheel; `version` is its kind."""
        sys.path.insert(0, self.root)
        from translit.datafolder import digest_tables
        from translit.lexicon import build_beside, build_default

        if version == "editable":
            try:
                build_beside()
            except OSError as error:  # it is then compiled on first use, if it can be
                self.app.display_warning(f"the default lexicon is not built: {error}")
            return

        self._folder = tempfile.TemporaryDirectory(prefix="translit-lexicon-")
        target = Path(self._folder.name) / "default.lexicon"
        build_default(target)
        data = Path(self.root) / "data"
        for path in data.rglob("*"):
            name = path.relative_to(data)
            if path.is_file() and name.parts[0] not in _NOT_INSTALLED:
                build_data["force_include"][str(path)] = f"translit/data/{name.as_posix()}"
        build_data["force_include"][str(target)] = "translit/data/default.lexicon"
        digest = Path(self._folder.name) / "tables.digest"
        digest.write_text(digest_tables(), "ascii")
        build_data["force_include"][str(digest)] = "translit/data/tables.digest"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder once the wheel is written."""
        if version != "editable":
            self._folder.cleanup()
