"""The command line: `onlineloket serve`, each role alone, and what whoever runs the desk needs."""

from server.cli.main import main

__all__ = ["main"]
