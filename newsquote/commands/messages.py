"""What commands say on standard error."""

import sys

REINSTALL = "; install newsquote with what it needs: pip install --force-reinstall newsquote"


def complain(message: str) -> None:
    """Say what could not be done, after all that is printed so far."""
    sys.stdout.flush()
    sys.stderr.write(f"newsquote: {message}\n")
