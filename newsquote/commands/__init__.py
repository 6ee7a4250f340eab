"""The commands of ``newsquote``, a module each, with ``add(commands)`` that adds its parser to the command line's.

A command's parser sets ``run`` as a default: a function of the parsed arguments that returns the exit status. The
arguments carry ``extractor``, what to extract with; ``None`` for the bundled models.
"""
