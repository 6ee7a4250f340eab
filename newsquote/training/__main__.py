"""``python -m newsquote.training``."""

import sys

from newsquote.training.cli import main

if __name__ == "__main__":
    sys.exit(main())
