"""What importing loads, and what the package offers by name."""

import subprocess
import sys

import pytest

import newsquote

HEAVY = ("torch", "stanza", "numpy")


@pytest.mark.parametrize(
    "statement",
    ["import newsquote", "from newsquote.models import Quote", "from newsquote import *", "import newsquote.cli"],
)
def test_importing_loads_no_heavy_library(statement: str) -> None:
    code = f"import sys\n{statement}\nprint([name for name in {(*HEAVY, 'rich')} if name in sys.modules])"
    assert _python(code) == "[]"


def test_the_public_names_are_sorted_and_each_is_there() -> None:
    names = newsquote.__all__
    assert names == sorted(names)
    assert len(names) == len(set(names))
    assert all(hasattr(newsquote, name) for name in names)


def test_help_and_version_wait_for_no_heavy_library() -> None:
    code = (
        "import sys\nfrom newsquote.cli import main\n"
        "try:\n    main(['extract', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert _python(code).splitlines()[-1] == "[]"


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_reading_results_loads_no_rules() -> None:
    loaded = _python("import sys, newsquote.models\nprint(*sys.modules, sep='\\n')").split()
    assert [name for name in loaded if "lexicon" in name or "extractor" in name] == []


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="unknown"):
        newsquote.unknown  # noqa: B018
