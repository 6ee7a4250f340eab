"""An orthographic word without its clitics: what names and descriptions are made of."""

from dataclasses import dataclass
from functools import lru_cache

from newsquote.countries import origin, origins
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Reading, Title
from newsquote.syntax import Extent, Word
from newsquote.text import fold

_THEIRS = ("وه", "وها", "وهم")
_SHORTEST = 5  # letters of a plural with a pronoun
_HAMZAS = frozenset("أإآ")


@dataclass(slots=True, eq=False)  # made for each word: frozen or compared, they would take three times as long
class Unit:
    """An orthographic word stripped of its clitics, or a punctuation mark; not to be changed.

    Attributes:
        word: The syntactic word that carries it.
        form: Its spelling without clitics.
        surface: Its spelling with them.
        start, end: Offsets without clitics.
        token: Offsets with them.
        preposition, conjunction: Whether such a clitic is fused to its front.
        suffixed: Whether a pronoun is fused to its end.
        sentence: Number of its sentence.
        key: Its folded form.
        bare: Its folded form without the article.
        definite: Whether it has the article or a pronoun.
        reading: What it is as a noun about sources.
        punct: Whether it is a mark, not a word.
        proper: Whether the parser takes it for a name, and it is no noun about sources.
        cue: Whether it is one of the words that attribute a statement: no name, then.
    """

    word: Word
    form: str
    surface: str
    start: int
    end: int
    token: Extent
    preposition: bool
    conjunction: bool
    suffixed: bool
    sentence: int
    key: str
    bare: str
    definite: bool
    reading: Reading | None
    punct: bool
    proper: bool
    cue: bool = False

    @property
    def title(self) -> Title | None:
        """The entry of a title, if it is one."""
        entry = self.reading.entry if self.reading else None
        return entry if isinstance(entry, Title) else None

    @property
    def fused_article(self) -> bool:
        """Whether its article has run together with a preposition: للوزارة, read as ل + لوزارة."""
        return self.preposition and self.definite and not self.suffixed and not self.key.startswith("ال")

    def whole(self) -> "Unit":
        """The word with what a parser wrongly took for clitics."""
        return self.respelled(self.surface, *self.token)

    def respelled(self, form: str, start: int, end: int) -> "Unit":
        """The word with another stretch of its token, and no clitic before it."""
        word, token, suffixed, sentence = self.word, self.token, self.suffixed, self.sentence
        preposition = conjunction = False
        read = read_unit(form, word.upos, suffixed=suffixed)
        return Unit(word, form, self.surface, start, end, token, preposition, conjunction, suffixed, sentence, *read)


def names_nobody(key: str) -> bool:
    """Whether a folded word is for unnamed people, whatever its tag: كثيرون، متداولون، منتقدوه، سوريون، جمهوريون."""
    if key.endswith(("يون", "يين")) and (origin(key[:-2]) in origins() or key[:-2] in source_lexicon().peoples):
        return True
    return key in source_lexicon().quantifiers or (key.startswith("مت") and key.endswith("ون")) or somebodys(key)


def somebodys(key: str, *, suffixed: bool = False) -> bool:
    """Whether a folded word is a sound plural with a pronoun, which may be cut off: منتقدوها، مرافقو+ه."""
    ends = "و" if suffixed else _THEIRS
    return key.startswith("م") and key.endswith(ends) and len(key) > _SHORTEST


@lru_cache(maxsize=1 << 13)
def read_unit(
    form: str, upos: str, *, clitic: bool = False, suffixed: bool = False
) -> tuple[str, str, bool, Reading | None, bool, bool]:
    """What follows from a unit's spelling and part of speech, from its key on; ``clitic``: a preposition is cut off."""
    lexicon = source_lexicon()
    key = fold(form)
    if key.startswith("ال") and len(key) > 3 and form[0] not in _HAMZAS:  # أليكسيس has no article
        bare, definite = key[2:], True
    elif clitic and key.startswith("ل") and len(key) > 3 and lexicon.reading(key) is None:
        bare, definite = key[1:], True
    else:
        bare, definite = key, suffixed
    name = upos in ("PROPN", "X")
    reading = lexicon.reading(bare)
    if reading and reading.derived and bare[-1] in "ويا":  # no name, nor what has an article, is a construct
        reading = None if key.startswith("ال") or (name and not bare.endswith("و")) else reading
    punct = not any(c.isalnum() for c in form)
    given = key in lexicon.given and not suffixed
    beside = key in lexicon.neighbours and (definite or not given)  # الآن, but آلان
    proper = (name or given) and reading is None and not (punct or beside or names_nobody(key))
    return key, bare, definite, reading, punct, proper
