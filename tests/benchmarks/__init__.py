"""How fast newsquote is, and in how much memory: ``python -m tests.benchmarks``. No test asserts a time."""
