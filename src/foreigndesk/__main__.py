"""`python -m foreigndesk`."""

import sys

from foreigndesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
