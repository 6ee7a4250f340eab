"""Speakers, on articles built by hand.

A token is written piece:UPOS[:Feature=Value,…][>head:deprel], with + between its pieces.
"""

import re
from dataclasses import replace

import pytest

from newsquote.lexicon import default_lexicon
from newsquote.matching import Match
from newsquote.speakers import Resolution, resolve
from newsquote.syntax import Article, Sentence, Word

PIECE = re.compile(r"(?P<form>[^:]+):(?P<upos>[A-Z]+)(?::(?P<feats>[^>]+))?(?:>(?P<head>\d+):(?P<deprel>\S+))?")
MALE, FEMALE, THEY = (
    f"VERB:Gender={gender},Number={number}" for gender, number in (("Masc", "Sing"), ("Fem", "Sing"), ("Masc", "Plur"))
)


def build(*sentences: str) -> Article:
    """An article of sentences in the notation above; marks stand close to their words."""
    text = ""
    parsed: list[Sentence] = []
    for number, sentence in enumerate(sentences):
        begin = len(text)
        words: list[Word] = []
        for token in sentence.split():
            start = len(text)
            pieces = [found for piece in token.split("+") if (found := PIECE.fullmatch(piece))]
            assert pieces, token
            surface = "".join(piece["form"] for piece in pieces)
            if text and surface not in {".", "،", ":", "»"} and not text.endswith("«"):
                text += " "
                start += 1
            text += surface
            at = start
            for piece in pieces:
                end = at + len(piece["form"])
                feats = dict(pair.split("=") for pair in piece["feats"].split(",")) if piece["feats"] else {}
                head = int(piece["head"]) - 1 if piece["head"] else (-1 if not words else 0)
                words.append(
                    Word(
                        len(words),
                        piece["form"],
                        piece["form"],
                        piece["upos"],
                        feats,
                        head,
                        piece["deprel"] or "dep",
                        at,
                        end,
                        (start, len(text)),
                    )
                )
                at = end
        parsed.append(Sentence(words, begin, len(text), number))
    return Article(text, parsed)


def attribution(
    article: Article, verb: str | None, source: str | None = None, *, sentence: int = 0, **fields: object
) -> Match:
    """A match in a sentence: its verb and its source by their spelling."""
    where = article.sentences[sentence]
    word = next((word for word in where.words if word.form == verb), None)
    readings = default_lexicon().verb_forms(word.key.removeprefix("و")) if word else ()
    start = article.text.index(source, where.start) if source else 0
    end = where.end
    match = Match(
        construction="test",
        sentence=where,
        content=((end - 1, end),),
        cue=((word.start, word.end),) if word else (),
        verb=word,
        form=next((reading.form for reading in readings), None),
        source=(start, start + len(source)) if source else None,
    )
    return replace(match, **fields)  # type: ignore[arg-type]


def names(article: Article, *matches: Match) -> list[str | None]:
    """Who speaks, by name."""
    return [found.speaker.name if found.speaker else None for found in resolve(article, matches)]


MINISTER = (
    f"قال:{MALE} وزير:NOUN النقل:NOUN اللبناني:ADJ مروان:PROPN الحداد:PROPN>5:flat إن:SCONJ الجسر:NOUN جاهز:ADJ .:PUNCT"
)


def test_a_title_is_no_part_of_the_name() -> None:
    article = build(MINISTER)
    [found] = resolve(article, [attribution(article, "قال", "وزير النقل اللبناني مروان الحداد")])
    assert found.speaker is not None
    assert found.speaker.name == "مروان الحداد"
    assert (found.speaker.kind, found.speaker.gender, found.speaker.number) == ("person", "masculine", "singular")
    assert found.anonymous is None


@pytest.mark.parametrize(
    ("later", "source"),
    [
        (f"وأضاف:{MALE} الحداد:PROPN أنه:SCONJ راض:ADJ .:PUNCT", "الحداد"),
        (f"أكد:{MALE} الوزير:NOUN ذلك:PRON .:PUNCT", "الوزير"),
        (f"أكد:{MALE} وزير:NOUN النقل:NOUN ذلك:PRON .:PUNCT", "وزير النقل"),
        (f"أكد:{MALE} الوزير:NOUN الحداد:ADJ ذلك:PRON .:PUNCT", "الوزير الحداد"),
        (f"أكد:{MALE} الوزير:NOUN نفس:NOUN+ه:PRON ذلك:PRON .:PUNCT", "الوزير نفسه"),
    ],
)
def test_surname_and_office_lead_to_the_full_name(later: str, source: str) -> None:
    article = build(MINISTER, later)
    first = attribution(article, "قال", "وزير النقل اللبناني مروان الحداد")
    second = attribution(article, "أكد", source, sentence=1)
    results = resolve(article, [first, second])
    assert results[1].speaker is not None
    assert results[0].speaker == results[1].speaker


def test_a_name_after_a_comma_belongs_to_the_title_before_it() -> None:
    article = build(
        f"صرحت:{FEMALE} السفيرة:NOUN النمساوية:ADJ لدى:ADP عمان:PROPN ،:PUNCT إيفا:PROPN شتاينر:PROPN>7:flat .:PUNCT",
        f"وتابعت:{FEMALE} السفيرة:NOUN النمساوية:ADJ .:PUNCT",
    )
    first = attribution(article, "صرحت", "السفيرة النمساوية لدى عمان، إيفا شتاينر")
    second = attribution(article, "وتابعت", "السفيرة النمساوية", sentence=1)
    assert names(article, first, second) == ["إيفا شتاينر", "إيفا شتاينر"]


def test_a_name_before_its_title_is_the_name() -> None:
    article = build(
        f"تقول:{FEMALE} سلمى:PROPN درويش:PROPN>2:flat ،:PUNCT مديرة:NOUN المتحف:NOUN ،:PUNCT إنه:SCONJ مغلق:ADJ .:PUNCT"
    )
    assert names(article, attribution(article, "تقول", "سلمى درويش، مديرة المتحف")) == ["سلمى درويش"]


def test_names_introduced_outside_attributions_count() -> None:
    article = build(
        f"التقى:{MALE} الرئيس:NOUN النجم:NOUN الأردني:ADJ كريم:PROPN البنا:PROPN>5:flat في:ADP الملعب:NOUN .:PUNCT",
        f"قال:{MALE} البنا:PROPN إنه:SCONJ سعيد:ADJ .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "البنا", sentence=1)) == ["كريم البنا"]


def test_a_body_called_after_somebody_is_no_person() -> None:
    source = "المتحدث باسم جامعة الأمير راشد"
    article = build(f"قال:{MALE} المتحدث:NOUN ب:ADP+اسم:NOUN جامعة:NOUN الأمير:NOUN راشد:PROPN ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", source)) == [source]


def test_a_name_that_a_parser_took_for_a_verb_keeps_its_first_letter() -> None:
    source = "السفير النمساوي سيلفان هوبر"
    article = build(f"قال:{MALE} السفير:NOUN النمساوي:ADJ س:AUX+يلفان:VERB هوبر:PROPN ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", source)) == ["سيلفان هوبر"]


@pytest.mark.parametrize("after", ["رئيسا:PROPN>3:flat", "اعتذارا:PROPN>3:flat", "تحذير:NOUN+ه:PRON"])
def test_a_name_is_over_before_an_accusative_or_a_possessed_noun(after: str) -> None:
    article = build(f"جدد:{MALE} نادر:PROPN الشابي:PROPN>2:flat {after} .:PUNCT", f"أضاف:{MALE} الشابي:PROPN .:PUNCT")
    assert names(article, attribution(article, "أضاف", "الشابي", sentence=1)) == ["نادر الشابي"]


@pytest.mark.parametrize(
    ("phrase", "later", "name"),
    [
        ("شركة:NOUN «:PUNCT نخيل:PROPN »:PUNCT الستار:PROPN>4:flat", "نخيل", "شركة «نخيل»"),
        ("نقابات:NOUN العمال:NOUN ل:ADP+بحث:NOUN الأزمة:NOUN", "النقابات", "نقابات العمال"),
    ],
)
def test_a_body_is_over_at_its_closing_mark_and_several_bodies_at_a_purpose(phrase: str, later: str, name: str) -> None:
    article = build(f"دعت:{FEMALE} {phrase} .:PUNCT", f"قالت:{FEMALE} {later}:PROPN ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قالت", later, sentence=1)) == [name]


def test_a_surname_spelled_like_a_title_is_a_surname() -> None:
    article = build(
        f"قال:{MALE} المهندس:NOUN نادر:PROPN الشابي:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} الشابي:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "المهندس نادر الشابي")
    assert names(article, first, attribution(article, "أضاف", "الشابي", sentence=1)) == ["نادر الشابي"] * 2


@pytest.mark.parametrize(
    ("phrase", "later", "name"),
    [
        ("سفير:NOUN النمسا:PROPN سيلفان:PROPN هوبر:PROPN>4:flat", "السفير:NOUN النمساوي:ADJ", "سيلفان هوبر"),
        ("الرسام:NOUN نادر:PROPN حسون:PROPN>3:flat", "الرسام:NOUN التونسي:ADJ", "نادر حسون"),
        ("الوزير:NOUN نبيل:NOUN>2:nmod حسون:PROPN>3:flat", "الوزير:NOUN المذكور:ADJ", "نبيل حسون"),
        ("سلمى:PROPN درويش:PROPN>2:flat أميرة:PROPN>2:flat عمان:PROPN>2:flat", "أميرة:NOUN عمان:PROPN", "سلمى درويش"),
        ("وزير:NOUN الإعلام:NOUN اليمني:ADJ نادر:PROPN الوادعي:ADJ", "وزير:NOUN الإعلام:NOUN", "نادر الوادعي"),
        ("الدكتور:NOUN ف:CCONJ+راس:PROPN>2:conj الحلبي:PROPN", "الحلبي:PROPN", "فراس الحلبي"),
        (
            "نادر:PROPN حسون:PROPN>2:flat ،:PUNCT الوزير:NOUN المكلف:ADJ ب:ADP+الإعلام:NOUN الناطق:NOUN الرسمي:ADJ",
            "الناطق:NOUN الرسمي:ADJ",
            "نادر حسون",
        ),
    ],
)
def test_an_office_apart_from_its_holder_means_the_holder(phrase: str, later: str, name: str) -> None:
    article = build(f"قابلنا:VERB {phrase} .:PUNCT", f"قال:{MALE} {later} ذلك:PRON .:PUNCT")
    source = " ".join(token.split(":")[0] for token in later.split())
    assert names(article, attribution(article, "قال", source, sentence=1)) == [name]


def test_a_title_that_is_a_given_name_begins_a_name() -> None:
    article = build(
        f"قال:{MALE} مالك:PROPN سعيد:PROPN>2:nmod الحلبي:PROPN>3:flat .:PUNCT", f"أضاف:{MALE} الحلبي:PROPN .:PUNCT"
    )
    first = attribution(article, "قال", "مالك سعيد الحلبي")
    assert names(article, first, attribution(article, "أضاف", "الحلبي", sentence=1)) == ["مالك سعيد الحلبي"] * 2


@pytest.mark.parametrize(
    ("noun", "speaker"),
    [
        ("الأمر:NOUN", "مروان الحداد"),
        ("الأزمة:NOUN المالية:ADJ", "مروان الحداد"),
        ("الأمر:NOUN الملكي:ADJ", "الأمر الملكي"),
    ],
)
def test_a_thing_does_not_speak(noun: str, speaker: str) -> None:
    article = build(MINISTER, f"وصف:{MALE} {noun} .:PUNCT")
    source = " ".join(token.split(":")[0] for token in noun.split())
    first = attribution(article, "قال", "وزير النقل اللبناني مروان الحداد")
    assert names(article, first, attribution(article, "وصف", source, sentence=1))[1] == speaker


def test_a_document_before_its_verb_speaks() -> None:
    article = build(MINISTER, f"الاتفاق:NOUN ينص:{MALE} على:ADP التعويض:NOUN .:PUNCT")
    first = attribution(article, "قال", "وزير النقل اللبناني مروان الحداد")
    assert names(article, first, attribution(article, "ينص", "الاتفاق", sentence=1))[1] == "الاتفاق"


def test_people_called_upon_do_not_call() -> None:
    article = build(
        f"قالت:{FEMALE} وزارة:NOUN الزراعة:NOUN ذلك:PRON .:PUNCT",
        f"ودعت:{FEMALE} السكان:NOUN إلى:ADP الحذر:NOUN .:PUNCT",
    )
    first = attribution(article, "قالت", "وزارة الزراعة")
    assert names(article, first, attribution(article, "ودعت", "السكان", sentence=1)) == ["وزارة الزراعة"] * 2


def test_how_somebody_answers_is_not_who_answers() -> None:
    article = build(
        f"قالت:{FEMALE} سلمى:PROPN درويش:PROPN>2:flat ذلك:PRON .:PUNCT", f"ردت:{FEMALE} ضاحكة:PROPN ذلك:PRON .:PUNCT"
    )
    first = attribution(article, "قالت", "سلمى درويش")
    assert names(article, first, attribution(article, "ردت", "ضاحكة", sentence=1)) == ["سلمى درويش"] * 2


def test_where_an_article_was_written_does_not_speak() -> None:
    article = build(
        f"عمان:PROPN (:PUNCT بترا:PROPN ):PUNCT —:PUNCT زار:{MALE} نادر:PROPN حسون:PROPN>7:flat المعرض:NOUN "
        f"قال:{MALE} .:PUNCT",
    )
    assert names(article, attribution(article, "قال")) == ["نادر حسون"]


def test_the_data_are_those_of_the_author_named_before() -> None:
    article = build(
        "وفق:ADP بيانات:NOUN وزارة:NOUN الزراعة:NOUN .:PUNCT", f"تظهر:{FEMALE} البيانات:NOUN ذلك:PRON .:PUNCT"
    )
    [found] = resolve(article, [attribution(article, "تظهر", "البيانات", sentence=1)])
    assert found.speaker is not None
    assert found.speaker.name == "بيانات وزارة الزراعة"
    assert found.anonymous is None


def test_a_new_minister_is_not_the_one_before() -> None:
    article = build(MINISTER, f"رد:{MALE} وزير:NOUN المالية:NOUN التونسي:ADJ .:PUNCT")
    second = attribution(article, "رد", "وزير المالية التونسي", sentence=1)
    assert (
        names(article, attribution(article, "قال", "وزير النقل اللبناني مروان الحداد"), second)[1]
        == "وزير المالية التونسي"
    )


def test_a_body_goes_by_its_fullest_description() -> None:
    article = build(
        f"أعلنت:{FEMALE} وزارة:NOUN الصحة:NOUN الأردنية:ADJ النتائج:NOUN .:PUNCT",
        f"وقالت:{FEMALE} الوزارة:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "أعلنت", "وزارة الصحة الأردنية")
    second = attribution(article, "وقالت", "الوزارة", sentence=1)
    results = resolve(article, [first, second])
    assert [found.speaker and found.speaker.name for found in results] == ["وزارة الصحة الأردنية"] * 2
    assert results[1].speaker is not None
    assert results[1].speaker.kind == "organization"
    assert results[1].anonymous is None


def test_a_bare_company_name_finds_its_noun() -> None:
    article = build(
        f"كشفت:{FEMALE} شركة:NOUN «:PUNCT نخيل:PROPN »:PUNCT عن:ADP هاتف:NOUN .:PUNCT",
        f"وأكدت:{FEMALE} نخيل:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "وأكدت", "نخيل", sentence=1)) == ["شركة «نخيل»"]


def test_an_article_run_together_with_a_preposition_is_read_back() -> None:
    article = build(
        "الطريق:NOUN مغلق:ADJ وفقا:NOUN ل:ADP+لحرس:NOUN البلدي:ADJ .:PUNCT",
        f"وقال:{MALE} الحرس:NOUN البلدي:ADJ ذلك:PRON .:PUNCT",
    )
    first = replace(attribution(article, "وفقا", "لحرس البلدي"), verb=None)
    second = attribution(article, "وقال", "الحرس البلدي", sentence=1)
    assert names(article, first, second) == ["الحرس البلدي", "الحرس البلدي"]


def test_a_report_named_once_is_meant_by_the_report() -> None:
    article = build(
        f"صدر:{MALE} تقرير:NOUN ل:ADP+هيئة:NOUN البيئة:NOUN .:PUNCT",
        f"وأضاف:{MALE} التقرير:NOUN ذلك:PRON .:PUNCT",
    )
    [found] = resolve(article, [attribution(article, "وأضاف", "التقرير", sentence=1)])
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.kind) == ("تقرير لهيئة البيئة", "document")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (f"وأضاف:{MALE}", "مروان الحداد"),
        (f"وأضافت:{FEMALE}", "سلمى درويش"),
    ],
)
def test_an_omitted_subject_agrees_in_gender(verb: str, expected: str) -> None:
    article = build(
        MINISTER,
        f"قالت:{FEMALE} المهندسة:NOUN سلمى:PROPN درويش:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"{verb} أن:SCONJ العمل:NOUN مستمر:ADJ .:PUNCT",
    )
    matches = [
        attribution(article, "قال", "وزير النقل اللبناني مروان الحداد"),
        attribution(article, "قالت", "المهندسة سلمى درويش", sentence=1),
        attribution(article, verb.partition(":")[0], sentence=2),
    ]
    assert names(article, *matches)[2] == expected


def test_gender_is_the_form_s_not_the_tag_s() -> None:
    article = build(
        MINISTER,
        f"قالت:{FEMALE} المهندسة:NOUN سلمى:PROPN درويش:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"واضافت:{MALE} أن:SCONJ العمل:NOUN مستمر:ADJ .:PUNCT",
    )
    matches = [
        attribution(article, "قال", "وزير النقل اللبناني مروان الحداد"),
        attribution(article, "قالت", "المهندسة سلمى درويش", sentence=1),
        attribution(article, "واضافت", sentence=2),
    ]
    assert names(article, *matches)[2] == "سلمى درويش"


def test_a_feminine_verb_shows_a_woman_whatever_her_title() -> None:
    article = build(
        f"رد:{MALE} كريم:PROPN عواد:PROPN>2:flat ذلك:PRON .:PUNCT",
        f"قالت:{FEMALE} النائب:NOUN سلمى:PROPN درويش:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"وأضاف:{MALE} أن:SCONJ العمل:NOUN مستمر:ADJ .:PUNCT",
    )
    matches = [
        attribution(article, "رد", "كريم عواد"),
        attribution(article, "قالت", "النائب سلمى درويش", sentence=1),
        attribution(article, "وأضاف", sentence=2),
    ]
    assert names(article, *matches) == ["كريم عواد", "سلمى درويش", "كريم عواد"]


def test_who_is_known_to_be_a_man_is_no_subject_of_a_feminine_verb() -> None:
    article = build(
        MINISTER,
        f"جاء:{MALE}>0:root الحداد:PROPN>1:nsubj وأوضحت:{FEMALE}>1:conj أن:SCONJ العمل:NOUN مستمر:ADJ .:PUNCT",
    )
    first = attribution(article, "قال", "وزير النقل اللبناني مروان الحداد")
    assert names(article, first, attribution(article, "وأوضحت", sentence=1))[1] is None


def test_of_two_subjects_before_a_verb_the_nearest_is_its_own() -> None:
    article = build(
        f"رحبت:{FEMALE}>0:root قطر:PROPN>7:nsubj بذلك:NOUN>1:obl أما:SCONJ السعودية:NOUN>7:nsubj كانت:AUX>7:cop "
        f"حذرة:ADJ>1:conj وأوضحت:{FEMALE}>7:conj أن:SCONJ العمل:NOUN مستمر:ADJ .:PUNCT",
    )
    assert names(article, attribution(article, "وأوضحت")) == ["السعودية"]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        (f"دفع:{MALE}>0:root الحادث:NOUN>1:nsubj نشطاء:NOUN>1:obj إلى:ADP>5:case الشارع:NOUN>1:obl", "نشطاء"),
        (f"صدر:{MALE}>0:root عن:ADP>3:case موقع:NOUN>1:obl تويتر:PROPN>3:nmod", None),
    ],
)
def test_whom_a_sentence_names_speaks_if_nobody_else_is_in_reach(before: str, speaker: str | None) -> None:
    ending = "منددين" if speaker else "مؤكدا"
    article = build(f"{before} {ending}:ADJ>1:advcl أن:SCONJ القرار:NOUN باطل:ADJ .:PUNCT")
    assert names(article, attribution(article, ending)) == [speaker]


def test_who_opens_a_clause_may_share_its_subject() -> None:
    article = build(
        f"ذكرت:{FEMALE}>0:root الصحيفة:NOUN>1:nsubj أن:SCONJ>6:mark المدرب:NOUN>6:nsubj سامي:PROPN>4:nmod "
        f"تحدث:{MALE}>1:ccomp عن:ADP>8:case نادي:NOUN>6:obl النهر:PROPN>8:nmod مؤكدا:ADJ>1:xcomp أنه:SCONJ راض:ADJ "
        ".:PUNCT",
    )
    matches = [attribution(article, "ذكرت", "الصحيفة"), attribution(article, "مؤكدا")]
    assert names(article, *matches)[1] == "سامي"


def test_a_surname_is_the_person_s_before_the_body_s_that_is_called_so() -> None:
    article = build(
        "بدأ:VERB التحقيق:NOUN مع:ADP الرئيس:NOUN سامي:PROPN نوفل:PROPN>5:flat .:PUNCT",
        "أغلقت:VERB مؤسسة:NOUN نوفل:PROPN>2:nmod .:PUNCT",
        f"قال:{MALE} نوفل:PROPN>1:nsubj ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "نوفل", sentence=2)) == ["سامي نوفل"]


def test_a_participle_takes_the_subject_of_a_main_verb_that_reports_nothing() -> None:
    article = build(
        MINISTER,
        f"افتتح:{MALE}>0:root المدير:NOUN>1:nsubj سامي:PROPN>2:nmod نوفل:PROPN>3:flat المعرض:NOUN>1:obj "
        "،:PUNCT مؤكدا:ADJ>1:advcl أن:SCONJ العدد:NOUN كبير:ADJ .:PUNCT",
    )
    matches = [
        attribution(article, "قال", "وزير النقل اللبناني مروان الحداد"),
        attribution(article, "مؤكدا", sentence=1),
    ]
    assert names(article, *matches)[1] == "سامي نوفل"


@pytest.mark.parametrize(
    ("subject", "known"),
    [
        ("أحد:NOUN>1:nsubj التجار:NOUN>2:nmod", "أحد التجار"),  # one of many
        ("البوتان:NOUN>1:nsubj الشقيقة:ADJ>2:amod", "البوتان الشقيقة"),  # who speaks elsewhere in the article
    ],
)
def test_an_unknown_word_may_speak_where_it_can_only_be_somebody(subject: str, known: str) -> None:
    article = build(
        MINISTER,
        f"رفض:{MALE}>0:root {subject} العرض:NOUN>1:obj ،:PUNCT مؤكدا:ADJ>1:advcl أن:SCONJ السعر:NOUN كبير:ADJ .:PUNCT",
        "رد:NOUN البوتان:NOUN>1:nmod .:PUNCT",
    )
    matches = [
        attribution(article, "قال", "وزير النقل اللبناني مروان الحداد"),
        attribution(article, "مؤكدا", sentence=1),
        attribution(article, "رد", "البوتان", sentence=2),
    ]
    assert names(article, *matches)[1] == known


def test_a_participle_goes_past_the_accusation_that_its_subject_rejects() -> None:
    article = build(
        "المدير:NOUN>4:nsubj سامي:PROPN>1:nmod نوفل:PROPN>2:flat "
        f"يرفض:{MALE}>0:root اتهامات:NOUN>4:obj الوزير:NOUN>5:nmod مروان:PROPN>6:nmod الحداد:PROPN>7:flat ،:PUNCT "
        "مؤكدا:ADJ>4:advcl أن:SCONJ العدد:NOUN كبير:ADJ .:PUNCT",
    )
    accusation = attribution(article, "اتهامات", "الوزير مروان الحداد", construction="reporting_noun")
    assert names(article, accusation, attribution(article, "مؤكدا")) == ["مروان الحداد", "سامي نوفل"]


def test_a_plural_verb_takes_people_and_not_the_ministry() -> None:
    article = build(
        f"قالت:{FEMALE}>0:root الشرطة:NOUN>1:nsubj إن:SCONJ>6:mark آلاف:NOUN>6:nsubj المحتجين:NOUN>4:nmod "
        f"خرجوا:{THEY}>1:ccomp مرددين:ADJ>6:advcl أن:SCONJ القرار:NOUN باطل:ADJ .:PUNCT",
    )
    content = (article.text.index("آلاف"), len(article.text) - 1)
    outer = attribution(article, "قالت", "الشرطة", content=(content,))
    results = resolve(article, [outer, attribution(article, "مرددين")])
    assert results[1].speaker != results[0].speaker


def test_things_take_no_plural_participle() -> None:
    article = build(
        f"قال:{MALE} المستثمرون:NOUN>1:nsubj ذلك:PRON .:PUNCT",
        f"تظهر:{FEMALE} البيانات:NOUN>1:nsubj ذلك:PRON مؤكدين:ADJ>1:advcl أن:SCONJ العدد:NOUN كبير:ADJ .:PUNCT",
    )
    first, data = attribution(article, "قال", "المستثمرون"), attribution(article, "تظهر", "البيانات", sentence=1)
    assert names(article, first, data, attribution(article, "مؤكدين", sentence=1))[2] == "المستثمرون"


def test_a_suffixed_noun_takes_whom_the_sentence_before_is_about() -> None:
    article = build(
        MINISTER,
        f"عاد:{MALE}>0:root سامي:PROPN>1:nsubj نوفل:PROPN>2:flat .:PUNCT",
        "انتقد:VERB لقول:NOUN+ه:PRON:Gender=Masc,Number=Sing إن:SCONJ العدد:NOUN كبير:ADJ .:PUNCT",
    )
    first = attribution(article, "قال", "وزير النقل اللبناني مروان الحداد")
    assert names(article, first, attribution(article, "ه", sentence=2))[1] == "سامي نوفل"


def test_the_speaker_of_an_inner_statement_does_not_speak_on() -> None:
    article = build(
        f"{MINISTER[:-8]} وأن:SCONJ سامي:PROPN نوفل:PROPN>11:flat وعد:{MALE} بالدعم:NOUN .:PUNCT",
        f"وأضاف:{MALE} أن:SCONJ العمل:NOUN مستمر:ADJ .:PUNCT",
    )
    said = (article.text.index("الجسر"), article.sentences[0].end)
    matches = [
        attribution(article, "قال", "وزير النقل اللبناني مروان الحداد", content=(said,)),
        attribution(article, "وعد", "سامي نوفل"),
        attribution(article, "وأضاف", sentence=1),
    ]
    assert names(article, *matches) == ["مروان الحداد", "سامي نوفل", "مروان الحداد"]


def test_a_suffixed_noun_of_saying_goes_by_its_pronoun() -> None:
    article = build(MINISTER, "الجسر:NOUN آمن:ADJ بحسب:ADP قول:NOUN+ه:PRON:Gender=Masc,Number=Sing .:PUNCT")
    matches = [
        attribution(article, "قال", "وزير النقل اللبناني مروان الحداد"),
        attribution(article, None, "قوله", sentence=1),
    ]
    assert names(article, *matches)[1] == "مروان الحداد"


def test_an_impersonal_passive_has_no_speaker_and_lends_none() -> None:
    article = build(f"ذكر:{MALE} أن:SCONJ الجسر:NOUN آمن:ADJ .:PUNCT", f"وأضاف:{MALE} أنه:SCONJ قديم:ADJ .:PUNCT")
    found = resolve(article, [attribution(article, "ذكر", impersonal=True), attribution(article, "وأضاف", sentence=1)])
    assert found[0].speaker is None
    assert found[0].anonymous is not None
    assert found[0].anonymous.kind == "impersonal"
    assert found[1] == Resolution(None, None)


@pytest.mark.parametrize("source", [(0, 1), (3, 3), (9, 4), (10_000, 10_010), (0, 10_000)])
def test_odd_extents_never_raise(source: tuple[int, int]) -> None:
    article = build(MINISTER)
    [found] = resolve(article, [replace(attribution(article, "قال"), source=source)])
    assert found.speaker is None or found.speaker.name in article.text


def test_empty_articles_and_sentences_never_raise() -> None:
    assert resolve(Article("", []), []) == []
    empty = Sentence([], 0, 1, 0)
    match = Match(construction="test", sentence=empty, content=(), source=(0, 1))
    assert len(resolve(Article("ا", [empty]), [match])) == 1


def test_a_long_article_keeps_its_speakers() -> None:
    times = 200
    article = build(*[MINISTER, f"وأضاف:{MALE} أن:SCONJ العمل:NOUN مستمر:ADJ .:PUNCT"] * times)
    matches = []
    for number in range(times):
        matches.append(attribution(article, "قال", "وزير النقل اللبناني مروان الحداد", sentence=2 * number))
        matches.append(attribution(article, "وأضاف", sentence=2 * number + 1))
    assert {one.speaker.name for one in resolve(article, matches) if one.speaker} == {"مروان الحداد"}


@pytest.mark.parametrize(
    ("full", "later", "name"),
    [
        ("نادر:PROPN عبد:PROPN>1:flat الحليم:PROPN>1:flat", "عبدالحليم:PROPN", "نادر عبد الحليم"),
        ("نادر:PROPN عبدالحليم:PROPN>1:flat", "عبد:PROPN الحليم:PROPN>2:flat", "نادر عبدالحليم"),
        ("نادر:PROPN أبو:PROPN>1:flat العز:PROPN>1:flat", "أبو:PROPN العز:PROPN>2:flat", "نادر أبو العز"),
    ],
)
def test_a_compound_surname_is_one_name_however_it_is_spaced(full: str, later: str, name: str) -> None:
    other = "هشام:PROPN أبو:PROPN>1:flat ربيع:PROPN>1:flat"
    article = build(f"{full} مسافر:ADJ .:PUNCT", f"{other} غائب:ADJ .:PUNCT", f"قال:{MALE} {later} ذلك:PRON .:PUNCT")
    source = " ".join(token.split(":")[0] for token in later.split())
    assert names(article, attribution(article, "قال", source, sentence=2)) == [name]


def test_of_two_of_one_surname_the_one_named_last_speaks() -> None:
    article = build(
        "نادر:PROPN الشابي:PROPN>1:flat مسافر:ADJ .:PUNCT",
        f"قال:{MALE} الشابي:PROPN ذلك:PRON .:PUNCT",
        "سلمى:PROPN بنت:PROPN>1:flat يوسف:PROPN>1:flat الشابي:PROPN>1:flat غائبة:ADJ .:PUNCT",
        f"قالت:{FEMALE} الشابي:PROPN ذلك:PRON .:PUNCT",
    )
    first, second = (attribution(article, verb, "الشابي", sentence=at) for verb, at in (("قال", 1), ("قالت", 3)))
    assert names(article, first, second) == ["نادر الشابي", "سلمى بنت يوسف الشابي"]


def test_subject_and_object_run_together_are_nobodys_name() -> None:
    article = build(
        "نادر:PROPN الشابي:PROPN>1:flat مسافر:ADJ .:PUNCT",
        "هشام:PROPN حسون:PROPN>1:flat غائب:ADJ .:PUNCT",
        f"قابل:{MALE} الشابي:PROPN حسون:PROPN>2:flat .:PUNCT",
        f"قال:{MALE} حسون:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "حسون", sentence=3)) == ["هشام حسون"]


def test_an_unnamed_speaker_is_shown_without_the_word_that_says_he_is_the_same() -> None:
    article = build(f"قالت:{FEMALE} النقابة:NOUN ذات:NOUN+ها:PRON ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قالت", "النقابة ذاتها")) == ["النقابة"]


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("مالك:NOUN عقاد:NOUN", "مالك عقاد"),
        ("مني:ADJ بيرنو:PROPN حسنوي:ADJ", "مني بيرنو حسنوي"),
        ("يمان:VERB حلمي:PROPN", "يمان حلمي"),
    ],
)
def test_words_between_commas_after_a_title_are_its_holder(holder: str, name: str) -> None:
    article = build(
        f"وصل:{MALE} نائب:NOUN رئيس:NOUN المجلس:NOUN ،:PUNCT {holder} ،:PUNCT إلى:ADP المدينة:NOUN .:PUNCT",
        f"قال:{MALE} نائب:NOUN رئيس:NOUN المجلس:NOUN ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} نائب:NOUN رئيس:NOUN المجلس:NOUN ،:PUNCT {holder} ،:PUNCT إن:SCONJ .:PUNCT",
    )
    later = attribution(article, "قال", "نائب رئيس المجلس", sentence=1)
    whole = attribution(article, "أضاف", f"نائب رئيس المجلس، {name}", sentence=2)
    assert names(article, later, whole) == [name, name]


def test_a_blessing_between_commas_is_no_name() -> None:
    article = build(
        f"وصل:{MALE} نائب:NOUN الملك:NOUN ،:PUNCT رعاه:NOUN الله:PROPN ،:PUNCT إلى:ADP المدينة:NOUN .:PUNCT",
        f"قال:{MALE} نائب:NOUN الملك:NOUN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "نائب الملك", sentence=1)) == ["نائب الملك"]


def test_a_subject_after_the_verb_goes_before_a_dateline() -> None:
    article = build(
        f"دبي:PROPN>3:nsubj —:PUNCT انتقد:{MALE} الوزير:NOUN>3:nsubj نادر:PROPN حسون:PROPN>5:flat"
        f" ما:PRON قال:{MALE}>3:conj إنه:SCONJ خطأ:NOUN .:PUNCT"
    )
    assert names(article, attribution(article, "قال")) == ["نادر حسون"]


def test_a_given_name_spelled_like_an_office_opens_a_name() -> None:
    source = "سلطان بن راشد"
    article = build(f"قال:{MALE} سلطان:PROPN بن:PROPN>2:nmod راشد:PROPN>3:flat ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", source)) == [source]


@pytest.mark.parametrize(
    ("phrase", "later", "name"),
    [
        ("نادر:PROPN الشابي:PROPN>2:flat استخدام:NOUN الحصانة:NOUN", "الشابي", "نادر الشابي"),
        ("نادر:PROPN نور:NOUN>2:nmod الدين:NOUN", "نادر", "نادر نور الدين"),
        ("نادر:PROPN أمير:PROPN>2:nmod عبد:NOUN الوهاب:NOUN", "نادر", "نادر أمير عبد الوهاب"),
        ("سلمى:PROPN درويش:PROPN>2:flat إحدى:NOUN المشاركات:NOUN", "درويش", "سلمى درويش"),
        ("سلمى:PROPN درويش:PROPN>2:flat وجود:NOUN أي:ADJ خلاف:NOUN", "درويش", "سلمى درويش"),
    ],
)
def test_a_name_is_over_before_its_object_and_before_one_of_several(phrase: str, later: str, name: str) -> None:
    article = build(f"أعلن:{MALE} {phrase} .:PUNCT", f"قال:{MALE} {later}:PROPN ذلك:PRON .:PUNCT")
    source = " ".join(token.split(":")[0] for token in phrase.split())
    first, second = attribution(article, "أعلن", source), attribution(article, "قال", later, sentence=1)
    assert names(article, first, second) == [name, name]


def test_a_title_after_a_name_after_a_comma_is_that_name_s() -> None:
    article = build(
        "زوجة:NOUN ابن:NOUN+ه:PRON ،:PUNCT سلمى:PROPN درويش:PROPN>5:flat أميرة:PROPN>5:flat عمان:PROPN>5:flat .:PUNCT",
        f"قالت:{FEMALE} أميرة:NOUN عمان:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قالت", "أميرة عمان", sentence=1)) == ["سلمى درويش"]


def test_an_omitted_speaker_is_whom_the_sentence_before_is_about() -> None:
    article = build(
        f"قالت:{FEMALE} الصحيفة:NOUN «:PUNCT الصباح:NOUN »:PUNCT ذلك:PRON .:PUNCT",
        f"ألغت:{FEMALE} الممثلة:NOUN>1:nsubj سلمى:PROPN درويش:PROPN>3:flat موعد:NOUN+ها:PRON .:PUNCT",
        f"وأضافت:{FEMALE} أنها:SCONJ متعبة:ADJ .:PUNCT",
    )
    first = attribution(article, "قالت", "الصحيفة")
    assert names(article, first, attribution(article, "وأضافت", sentence=2))[1] == "سلمى درويش"


def test_an_omitted_speaker_stays_the_last_one_if_a_thing_comes_between() -> None:
    article = build(
        f"قال:{MALE} الوزير:NOUN نادر:PROPN حسون:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"ارتفع:{MALE} السعر:NOUN>1:nsubj أمس:NOUN .:PUNCT",
        f"وأضاف:{MALE} أنه:SCONJ راض:ADJ .:PUNCT",
    )
    first = attribution(article, "قال", "الوزير نادر حسون")
    assert names(article, first, attribution(article, "وأضاف", sentence=2)) == ["نادر حسون"] * 2


def test_a_woman_s_title_is_nobody_s_who_has_not_shown_to_be_a_woman() -> None:
    article = build(
        f"أعلن:{MALE} الطبيب:NOUN نادر:PROPN حسون:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"قالت:{FEMALE} المريضة:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "أعلن", "الطبيب نادر حسون")
    assert names(article, first, attribution(article, "قالت", "المريضة", sentence=1)) == ["نادر حسون", "المريضة"]


def test_the_same_speaker_is_whoever_spoke_last_even_if_his_name_was_not_seen() -> None:
    article = build(
        f"تقول:{FEMALE} سهام:NOUN بيرنو:PROPN>1:flat ذلك:PRON .:PUNCT",
        f"قالت:{FEMALE} المتحدثة:NOUN ذات:NOUN+ها:PRON ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "تقول", "سهام بيرنو")
    assert names(article, first, attribution(article, "قالت", "المتحدثة ذاتها", sentence=1)) == ["سهام بيرنو"] * 2


def test_a_governor_s_title_is_no_part_of_his_name() -> None:
    article = build(f"أعلن:{MALE} قائمقام:NOUN المدينة:NOUN نادر:PROPN الشابي:PROPN>4:flat ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "أعلن", "قائمقام المدينة نادر الشابي")) == ["نادر الشابي"]


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("محمد:NOUN>4:nmod الطويلي:NOUN>2:nsubj", "محمد الطويلي"),
        ("ف:CCONJ+هد:VERB>2:conj الطويلي:PROPN>2:nsubj", "فهد الطويلي"),
        ("جوزي:VERB>2:conj+ه:PRON>4:obj برونالدو:PROPN>4:nsubj", "جوزيه برونالدو"),
    ],
)
def test_a_given_name_opens_a_name_whatever_a_parser_takes_it_for(named: str, name: str) -> None:
    surname = name.split()[1]
    article = build(
        f"وصل:{MALE} إلى:ADP المدينة:NOUN ،:PUNCT {named} .:PUNCT",
        f"وقال:{MALE} {surname}:NOUN إنه:SCONJ متعب:ADJ .:PUNCT",
    )
    assert names(article, attribution(article, "وقال", surname, sentence=1)) == [name]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("الرئيس:NOUN>1:nsubj الحركة:NOUN>2:nmod المسلحة:ADJ>3:amod", "الرئيس"),
        (
            "حاكم:NOUN:Number=Sing>1:nsubj الإقليم:NOUN:Number=Sing>2:nmod الغاضبين:ADJ:Number=Plur>2:amod",
            "حاكم الإقليم",
        ),
    ],
)
def test_an_omitted_speaker_s_phrase_is_over_before_what_cannot_qualify_it(before: str, speaker: str) -> None:
    article = build(f"شكر:{MALE} {before} على:ADP الهدوء:NOUN ،:PUNCT وأضاف:{MALE}>1:conj أنه:SCONJ راض:ADJ .:PUNCT")
    assert names(article, attribution(article, "وأضاف")) == [speaker]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "عبد:NOUN>1:nsubj الرزاق:NOUN>2:nmod الشمري:ADJ>2:amod الباحث:NOUN>2:nmod الاقتصادي:ADJ>5:amod",
            "عبد الرزاق الشمري",
        ),
        ("عبد:NOUN>1:nsubj الملك:NOUN>2:nmod الزبيدي:PROPN>2:flat خبير:NOUN>2:nmod اقتصادي:ADJ", "عبد الملك الزبيدي"),
        ("سامر:PROPN>1:nsubj بن:PROPN>2:nmod أمين:NOUN>2:nmod الجبالي:PROPN>3:flat", "سامر بن أمين الجبالي"),
        ("سامر:PROPN>1:nsubj بن:PROPN>2:nmod جبل:PROPN>2:flat الجبل:NOUN>3:flat", "سامر بن جبل الجبل"),
        ("نقيب:NOUN>1:nsubj الصيادلة:NOUN>2:nmod علي:ADP>4:case العبيدي:NOUN>2:nmod", "علي العبيدي"),
        ("كارل:PROPN>1:nsubj جاكوب:PROPN>2:flat محلل:PROPN>3:flat الأسواق:NOUN>4:nmod", "كارل جاكوب"),
        ("أمير:PROPN>1:nsubj عبد:NOUN>2:nmod الزمان:NOUN>3:nmod", "أمير عبد الزمان"),
        ("العقيد:NOUN>1:nsubj ركن:NOUN>2:nmod سامر:PROPN>2:nmod الجبلي:PROPN>4:flat", "سامر الجبلي"),
    ],
)
def test_where_a_name_of_several_words_ends(source: str, name: str) -> None:
    article = build(f"قال:{MALE} {source} إنه:SCONJ جاء:{MALE} على:ADP عجل:NOUN .:PUNCT")
    end = article.text.index(" إنه")
    assert names(article, attribution(article, "قال", article.text[len("قال ") : end])) == [name]


def test_a_correspondent_s_place_is_not_his_name() -> None:
    article = build(
        f"زار:{MALE} مراسل:NOUN>1:nsubj القناة:NOUN في:ADP عين:PROPN جنوبي:PROPN الجبل:PROPN القرية:NOUN>1:obj .:PUNCT",
        f"وقال:{MALE} المراسل:NOUN إنها:SCONJ خالية:ADJ .:PUNCT",
    )
    assert names(article, attribution(article, "وقال", "المراسل", sentence=1)) == ["المراسل"]


def test_an_unnamed_crowd_of_ministers_is_not_the_minister() -> None:
    article = build(
        "قال:VERB:Gender=Masc,Number=Sing وزراء:NOUN غاضبون:ADJ إنها:SCONJ استقالت:VERB .:PUNCT",
        f"وقالت:{FEMALE} الوزيرة:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "وزراء غاضبون")
    assert names(article, first, attribution(article, "وقالت", "الوزيرة", sentence=1)) == ["وزراء غاضبون", "الوزيرة"]


def test_a_participle_takes_a_surname_that_the_verb_before_it_has_for_a_subject() -> None:
    article = build(
        f"قال:{MALE} سامر:PROPN الجبالي:NOUN>2:flat إنه:SCONJ جاء:{MALE} .:PUNCT",
        f"قالت:{FEMALE} سلوى:PROPN>1:nsubj ذلك:PRON ثم:CCONJ رحل:{MALE}>1:conj الجبالي:NOUN>5:nsubj ،:PUNCT "
        "مؤكدا:NOUN>5:advcl ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "سامر الجبالي")
    second = attribution(article, "قالت", "سلوى", sentence=1)
    third = attribution(article, "مؤكدا", sentence=1)
    assert names(article, first, second, third) == ["سامر الجبالي", "سلوى", "سامر الجبالي"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("أنصار:NOUN+ه:PRON:Gender=Masc,Number=Sing", "أنصاره"),
        ("سماحت:NOUN+ه:PRON:Gender=Masc,Number=Sing", "نادر الشابي"),
    ],
)
def test_only_a_word_of_respect_goes_by_its_pronoun(source: str, name: str) -> None:
    article = build(
        f"التقى:{MALE} المفتي:NOUN>1:nsubj نادر:PROPN الشابي:PROPN>3:flat الطلاب:NOUN .:PUNCT",
        f"قال:{MALE} {source} ذلك:PRON .:PUNCT",
    )
    said = article.text[article.text.index("قال ") + 4 : article.text.rindex(" ذلك")]
    assert names(article, attribution(article, "قال", said, sentence=1)) == [name]


def test_what_is_said_by_the_exalted_is_said_by_god() -> None:
    article = build(
        f"يدعو:{MALE} الواعظ:NOUN إلى:ADP الله:NOUN .:PUNCT",
        f"وقال:{MALE} تعالى:VERB إنه:SCONJ رحيم:ADJ .:PUNCT",
    )
    assert names(article, attribution(article, "وقال", "تعالى", sentence=1)) == ["الله"]


def test_a_country_is_not_the_agency_that_bears_its_name() -> None:
    article = build(
        f"ذكرت:{FEMALE} وكالة:NOUN سيلان:PROPN الشمالية:ADJ>3:amod أنها:SCONJ هادئة:ADJ .:PUNCT",
        f"وحذرت:{FEMALE} سيلان:PROPN الشمالية:PROPN>2:flat جارتها:NOUN .:PUNCT",
    )
    first = attribution(article, "ذكرت", "وكالة سيلان الشمالية")
    second = attribution(article, "وحذرت", "سيلان الشمالية", sentence=1)
    assert names(article, first, second) == ["وكالة سيلان الشمالية", "سيلان الشمالية"]


@pytest.mark.parametrize(
    ("introduced", "surname", "name"),
    [
        ("الرئيس:NOUN السابق:ADJ باراك:PROPN أوبالا:PROPN>5:flat", "أوبالا", "باراك أوبالا"),  # no accusative
        ("رئيس:NOUN الوزراء:NOUN السابق:ADJ أليكسي:PROPN تراكوس:PROPN>6:flat", "تراكوس", "أليكسي تراكوس"),
        ("السلطان:NOUN فضل:VERB العوذلي:NOUN", "العوذلي", "فضل العوذلي"),
        ("السيد:NOUN علي:ADP شمخائي:NOUN", "شمخائي", "علي شمخائي"),
        ("المستشار:NOUN أيمن:PROPN الحارس:PROPN>3:flat مدير:NOUN المعهد:NOUN", "الحارس", "أيمن الحارس"),
        ("الكاتب:NOUN محمد:NOUN الصديق:PROPN بنينو:PROPN", "بنينو", "محمد الصديق بنينو"),
        ("الباحثة:NOUN إيما:PROPN إل:PROPN>3:flat .:PUNCT شتاينر:PROPN", "شتاينر", "إيما إل. شتاينر"),
        ("حزب:NOUN معاد:ADJ لدونالد:PROPN برامب:PROPN>4:flat", "برامب", "دونالد برامب"),
        ("الناطقة:NOUN ،:PUNCT سفيتلا:NOUN+نا:PRON بترينا:PROPN ،:PUNCT", "بترينا", "سفيتلانا بترينا"),
    ],
)
def test_a_surname_has_the_given_name_before_it_however_it_is_tagged(introduced: str, surname: str, name: str) -> None:
    article = build(
        f"زار:{MALE} {introduced} المدينة:NOUN>1:obj .:PUNCT", f"قال:{MALE} {surname}:PROPN إنه:SCONJ سعيد:ADJ .:PUNCT"
    )
    assert names(article, attribution(article, "قال", surname, sentence=1)) == [name]


def test_a_title_after_a_full_name_is_no_surname() -> None:
    article = build(f"قال:{MALE} برنابا:PROPN جان:PROPN>2:flat المحلل:PROPN>2:flat المالي:ADJ إنه:SCONJ راض:ADJ")
    assert names(article, attribution(article, "قال", "برنابا جان المحلل المالي")) == ["برنابا جان"]


@pytest.mark.parametrize(
    ("spoken", "source", "name"),
    [
        ("روسيا:PROPN مقصد:PROPN>2:flat السفن:PROPN>2:flat", "روسيا", "روسيا"),
        ("دونار:PROPN توسكار:PROPN>2:flat الأسبوع:PROPN>2:flat", "دونار توسكار الأسبوع", "دونار توسكار"),
        ("الحداد:PROPN نفس:PROPN>2:flat+ه:PRON", "الحداد نفسه", "الحداد"),
        ("إدوين:PROPN لبي:PROPN>2:flat بي:PROPN>2:flat سي:PROPN>2:flat", "إدوين لبي بي سي", "إدوين"),
        ("مدير:NOUN المركز:NOUN طهران:PROPN سنان:PROPN كوجا:PROPN>5:flat", "مدير المركز طهران سنان كوجا", "سنان كوجا"),
    ],
)
def test_a_name_takes_in_no_country_time_or_outlet(spoken: str, source: str, name: str) -> None:
    article = build(f"قال:{MALE} {spoken} إنه:SCONJ راض:ADJ .:PUNCT")
    assert names(article, attribution(article, "قال", source)) == [name]


@pytest.mark.parametrize(
    ("spoken", "source"),
    [
        ("ناشط:NOUN يدعى:VERB سامي:PROPN الحداد:PROPN>4:flat", "ناشط يدعى سامي الحداد"),
        ("ساكن:NOUN في:ADP القرية:NOUN يدعى:VERB سامي:PROPN الحداد:PROPN>6:flat", "ساكن في القرية"),
        ("أحد:NOUN السكان:NOUN ،:PUNCT و:CCONJ+يدعى:VERB سامي:PROPN الحداد:PROPN>6:flat ،:PUNCT", "أحد السكان"),
        ("مستشار:NOUN الصندوق:NOUN سابقا:ADV سامي:PROPN الحداد:PROPN>5:flat", "مستشار الصندوق سابقا سامي الحداد"),
    ],
)
def test_a_name_is_what_somebody_is_called_and_no_adverb(spoken: str, source: str) -> None:
    article = build(f"قال:{MALE} {spoken} إنه:SCONJ راض:ADJ .:PUNCT")
    resolution = resolve(article, [attribution(article, "قال", source)])[0]
    assert resolution.anonymous is None
    assert resolution.speaker
    assert resolution.speaker.name == "سامي الحداد"


def test_whom_a_source_knows_is_not_the_source() -> None:
    spoken = "مسؤول:NOUN يعرف:VERB سامي:PROPN الحداد:PROPN>4:flat"
    article = build(f"قال:{MALE} {spoken} إنه:SCONJ راض:ADJ .:PUNCT")
    resolution = resolve(article, [attribution(article, "قال", "مسؤول يعرف سامي الحداد")])[0]
    assert resolution.speaker is None or resolution.speaker.name != "سامي الحداد"


def test_a_description_is_over_where_it_is_as_a_source() -> None:
    article = build(f"دعا:{MALE} الوزير:NOUN>1:nsubj ل:ADP+وقف:NOUN>1:obl الحرب:NOUN .:PUNCT")
    assert names(article, attribution(article, "دعا", "الوزير")) == ["الوزير"]


def test_a_preposition_that_the_parser_left_on_an_article_is_no_part_of_a_name() -> None:
    article = build(f"زاد:{MALE} العدد:NOUN وفقا:ADV للبيانات:NOUN الخاصة:ADJ بالبلدية:NOUN .:PUNCT")
    assert names(article, attribution(article, None, "للبيانات الخاصة بالبلدية")) == ["البيانات الخاصة بالبلدية"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("قائد:NOUN لواء:NOUN «:PUNCT الصقر:PROPN »:PUNCT الأول:ADJ ،:PUNCT سامي:PROPN حداد:PROPN>7:flat", "سامي حداد"),
        (
            "محرر:NOUN صحيفة:NOUN «:PUNCT الديلي:PROPN نيوز:PROPN »:PUNCT الجديدة:ADJ ،:PUNCT أمل:PROPN ويت:PROPN",
            "أمل ويت",
        ),
        ("مدير:NOUN المركز:NOUN الثقافي:ADJ «:PUNCT دار:PROPN الحرف:PROPN »:PUNCT سعيد:PROPN ناجي:PROPN", "سعيد ناجي"),
    ],
)
def test_a_quoted_body_between_title_and_name_is_no_name(source: str, name: str) -> None:
    article = build(f"قال:{MALE} {source} ذلك:PRON .:PUNCT")
    said = article.text.removeprefix("قال ").removesuffix(" ذلك.")
    assert names(article, attribution(article, "قال", said)) == [name]


@pytest.mark.parametrize(
    ("introduced", "later", "name"),
    [
        (
            "قائد:NOUN الأسطول:NOUN اللبناني:ADJ ،:PUNCT العميد:NOUN مروان:PROPN حداد:PROPN>6:flat ،:PUNCT",
            "قائد:NOUN الأسطول:NOUN",
            "مروان حداد",
        ),
        (
            "رئيس:NOUN هيئة:NOUN الطاقة:NOUN في:ADP إيران:NOUN ،:PUNCT محمد:NOUN كاظمي:ADJ ،:PUNCT",
            "رئيس:NOUN هيئة:NOUN الطاقة:NOUN الإيرانية:ADJ",
            "محمد كاظمي",
        ),
    ],
)
def test_an_office_is_its_holders_who_is_named_after_a_comma(introduced: str, later: str, name: str) -> None:
    article = build(f"زار:{MALE} {introduced} الميناء:NOUN .:PUNCT", f"قال:{MALE} {later} ذلك:PRON .:PUNCT")
    said = article.text.split("قال ")[1].removesuffix(" ذلك.")
    assert names(article, attribution(article, "قال", said, sentence=1)) == [name]


def test_a_verb_that_is_a_title_elsewhere_is_no_part_of_what_its_subject_is() -> None:
    article = build(
        f"طالب:{MALE} سامي:PROPN الحداد:PROPN>2:flat ،:PUNCT رئيس:NOUN اتحاد:NOUN الصيادين:NOUN ،:PUNCT ذلك:PRON",
        f"قال:{MALE} رئيس:NOUN اتحاد:NOUN الصيادين:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "طالب", "سامي الحداد، رئيس اتحاد الصيادين")
    second = attribution(article, "قال", "رئيس اتحاد الصيادين", sentence=1)
    assert names(article, first, second) == ["سامي الحداد"] * 2


def test_an_office_is_its_holders_whose_other_title_stands_before_his_name() -> None:
    article = build(
        f"وصل:{MALE} الدكتور:NOUN مروان:PROPN حداد:PROPN>3:flat مدير:NOUN المعرض:NOUN .:PUNCT",
        f"قال:{MALE} مدير:NOUN المعرض:NOUN السادس:ADJ ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "مدير المعرض السادس", sentence=1)) == ["مروان حداد"]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("في:ADP الخطاب:NOUN", "في الخطاب"),
        ("ب:ADP+طبعت:NOUN+ها:PRON الجديدة:ADJ", "بطبعتها الجديدة"),
        ("الاحتلال:ADJ:Gender=Masc", "الاحتلال"),
    ],
)
def test_a_body_is_not_called_by_what_only_follows_it(after: str, told: str) -> None:
    article = build(
        f"اجتمعت:{FEMALE} لجنة:NOUN الصيد:NOUN الساحلي:ADJ .:PUNCT",
        f"أبلغت:{FEMALE} اللجنة:NOUN {after} .:PUNCT",
        f"أكدت:{FEMALE} اللجنة:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "أبلغت", f"اللجنة {told}", sentence=1)
    assert names(article, first, attribution(article, "أكدت", "اللجنة", sentence=2))[1] == "لجنة الصيد الساحلي"


def test_who_is_the_same_has_spoken_last() -> None:
    article = build(
        f"قال:{MALE} الفاعل:NOUN الجمعوي:ADJ نادر:PROPN حداد:PROPN>4:flat ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} سامي:PROPN درويش:PROPN>2:flat ذلك:PRON .:PUNCT",
        f"أكد:{MALE} الفاعل:NOUN الجمعوي:ADJ ذات:NOUN+ه:PRON ذلك:PRON .:PUNCT",
    )
    said = [
        attribution(article, "قال", "الفاعل الجمعوي نادر حداد"),
        attribution(article, "أضاف", "سامي درويش", sentence=1),
        attribution(article, "أكد", "الفاعل الجمعوي ذاته", sentence=2),
    ]
    assert names(article, *said)[2] == "سامي درويش"


def test_the_end_of_a_place_is_no_name_where_one_follows_a_comma() -> None:
    article = build(
        f"قال:{MALE} مدير:NOUN السجن:NOUN المحلي:ADJ في:ADP كفر:PROPN تلا:PROPN>6:flat مرة:PROPN>7:flat"
        " ،:PUNCT سامي:PROPN أعنان:PROPN>10:flat"
    )
    said = "مدير السجن المحلي في كفر تلا مرة، سامي أعنان"
    assert names(article, attribution(article, "قال", said)) == ["سامي أعنان"]


def test_a_surname_is_not_shown_with_himself() -> None:
    article = build(f"أكد:{MALE} الحداد:ADJ .:PUNCT", f"قال:{MALE} الحداد:ADJ نفس:NOUN+ه:PRON ذلك:PRON .:PUNCT")
    first = attribution(article, "أكد", "الحداد")
    second = attribution(article, "قال", "الحداد نفسه", sentence=1)
    assert names(article, first, second) == ["الحداد", "الحداد"]


def test_a_general_body_may_be_called_by_what_it_is_for() -> None:
    article = build(
        f"وقعت:{FEMALE} الهيئة:NOUN العامة:ADJ ل:ADP+لموانئ:NOUN العقد:NOUN>1:obj .:PUNCT",
        f"أكدت:{FEMALE} الموانئ:NOUN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "أكدت", "الموانئ", sentence=1)) == ["الهيئة العامة للموانئ"]


def test_a_nameless_person_of_the_lead_is_who_alone_has_that_title_further_on() -> None:
    article = build(
        f"شكا:{MALE} مواطن:NOUN من:ADP التأخير:NOUN .:PUNCT",
        f"وقال:{MALE} المواطن:NOUN سالم:PROPN حداد:PROPN>3:flat ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "شكا", "مواطن")
    second = attribution(article, "وقال", "المواطن سالم حداد", sentence=1)
    assert names(article, first, second) == ["سالم حداد", "سالم حداد"]


def test_the_latter_is_whom_the_words_before_name_last() -> None:
    article = build(
        f"التقى:{MALE} الوزير:NOUN نادر:PROPN سالم:PROPN>3:flat المدير:NOUN سامي:PROPN الحداد:PROPN>6:flat .:PUNCT",
        f"أكد:{MALE} الأخير:ADJ ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "أكد", "الأخير", sentence=1)) == ["سامي الحداد"]


def test_respectful_words_with_a_pronoun_mean_whoever_spoke() -> None:
    article = build(
        f"قالت:{FEMALE} الوزيرة:NOUN سلمى:PROPN درويش:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"أكدت:{FEMALE} معالي:NOUN+ها:PRON ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قالت", "الوزيرة سلمى درويش")
    assert names(article, first, attribution(article, "أكدت", "معاليها", sentence=1)) == ["سلمى درويش"] * 2


def test_a_spokeswoman_is_no_man_who_has_spoken() -> None:
    article = build(
        f"قال:{MALE} الوزير:NOUN نادر:PROPN سالم:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"أضافت:{FEMALE} المتحدثة:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "الوزير نادر سالم")
    assert names(article, first, attribution(article, "أضافت", "المتحدثة", sentence=1)) == ["نادر سالم", "المتحدثة"]


def test_how_something_is_said_is_nobody() -> None:
    article = build(f"قال:{MALE} مبتسما:NOUN:Case=Acc,Definite=Ind>1:nsubj ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال")) == [None]
