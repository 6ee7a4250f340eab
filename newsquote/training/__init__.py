"""How the bundled Arabic models were made; ``python -m newsquote.training --help`` lists the steps.

Importing this package loads neither torch nor stanza nor gensim; a step that needs one that is missing says what to
install.
"""
