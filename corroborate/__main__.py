"""`python -m corroborate` is the command line."""

from corroborate.cli import main

main()
