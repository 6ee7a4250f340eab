"""Who speaks: a source's phrase, or its absence, brought to one speaker over the whole article.

The chains follow Lappin and Leass (1994) in spirit: candidates by agreement, then by syntax, then by recency.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from newsquote.lexicon import default_lexicon
from newsquote.matching import Match
from newsquote.models import AnonymousSource, Speaker
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document
from newsquote.speakers.agreement import Agreement, demanded
from newsquote.speakers.candidates import Candidates
from newsquote.speakers.contenders import Contender, Contest, Contests, Ranker
from newsquote.speakers.ellipsis import fits, is_thing, may_speak, near_subject, nearest_first, phrase
from newsquote.speakers.identities import Identities
from newsquote.speakers.identity import Earlier, Identity
from newsquote.speakers.mentions import Mention, respectful
from newsquote.speakers.named_next import named_next
from newsquote.speakers.past_clauses import named_past_clause
from newsquote.speakers.revered import revered
from newsquote.speakers.sources import read_source
from newsquote.speakers.spoken import History, Spoken, latest
from newsquote.speakers.units import Units
from newsquote.syntax import Article, Word, touch
from newsquote.text import fold

_IMPERSONAL = AnonymousSource(kind="impersonal")
_ROUNDS = 2  # whoever leaves out a speaker leaves out the one chosen before
_FIRST = 1  # index of a sentence's first verb, past و or كما
_TOWARDS = frozenset({"من", "مع", "الي", "ب", "ل"})
_LATTER = frozenset(map(fold, ("الأخير", "الأخيرة")))


@dataclass(frozen=True)
class Resolution:
    """Who speaks in one attribution: both may be ``None``, both may be set (an unnamed source has a description)."""

    speaker: Speaker | None
    anonymous: AnonymousSource | None


def resolve(article: Article, matches: Sequence[Match], ranker: Ranker | None = None) -> list[Resolution]:
    """The speaker of every match, in their order.

    Args:
        article: The parsed article.
        matches: Its attributions, sorted by position.
        ranker: Chooses again, whether he is anonymous as well.
    """
    if not matches:
        return []
    resolver = _Resolver(article, matches)
    found = resolver.run()
    if ranker is not None:
        for _ in range(_ROUNDS):
            contested = resolver.contests(found)
            chosen = iter(ranker([contest for contest in contested if contest is not None]))
            better = [next(chosen) if contest is not None else None for contest in contested]
            if not any(better):
                break
            found = [_instead(one, other) for one, other in zip(found, better, strict=True)]
    found = named_next(article, matches, resolver.sources, resolver.carried_on(found))
    return [_resolution(article, identity) for identity in found]


def _instead(one: Identity | None, other: Contender | None) -> Identity | None:
    """Who is chosen in place of whom rules chose; what they knew of the same phrase stays known."""
    if other is None:
        return one
    chosen = other.identity
    if one and one.extent and chosen.extent and touch([one.extent], [chosen.extent]):
        return replace(chosen, kind=one.kind)
    alone = "source's name" in other.ways and " " not in other.name  # واشنطن may be one
    return replace(chosen, kind="unknown") if alone else chosen


def contests(article: Article, matches: Sequence[Match]) -> list[Contest | None]:
    """Who may be the speaker of each match; ``None`` where it is impersonal, or nobody may be it.

    Args:
        article: The parsed article.
        matches: Its attributions, sorted by position.
    """
    resolver = _Resolver(article, matches)
    return resolver.contests(resolver.run())


def _resolution(article: Article, identity: Identity | None) -> Resolution:
    if identity is None:
        return Resolution(None, None)
    return Resolution(identity.speaker(article.text), identity.anonymous)


class _Resolver:
    def __init__(self, article: Article, matches: Sequence[Match]) -> None:
        self.article = article
        self.matches = matches
        cues = [cue for match in matches for cue in match.cue]
        self.units = Units(article, [match.source for match in matches if match.source], cues)
        self.sources = [self._source(match) for match in matches]
        self.heads = {mention.head.bare for mention in self.sources if mention} - source_lexicon().quantifiers.keys()
        self.revered = [self._revered(match, mention) for match, mention in zip(matches, self.sources, strict=True)]
        self.identities = Identities(self.units, [mention for mention in self.sources if mention])
        self.candidates = Candidates(article, self.units)
        self.history = History(extent for match in matches for extent in match.content)

    def _source(self, match: Match) -> Mention | None:
        """The source of an attribution, read, with the name that may follow a clause about it."""
        mention = read_source(self.units.within(match.source)) if match.source else None
        return mention and named_past_clause(self.units, mention, match.content[0][0])

    def run(self) -> list[Identity | None]:
        """Whom rules choose for each attribution."""
        found: list[Identity | None] = []
        for match, mention, one in zip(self.matches, self.sources, self.revered, strict=True):
            unnamed = Identity(None, anonymous=_IMPERSONAL) if match.impersonal else None
            identity = unnamed or one or self._who(match, mention)
            found.append(identity)
            if identity and identity.extent is not None and one is None and not match.set_apart:
                number, verbal = self.candidates.number(match), match.construction != "reporting_noun"
                self.history.add(match.offset, identity, sentence=number, verbal=verbal)
        return found

    def carried_on(self, found: Sequence[Identity | None]) -> list[Identity | None]:
        """Who speaks in each attribution; whoever has spoken last where a sentence begins with أضاف and no subject."""
        carried: list[Identity | None] = []
        last: Identity | None = None
        for match, mention, one in zip(self.matches, self.sources, found, strict=True):
            outer = self.history.scope(match.offset) is None
            goes_on = outer and mention is None and _adds(match) and last is not None
            identity = last if goes_on and last and last.subject.agrees(demanded(match.verb, match.form)) else one
            carried.append(identity)
            if outer and match.construction != "according_to" and identity and identity.extent:
                last = identity
        return carried

    def contests(self, ruled: Sequence[Identity | None]) -> list[Contest | None]:
        """Who may be the speaker of each attribution, beside whom rules chose; none where a eulogy tells."""
        contests = self._contests.all(ruled)
        return [contest if one is None else None for contest, one in zip(contests, self.revered, strict=True)]

    @cached_property
    def _contests(self) -> Contests:
        return Contests(self.article, self.units, self.identities, self.candidates, self.matches, self.sources)

    def _who(self, match: Match, mention: Mention | None) -> Identity | None:
        wanted = demanded(match.verb, match.form)
        if mention is None or all(unit.key in source_lexicon().neighbours for unit in mention.units):  # ردت ضاحكة
            return self._omitted(match, wanted)
        if (pronoun := self._pronoun(match, mention)) is not None:  # بحسب قوله
            return self._omitted(match, demanded(pronoun))
        if (latter := self._latter(match, mention, wanted)) is not None:
            return latter
        taken = (is_thing(mention) and not _provides(match, mention)) or _called_upon(mention, wanted)
        if taken and (speaker := self._omitted(match, wanted)) is not None:
            return speaker
        earlier = Earlier.of([spoken.identity for spoken in self.history.before(match.offset)])
        identity = self.identities.of(mention, earlier)
        agrees = match.verb is not None and (match.verb.start < mention.start or identity.person)
        man = bool(mention.name) and source_lexicon().given.get(mention.name_key[0]) == "masculine"
        if agrees and not man and (identity.gender is None or (identity.person and wanted[0] == "feminine")):
            identity.gender = wanted[0]  # قالت النائب العام ليلى
        return identity

    def _revered(self, match: Match, mention: Mention | None) -> Identity | None:
        after = self.units.at(match.cue[-1][1]) if match.cue else len(self.units.all)
        return revered(self.units.all, after, mention.units if mention else ())

    def _pronoun(self, match: Match, mention: Mention) -> Word | None:
        """The pronoun that a source of one word is, or ends in as a noun of saying or respect does: بحسب قوله، سموه."""
        only = mention.units[0]
        owned = respectful(mention) or (only.suffixed and _of_saying(only.key))
        if len(mention.units) > 1 or not (owned or only.word.upos == "PRON"):
            return None
        near = match.sentence.words[only.word.index : only.word.index + 4]
        return next((word for word in near if word.token == only.token and word.upos == "PRON"), None)

    def _latter(self, match: Match, mention: Mention, wanted: Agreement) -> Identity | None:
        """Whom the words before name last, where a source is but that: التقى الوزير المدير، وأكد الأخير."""
        if len(mention.units) > 1 or mention.head.key not in _LATTER:
            return None
        start = self.article.sentences[max(0, self.candidates.number(match) - 1)].start
        named = nearest_first(self.units, start, mention.start, led_by=_TOWARDS, bodies=True)
        return self._agreeing((one for one in named if may_speak(one, wanted) and fits(one, wanted)), wanted)

    def _omitted(self, match: Match, wanted: Agreement) -> Identity | None:
        """Whom an attribution without a source belongs to: by agreement, then by syntax, then by recency."""
        offset, number = match.offset, self.candidates.number(match)
        scope = self.history.scope(offset)
        last = latest(self.history.before(offset), wanted)
        participle = match.form is not None and match.form.shape == "participle"
        if participle and (governor := self._governor(match, wanted)):
            return self.identities.of(governor)
        within = participle or match.describes or scope is None  # ما وصفه is its sayer's
        if last and last.sentence == number and (within or last.scope == scope):
            return last.identity
        subjects = list(self.candidates.shared(match, wanted))
        if found := self._first(subjects, wanted):
            return found
        if last and (person := self._turned_to(match, last, wanted)):
            return self.identities.of(person)
        if last:
            return last.identity
        before = (self.candidates.main(earlier, wanted) for earlier in range(number - 1, max(-1, number - 4), -1))
        if found := self._first(chain(self.candidates.by_place(match, wanted), *before), wanted):
            return found
        if last := latest(self.history.all(), wanted):
            return last.identity
        named = chain(subjects, nearest_first(self.units, match.sentence.start, offset))
        return self._agreeing((one for one in named if fits(one, wanted)), wanted)

    def _first(self, mentions: Iterable[Mention], wanted: Agreement) -> Identity | None:
        """The first that may speak and be the subject of a verb."""
        return self._agreeing((one for one in mentions if self._may_speak(one, wanted)), wanted)

    def _agreeing(self, mentions: Iterable[Mention], wanted: Agreement) -> Identity | None:
        """The first that agrees with a verb by all that the article tells of him: الحداد, its minister, no أوضحت."""
        found = map(self.identities.of, mentions)
        return next((identity for identity in found if identity.subject.agrees(wanted)), None)

    def _governor(self, match: Match, wanted: Agreement) -> Mention | None:
        """The subject of the verb that a participle hangs on, if it came after the last statement: عاد النائب مؤكدا."""
        if match.verb is None:
            return None
        last = latest((one for one in self.history.before(match.offset) if one.verbal), wanted)
        noun = near_subject(match.sentence, match.verb, last.offset if last else -1)
        if noun is None:
            return None
        mention = phrase(self.units, noun, match.offset)
        if mention is None or mention.end > match.offset or not self._may_speak(mention, wanted):
            return None
        joined = [word for word in match.sentence.subtree(noun) if word.relation == "conj"]
        own = any(map(match.sentence.has_pronoun, joined)) or any(match.sentence.children(noun, "conj"))
        together = wanted[1] == "plural" and own  # الفصيل وأنصاره … معبرين
        return mention if together or fits(mention, wanted) else None

    def _may_speak(self, mention: Mention, wanted: Agreement) -> bool:
        return may_speak(mention, wanted) or mention.head.bare in self.heads or self.identities.surnamed(mention)

    def _turned_to(self, match: Match, last: Spoken, wanted: Agreement) -> Mention | None:
        """The person that the sentence before is about, if it came after the last statement: وصل الوزير نادر. وقال."""
        number = self.candidates.number(match)
        if match.verb is None or match.verb.upos not in ("VERB", "PRON") or last.sentence >= number - 1 or number < 1:
            return None
        if self.history.scope(self.article.sentences[number - 1].start) is not None:
            return None
        found = next(self.candidates.main(number - 1, wanted), None)
        return found if found and found.name else None


def _adds(match: Match) -> bool:
    """Whether a sentence begins with a verb that goes on with what somebody has said: وأضاف، كما تابع."""
    if match.verb is None or match.form is None or match.form.shape not in ("perfect", "imperfect"):
        return False
    readings = default_lexicon().verb_forms(match.verb.key)
    adding = any(one.verb.family == "adding" and one.verb.lemma == match.entry for one in readings)
    return adding and match.verb.index <= _FIRST


def _of_saying(key: str) -> bool:
    """Whether a folded noun is one of saying: قول، تصريح."""
    masdar = any(one.form.shape == "masdar" for one in default_lexicon().verb_forms(key))
    return masdar or default_lexicon().noun(key) is not None


def _provides(match: Match, mention: Mention) -> bool:
    """Whether a document stands before its verb, as no object would: الاتفاق ينص على."""
    written = mention.reading is not None and isinstance(mention.reading.entry, Document)
    return written and match.verb is not None and mention.start < match.verb.start


def _called_upon(mention: Mention, wanted: Agreement) -> bool:
    """Whether people are the object of a verb in the feminine singular, which men do not take: ودعت السكان إلى."""
    people = mention.reading is not None and mention.reading.human and mention.definite and len(mention.units) == 1
    return people and wanted == ("feminine", "singular") and (mention.gender, mention.number) == ("masculine", "plural")
