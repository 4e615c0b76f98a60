"""`translit completion`: what makes a shell complete the commands and their options."""

import argparse

from translit.cli.output import complain, print_text

_SHELLS = ("bash", "zsh", "fish", "tcsh")
_TROUBLE = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Prints a script that makes a shell complete `translit` and `translit-fix`. It needs "
        "shtab: pip install 'translit-fix[completion]'."
    )
    parser.epilog = (
        "examples: translit completion bash > ~/.local/share/bash-completion/completions/translit; "
        "translit completion zsh --of translit-fix > ~/.zfunc/_translit-fix"
    )
    parser.add_argument("shell", metavar="SHELL", choices=_SHELLS, help="bash, zsh, fish or tcsh")
    parser.add_argument(
        "--of",
        choices=("translit", "translit-fix"),
        default="translit",
        help="which command (default: translit)",
    )
    parser.set_defaults(command=print_completion)


def print_completion(args: argparse.Namespace) -> int:
    """Run the command and return its exit status: 0, or 2 where shtab is not installed."""
    from translit.cli.main import make_fix_parser, make_parser

    try:
        import shtab
    except ImportError:
        complain("completion needs shtab: pip install 'translit-fix[completion]'")
        return _TROUBLE
    parser = make_parser() if args.of == "translit" else make_fix_parser()
    if args.shell not in shtab.SUPPORTED_SHELLS:
        complain(f"shtab {shtab.__version__} knows {', '.join(shtab.SUPPORTED_SHELLS)} only")
        return _TROUBLE
    print_text(shtab.complete(parser, shell=args.shell) + "\n")
    return 0
