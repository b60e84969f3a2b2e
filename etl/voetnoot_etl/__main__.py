"""`python -m voetnoot_etl`."""

import sys

from voetnoot_etl.cli import main

sys.exit(main())
