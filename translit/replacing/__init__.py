"""The one writer of files: each is replaced whole or not at all, and no link leads it elsewhere."""

from translit.replacing.folders import WriteRefusedError, open_unfollowed
from translit.replacing.leftovers import remove_leftovers
from translit.replacing.replacement import Replacement, check_place, renewing, write_file
from translit.replacing.rights import imitate_rights

__all__ = [
    "Replacement",
    "WriteRefusedError",
    "check_place",
    "imitate_rights",
    "open_unfollowed",
    "remove_leftovers",
    "renewing",
    "write_file",
]
