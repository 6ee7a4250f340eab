"""What rules found, corrected by networks that have read annotated news: its ends, its speaker, whether it is any."""

from newsquote.refinement.networks import Networks, bundled_networks

__all__ = ["Networks", "bundled_networks"]
