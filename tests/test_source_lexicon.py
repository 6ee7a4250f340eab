"""The words about sources: their schema, their spelling, their look-up."""

import re
import sys
import unicodedata
from importlib import resources
from itertools import product

import pytest

from newsquote.errors import LexiconError
from newsquote.source_lexicon import parse, source_lexicon
from newsquote.source_nouns import Document, Organization, Schema, Title
from newsquote.text import fold

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FILES = ("anonymous_sources.toml", "documents.toml", "name_particles.toml", "organizations.toml", "titles.toml")
FOREIGN = re.compile(r"[\u0640\u06a9\u06cc\u064b-\u0652\ufb50-\ufdff\ufe70-\ufeff]")


def tables(file: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = tomllib.loads(text(file))
    return found


def text(file: str) -> str:
    return (resources.files("newsquote") / "data" / file).read_text(encoding="utf-8")


def lemmas_of(entry: dict[str, object]) -> list[str]:
    """Its lemma, or every wording of a reason."""
    words = entry.get("words")
    if not isinstance(words, list):
        return [str(entry["lemma"])]
    return [" ".join(one) for one in product(*([each] if isinstance(each, str) else each for each in words))]


@pytest.mark.parametrize("file", FILES)
def test_the_data_are_plain_modern_arabic(file: str) -> None:
    assert unicodedata.is_normalized("NFC", text(file))
    assert not FOREIGN.findall(text(file))


@pytest.mark.parametrize("file", FILES)
def test_entries_are_sorted_and_none_stands_twice(file: str) -> None:
    for table, entries in tables(file).items():
        lemmas = [lemmas_of(entry) for entry in entries]
        assert [*map(sorted, lemmas)] == sorted(lemmas), table
        folded = [fold(each) for several in lemmas for each in several]
        assert len(folded) == len(set(folded)), sorted(each for each in folded if folded.count(each) > 1)


def test_an_unknown_key_is_named_with_file_and_entry() -> None:
    with pytest.raises(LexiconError, match=r"titles\.toml: entry 'وزير': colour: "):
        parse({"title": [{"lemma": "وزير", "colour": 1}]}, {"title": Title}, file="titles.toml")


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(LexiconError, match=r"titles\.toml: unknown table 'titel'; it has \[\[title\]\]"):
        parse({"titel": []}, {"title": Title}, file="titles.toml")


def test_a_table_must_be_a_list_of_tables() -> None:
    with pytest.raises(LexiconError, match=r"must be written \[\[title\]\]"):
        parse({"title": {"lemma": "وزير"}}, {"title": Title}, file="titles.toml")


@pytest.mark.parametrize("spelling", ["وزيــر", "وَزير", "minister", ""])
def test_a_lemma_is_bare_arabic_letters(spelling: str) -> None:
    with pytest.raises(LexiconError, match="lemma"):
        parse({"title": [{"lemma": spelling}]}, {"title": Title}, file="titles.toml")


@pytest.mark.parametrize(
    ("spelling", "schema", "singular", "gender", "number"),
    [
        ("وزيرة", Title, "وزير", "feminine", "singular"),
        ("وزراء", Title, "وزير", "masculine", "plural"),
        ("مسؤولون", Title, "مسؤول", "masculine", "plural"),
        ("مسؤولان", Title, "مسؤول", "masculine", "dual"),
        ("مسوول", Title, "مسؤول", "masculine", "singular"),
        ("المتحدثات", None, None, None, None),
        ("متحدثات", Title, "متحدث", "feminine", "plural"),
        ("وزيرتان", Title, "وزير", "feminine", "dual"),
        ("منظمتان", Organization, "منظمة", "feminine", "dual"),
        ("شركتان", Organization, "شركة", "feminine", "dual"),
        ("صحف", Organization, "صحيفة", "feminine", "plural"),
        ("تقارير", Document, "تقرير", "masculine", "plural"),
        ("كتاب", Document, "كتاب", "masculine", "singular"),
    ],
)
def test_spellings_are_read_by_folded_form(
    spelling: str, schema: type[Schema] | None, singular: str | None, gender: str | None, number: str | None
) -> None:
    reading = source_lexicon().reading(fold(spelling))
    if schema is None:
        assert reading is None
        return
    assert reading is not None
    assert isinstance(reading.entry, schema)
    assert (reading.entry.lemma, reading.gender, reading.number) == (singular, gender, number)


def test_the_lexicon_is_read_once() -> None:
    assert source_lexicon() is source_lexicon()


def test_an_office_is_known_as_egypt_spells_it() -> None:
    spelled = [source_lexicon().reading(fold(form)) for form in ("مسئول", "مسئولون", "مسئولة")]
    assert spelled == [source_lexicon().reading(fold(form)) for form in ("مسؤول", "مسؤولون", "مسؤولة")]
    assert None not in spelled
