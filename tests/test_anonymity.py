"""Anonymous sources, on articles built by hand (the notation is that of test_speakers)."""

import pytest

from newsquote.models import AnonymousSource
from newsquote.speakers import resolve
from tests.test_speakers import FEMALE, MALE, attribution, build


def anonymity(
    source: str, *, after: str = "إن:SCONJ الاتفاق:NOUN قريب:ADJ", verb: str = f"قال:{MALE}"
) -> AnonymousSource | None:
    """Of one source, in the notation, as the subject of one sentence."""
    article = build(f"{verb} {source} {after} .:PUNCT")
    where = article.sentences[0]
    count = sum(len(token.split("+")) for token in source.split())
    words = where.words[1 : 1 + count]
    match = attribution(article, verb.partition(":")[0], article.text[words[0].start : words[-1].end])
    [found] = resolve(article, [match])
    assert found.speaker is not None
    return found.anonymous


@pytest.mark.parametrize(
    ("source", "kind", "marker"),
    [
        ("مصدر:NOUN مطلع:ADJ", "source", "مصدر مطلع"),
        ("سوري:ADJ من:ADP حلب:PROPN", "person", "سوري"),
        ("قوى:NOUN أخرى:ADJ", "group", "قوى أخرى"),
        ("موقع:NOUN إخباري:ADJ", "media", "موقع إخباري"),
        ("مصادر:NOUN في:ADP الوزارة:NOUN", "source", "مصادر"),
        ("مسؤول:NOUN كندي:ADJ", "official", "مسؤول كندي"),
        ("دبلوماسي:NOUN غربي:ADJ", "official", "دبلوماسي غربي"),
        ("وزير:NOUN سابق:ADJ", "official", "وزير سابق"),
        ("خبراء:NOUN", "expert", "خبراء"),
        ("شهود:NOUN عيان:NOUN", "witness", "شهود عيان"),
        ("ناشطون:NOUN", "group", "ناشطون"),
        ("المتظاهرون:NOUN", "group", "المتظاهرون"),
        ("سكان:NOUN محليون:ADJ", "group", "سكان محليون"),
        ("أحد:NOUN السكان:NOUN", "person", "أحد السكان"),
        ("مدير:NOUN أحد:NOUN المصانع:NOUN", "official", "مدير أحد المصانع"),
        ("استطلاعات:NOUN:Number=Plur الرأي:NOUN", "media", "استطلاعات الرأي"),
        ("بعض:NOUN المواقع:NOUN", "media", "بعض المواقع"),
        ("صحفا:NOUN كبرى:ADJ", "media", "صحفا كبرى"),
        ("شاهد:PROPN>1:nsubj عيان:PROPN>2:flat", "witness", "شاهد عيان"),  # tagged as names, as are the next
        ("باحثون:PROPN>1:nsubj بريطانيون:PROPN>2:flat", "expert", "باحثون بريطانيون"),
        ("مسؤول:NOUN تنفيذي:NOUN فيدرالي:PROPN", "official", "مسؤول تنفيذي فيدرالي"),
        ("كثيرون:PROPN", "group", "كثيرون"),
        ("متداولون:PROPN", "group", "متداولون"),
        ("سوريون:PROPN", "group", "سوريون"),
        ("جمهوريون:PROPN كثر:ADJ", "group", "جمهوريون كثر"),
        ("منتقدوه:PROPN", "group", "منتقدوه"),
        ("مرافقو:NOUN+ه:PRON", "group", "مرافقوه"),
        ("مسيحيين:X", "group", "مسيحيين"),
        ("طالبتان:NOUN", "person", "طالبتان"),
        ("منظمات:NOUN غير:NOUN حكومية:ADJ", "group", "منظمات غير حكومية"),
        ("جماعتان:NOUN سوريتان:NOUN", "group", "جماعتان سوريتان"),
        ("هناك:ADV بعض:NOUN المواقع:NOUN", "media", "بعض المواقع"),
        ("محام:NOUN في:ADP قضية:NOUN الناشط:NOUN سامي:PROPN>4:nmod الحداد:PROPN>5:flat", "person", "محام"),
        ("تقارير:NOUN صحفية:ADJ", "media", "تقارير صحفية"),
        ("وسائل:NOUN إعلام:NOUN محلية:ADJ", "media", "وسائل إعلام محلية"),
        ("صحيفة:NOUN محلية:ADJ", "media", "صحيفة محلية"),
        ("منظمات:NOUN حقوقية:ADJ", "group", "منظمات حقوقية"),
        ("بعض:NOUN+هم:PRON", "group", "بعضهم"),
        ("أحد:NOUN+هم:PRON", "person", "أحدهم"),
        ("مواطن:NOUN", "person", "مواطن"),
        ("الثاني:ADJ", "person", "الثاني"),
        ("الآخران:ADJ", "person", "الآخران"),
        ("المتهم:NOUN الأول:ADJ", "person", "المتهم الأول"),
        ("عضو:NOUN في:ADP المجلس:NOUN", "official", "عضو"),
        ("المراقبون:NOUN الدوليون:ADJ", "expert", "المراقبون الدوليون"),
        ("خبراء:NOUN الأمن:NOUN السيبراني:ADJ", "expert", "خبراء الأمن السيبراني"),
        ("التقارير:NOUN الدولية:ADJ", "media", "التقارير الدولية"),
        ("أرقام:NOUN غير:NOUN رسمية:ADJ", "media", "أرقام غير رسمية"),
        ("تقارير:NOUN عن:ADP خلافات:NOUN", "media", "تقارير"),
        ("عدة:NOUN شركات:NOUN", "group", "عدة شركات"),
        ("جمعيات:NOUN عدة:NOUN", "group", "جمعيات عدة"),
        ("ثلاث:NUM منظمات:NOUN محلية:ADJ", "group", "ثلاث منظمات محلية"),
        ("66:NUM ب:ADP+المئة:NOUN", "group", "66 بالمئة"),
        ("61,4٪:NUM من:ADP المجيبين:NOUN", "group", "61,4٪ من"),
        ("45.4:NUM في:ADP المئة:NOUN", "group", "45.4 في"),
        ("نسبة:NOUN 4,7٪:NUM", "group", "نسبة 4,7٪"),
        ("نسبة:NOUN كبيرة:ADJ من:ADP الركاب:NOUN", "group", "نسبة كبيرة"),
        ("المظاهرة:NOUN", "group", "المظاهرة"),
        ("الجماهير:NOUN", "group", "الجماهير"),
        ("الدكتور:NOUN المعالج:ADJ", "person", "الدكتور المعالج"),
        ("التكهنات:NOUN", "media", "التكهنات"),
        ("عددا:NOUN من:ADP الركاب:NOUN", "group", "عددا من"),
        ("12:NUM من:ADP+هم:PRON", "group", "12 منهم"),
        ("ثلثا:NOUN الركاب:NOUN", "group", "ثلثا الركاب"),
        ("أكثر:ADJ من:ADP نصف:NOUN الركاب:NOUN", "group", "أكثر من"),
        ("قطاع:NOUN واسع:ADJ من:ADP التجار:NOUN", "group", "قطاع واسع"),
        ("الواقفون:NOUN:Number=Plur وراء:ADP الحملة:NOUN", "group", "الواقفون"),
        ("المسافرون:NOUN", "group", "المسافرون"),
        ("قادة:NOUN عسكريون:ADJ", "official", "قادة عسكريون"),
    ],
)
def test_a_reader_cannot_know_who_speaks(source: str, kind: str, marker: str) -> None:
    found = anonymity(source)
    assert found is not None
    assert found.kind == kind
    assert found.marker is not None
    assert found.marker.text == marker


@pytest.mark.parametrize(
    "source",
    [
        "وزارة:NOUN الصحة:NOUN",
        "محافظ:NOUN أسوان:NOUN",
        "والي:NOUN سوسة:ADJ",
        "أمير:NOUN منطقة:NOUN إسلام:NOUN آباد:PROPN",
        "محافظ:NOUN بعل:NOUN+بك:PRON",
        "موقع:NOUN كوورة:ADJ",
        "سوريا:PROPN",
        "ابن:NOUN كثير:ADJ",
        "الحكومة:NOUN",
        "المعارضة:NOUN السورية:ADJ",
        "المتحدث:NOUN ب:ADP+اسم:NOUN الوزارة:NOUN",
        "متحدث:NOUN ب:ADP+اسم:NOUN الشرطة:NOUN",
        "رئيس:NOUN البلدية:NOUN",
        "مسؤول:NOUN كندي:ADJ مارك:PROPN لوران:PROPN>4:flat",
        "المسؤول:NOUN الكندي:ADJ مارك:PROPN لوران:PROPN>4:flat",
        "الدكتور:NOUN نبيل:PROPN حسون:PROPN>3:flat",
        "الدكتور:NOUN الحسون:NOUN",
        "مجموعة:NOUN 20:NUM",
        "مجموعة:NOUN 8:NUM مارس:NOUN",
        "تقرير:NOUN ل:ADP+هيئة:NOUN البيئة:NOUN",
        "صحيفة:NOUN «:PUNCT المساء:PROPN »:PUNCT",
        "البيان:NOUN",
        "الإعلام:NOUN الرسمي:ADJ السوري:ADJ",
        "بيروت:PROPN",
        "خبراء:NOUN سيبرين:PROPN",
        "باحثون:NOUN في:ADP شركة:NOUN «:PUNCT سيبرين:PROPN »:PUNCT",
        "الباحثون:NOUN ب:ADP+المعهد:NOUN",
        "وزراء:NOUN خارجية:NOUN مالي:PROPN و:CCONJ+النيجر:PROPN",
        "السفيران:NOUN المصري:ADJ و:CCONJ+الأردني:ADJ",
        "تقديرات:NOUN ل:ADP+هيئة:NOUN المياه:NOUN",
        "الأرقام:NOUN",
        "مراسل:NOUN+نا:PRON",
        "التحقيقات:NOUN الأولية:ADJ",
        "تحقيقات:NOUN",
        "الحوثيون:NOUN:Number=Plur",
        "السوريون:PROPN",
        "نابليون:PROPN",
        "طالبان:NOUN",
        "فريق:NOUN سيبرين:PROPN",
        "قطاع:NOUN الصحة:NOUN",
    ],
)
def test_a_named_person_or_body_is_not_anonymous(source: str) -> None:
    assert anonymity(source) is None


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("مصدران:NOUN مطلعان:ADJ", 2),
        ("ثلاثة:NUM مسؤولين:NOUN", 3),
        ("4:NUM مصادر:NOUN", 4),
        ("12:NUM من:ADP+هم:PRON", 12),
        ("66:NUM ب:ADP+المئة:NOUN", None),
        ("مصادر:NOUN", None),
        ("مصدر:NOUN", None),
    ],
)
def test_sources_are_counted_where_words_say_how_many(source: str, count: int | None) -> None:
    found = anonymity(source)
    assert found is not None
    assert found.count == count


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ("،:PUNCT طلب:VERB عدم:NOUN ذكر:NOUN اسم:NOUN+ه:PRON ،:PUNCT إن:SCONJ الأمر:NOUN صعب:ADJ", "طلب عدم ذكر اسمه"),
        ("رفض:VERB الكشف:NOUN عن:ADP هويت:NOUN+ه:PRON إن:SCONJ الأمر:NOUN صعب:ADJ", "رفض الكشف عن هويته"),
        (
            "ل:ADP+أن:SCONJ+ه:PRON غير:NOUN مخول:ADJ ب:ADP+الحديث:NOUN إن:SCONJ الأمر:NOUN صعب:ADJ",
            "لأنه غير مخول بالحديث",
        ),
        (
            "رفض:VERB ذكر:NOUN اسم:NOUN+ه:PRON ل:ADP+أن:SCONJ+ه:PRON غير:NOUN مخول:ADJ ب:ADP+الحديث:NOUN إن:SCONJ",
            "رفض ذكر اسمه لأنه غير مخول بالحديث",
        ),
        ("رفض:VERB ذكر:NOUN اسم:NOUN+ه:PRON إلى:ADP إغلاق:NOUN الطرق:NOUN", "رفض ذكر اسمه"),
        ("إن:SCONJ الأمر:NOUN صعب:ADJ", None),
    ],
)
def test_the_reason_for_withholding_a_name(after: str, reason: str | None) -> None:
    found = anonymity("مسؤول:NOUN كندي:ADJ", after=after)
    assert found is not None
    assert (found.reason.text if found.reason else None) == reason


@pytest.mark.parametrize("source", ["مدير:NOUN الشركة:NOUN", "مثمن:NOUN عقاري:ADJ"])
def test_a_stated_refusal_makes_whoever_refused_anonymous(source: str) -> None:
    found = anonymity(source, after="رفض:VERB كشف:NOUN اسم:NOUN+ه:PRON إن:SCONJ الأمر:NOUN صعب:ADJ")
    assert found is not None
    assert found.kind == "name-withheld"


@pytest.mark.parametrize("clause", ["إن:SCONJ+ه:PRON", "أن:SCONJ+ه:PRON", "إن:SCONJ الشركة:NOUN"])
def test_who_tells_of_a_refusal_has_not_kept_a_name_back(clause: str) -> None:
    assert anonymity("مدير:NOUN الشركة:NOUN", after=f"{clause} رفض:VERB الكشف:NOUN عن:ADP الخطة:NOUN") is None


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ("طلبت:VERB إخفاء:NOUN هويت:NOUN+ها:PRON إن:SCONJ الأمر:NOUN صعب:ADJ", "طلبت إخفاء هويتها"),
        ("،:PUNCT مفضلة:ADJ عدم:NOUN الكشف:NOUN عن:ADP اسم:NOUN+ها:PRON ،:PUNCT إن:SCONJ", "مفضلة عدم الكشف عن اسمها"),
        ("لم:PART تشأ:VERB ذكر:NOUN اسم:NOUN+ها:PRON إن:SCONJ الأمر:NOUN صعب:ADJ", "لم تشأ ذكر اسمها"),
    ],
)
def test_a_name_is_withheld_in_many_words(after: str, reason: str) -> None:
    found = anonymity("مديرة:NOUN المتجر:NOUN", after=after)
    assert found is not None
    assert found.reason is not None
    assert (found.kind, found.reason.text) == ("name-withheld", reason)


@pytest.mark.parametrize("later", ["المصدر:NOUN", "المصدر:NOUN نفس:NOUN+ه:PRON", "المصدر:NOUN المذكور:ADJ"])
def test_the_source_mentioned_again_is_the_same_anonymous_one(later: str) -> None:
    article = build(f"قال:{MALE} مصدر:NOUN مطلع:ADJ ذلك:PRON .:PUNCT", f"أكد:{MALE} {later} ذلك:PRON .:PUNCT")
    source = article.text[article.text.index("المصدر") : article.text.rindex(" ذلك")]
    matches = [attribution(article, "قال", "مصدر مطلع"), attribution(article, "أكد", source, sentence=1)]
    first, second = resolve(article, matches)
    assert first == second
    assert first.anonymous is not None


@pytest.mark.parametrize(("later", "same"), [("المصدر:NOUN ذات:NOUN+ه:PRON", True), ("المصدر:NOUN الحكومي:ADJ", False)])
def test_a_source_that_is_told_apart_is_not_the_named_one_before_it(later: str, same: bool) -> None:
    article = build(
        f"قال:{MALE} مارك:PROPN لوران:PROPN>2:flat ذلك:PRON .:PUNCT", f"أكد:{MALE} {later} ذلك:PRON .:PUNCT"
    )
    source = article.text[article.text.index("المصدر") : article.text.rindex(" ذلك")]
    first, second = resolve(
        article, [attribution(article, "قال", "مارك لوران"), attribution(article, "أكد", source, sentence=1)]
    )
    assert (first.speaker == second.speaker) is same
    assert (second.anonymous is None) is same


def test_doctors_are_not_known_by_a_hospital_that_the_article_names() -> None:
    article = build(
        f"نقل:{MALE} المصاب:NOUN إلى:ADP مستشفى:NOUN سيبرين:PROPN .:PUNCT",
        f"أكد:{MALE} الأطباء:NOUN ذلك:PRON .:PUNCT",
    )
    [found] = resolve(article, [attribution(article, "أكد", "الأطباء", sentence=1)])
    assert found.anonymous is not None


@pytest.mark.parametrize(
    ("first", "source", "known"),
    [
        ("باحثون:NOUN من:ADP جامعة:NOUN النيل:PROPN", "الباحثون", True),
        ("خبراء:NOUN من:ADP جامعة:NOUN النيل:PROPN", "الخبراء", False),
        ("باحثون:NOUN", "الباحثون", False),
    ],
)
def test_researchers_are_those_of_the_body_named_before(first: str, source: str, known: bool) -> None:
    article = build(f"وصل:{MALE} {first} .:PUNCT", f"أكد:{MALE} {source}:NOUN ذلك:PRON .:PUNCT")
    [found] = resolve(article, [attribution(article, "أكد", source, sentence=1)])
    assert (found.anonymous is None) is known


def test_researchers_left_unnamed_are_those_of_a_body_named_since() -> None:
    article = build(
        f"قال:{MALE} علماء:NOUN ذلك:PRON .:PUNCT",
        f"وصل:{MALE} وفد:NOUN جامعة:NOUN النيل:PROPN .:PUNCT",
        f"أكد:{MALE} العلماء:NOUN ذلك:PRON .:PUNCT",
    )
    matches = [attribution(article, "قال", "علماء"), attribution(article, "أكد", "العلماء", sentence=2)]
    first, second = resolve(article, matches)
    assert (first.anonymous is not None, second.anonymous) == (True, None)


def test_anonymity_goes_on_with_an_omitted_subject() -> None:
    article = build(f"قالت:{FEMALE} مصادر:NOUN طبية:ADJ ذلك:PRON .:PUNCT", f"وأضافت:{FEMALE} ذلك:PRON .:PUNCT")
    first, second = resolve(
        article, [attribution(article, "قالت", "مصادر طبية"), attribution(article, "وأضافت", sentence=1)]
    )
    assert first == second
    assert second.anonymous is not None
    assert second.anonymous.kind == "source"


def test_an_official_who_gets_a_name_is_not_anonymous_when_called_the_official() -> None:
    article = build(
        f"قال:{MALE} المسؤول:NOUN الكندي:ADJ مارك:PROPN لوران:PROPN>4:flat ذلك:PRON .:PUNCT",
        f"أكد:{MALE} المسؤول:NOUN ذلك:PRON .:PUNCT",
    )
    matches = [
        attribution(article, "قال", "المسؤول الكندي مارك لوران"),
        attribution(article, "أكد", "المسؤول", sentence=1),
    ]
    first, second = resolve(article, matches)
    assert second.anonymous is None
    assert first.speaker == second.speaker


@pytest.mark.parametrize("audience", ["", "ل:ADP+وكالة:NOUN "])
def test_a_pseudonym_is_a_withheld_name_wherever_it_stands(audience: str) -> None:
    article = build(
        f"قال:{MALE} أبو:PROPN سعيد:PROPN>2:flat (:PUNCT اسم:NOUN مستعار:ADJ ):PUNCT {audience}ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} أبو:PROPN سعيد:PROPN>2:flat ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "أبو سعيد")
    found = resolve(article, [first, attribution(article, "أضاف", "أبو سعيد", sentence=1)])
    assert [one.speaker.name for one in found if one.speaker] == ["أبو سعيد"] * 2
    assert {
        (one.anonymous.kind, one.anonymous.reason.text) for one in found if one.anonymous and one.anonymous.reason
    } == {("name-withheld", "اسم مستعار")}


def test_a_pen_name_whose_bearer_is_told_is_known() -> None:
    article = build(
        f"قال:{MALE} نادر:PROPN ،:PUNCT و:CCONJ+هو:PRON اسم:NOUN مستعار:ADJ ل:ADP+علي:PROPN سعيد:PROPN ،:PUNCT ذلك:PRON"
    )
    [found] = resolve(article, [attribution(article, "قال", "نادر")])
    assert found.anonymous is None
