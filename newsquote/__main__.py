"""``python -m newsquote``: the command line."""

import sys

from newsquote.cli import main

if __name__ == "__main__":
    sys.exit(main())
