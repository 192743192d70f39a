"""`python -m server.cli` is `onlineloket`."""

from server.cli.main import main

main()
