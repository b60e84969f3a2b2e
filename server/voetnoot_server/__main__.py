"""Run the command line with `python -m voetnoot_server`."""

from __future__ import annotations

import sys

from voetnoot_server.cli import main

if __name__ == "__main__":
    sys.exit(main())
