"""`python -m imref` is the `imref` command."""

from imref.cli import main

main()
