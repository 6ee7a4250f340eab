"""The shapes of attribution, one a module, each found by itself (see ``newsquote.matching``)."""
