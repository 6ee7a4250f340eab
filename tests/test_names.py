"""Where names begin and end, and which full name a short one means, on articles built by hand."""

from dataclasses import replace

import pytest

from newsquote.speakers import resolve
from newsquote.speakers.mentions import balanced
from tests.test_speakers import FEMALE, MALE, attribution, build, names


def speaker_of(source: str) -> str | None:
    """The speaker's name where a source of these words says something."""
    article = build(f"قال:{MALE} {source} ذلك:PRON .:PUNCT")
    said = article.text[article.text.index(" ") + 1 : article.text.rindex(" ذلك")]
    (name,) = names(article, attribution(article, "قال", said))
    return name


def test_a_name_ends_where_the_article_has_it_without_the_next_word() -> None:
    article = build(
        f"زار:{MALE} نادر:PROPN المصباحي:PROPN>2:flat السوق:NOUN .:PUNCT",
        f"كرر:{MALE} المصباحي:PROPN دعوة:PROPN>2:flat سابقة:ADJ .:PUNCT",
    )
    later = attribution(article, "كرر", "المصباحي دعوة", sentence=1)
    assert names(article, later) == ["نادر المصباحي"]


def test_a_surname_that_only_looks_like_an_addition_stays() -> None:
    article = build(
        f"زار:{MALE} سالم:PROPN راشد:PROPN>2:flat السوق:NOUN .:PUNCT",
        f"كرر:{MALE} سالم:PROPN راشد:PROPN>2:flat العتيبي:ADJ>2:flat ذلك:PRON .:PUNCT",
    )
    later = attribution(article, "كرر", "سالم راشد العتيبي", sentence=1)
    assert names(article, later) == ["سالم راشد العتيبي"]


def test_a_post_right_after_a_name_is_no_part_of_it() -> None:
    source = "جون درويل محلل أسواق النفط"
    article = build(f"قال:{MALE} جون:PROPN درويل:PROPN>2:flat محلل:PROPN>2:flat أسواق:NOUN النفط:NOUN ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", source)) == ["جون درويل"]


def test_a_surname_keeps_a_letter_that_was_taken_for_a_clitic() -> None:
    source = "الدكتور سالم باحميد المحلل المالي"
    article = build(
        f"أكد:{MALE} الدكتور:NOUN سالم:PROPN>2:nmod ب:ADP+احميد:NOUN>1:obl المحلل:NOUN المالي:ADJ .:PUNCT",
    )
    assert names(article, attribution(article, "أكد", source)) == ["سالم باحميد"]


def test_a_name_after_a_comma_beats_the_club_before_it() -> None:
    source = "مدافع ريال غرناطة الإسباني، ماركو سيلفيرا"
    article = build(
        f"قال:{MALE} مدافع:NOUN ريال:PROPN غرناطة:PROPN الإسباني:ADJ ،:PUNCT ماركو:PROPN سيلفيرا:PROPN>7:flat .:PUNCT"
    )
    assert names(article, attribution(article, "قال", source)) == ["ماركو سيلفيرا"]


def test_where_somebody_is_from_is_no_part_of_the_name() -> None:
    source = "الأرجنتيني ماركو سيلفيرا"
    article = build(f"قال:{MALE} الأرجنتيني:PROPN ماركو:PROPN>2:flat سيلفيرا:PROPN>2:flat ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", source)) == ["ماركو سيلفيرا"]


def test_the_son_of_somebody_is_who_is_named_so_in_full() -> None:
    article = build(
        f"وصل:{MALE} فرحات:PROPN بن:PROPN>2:flat شعلان:PROPN>2:flat .:PUNCT",
        f"قال:{MALE} ابن:NOUN شعلان:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "ابن شعلان", sentence=1)) == ["فرحات بن شعلان"]


@pytest.mark.parametrize("further", ["", " بن:PROPN>2:flat مروان:PROPN>2:flat"])
def test_a_given_name_alone_is_not_the_father_s_in_another_name(further: str) -> None:
    article = build(
        f"التقى:{MALE} فرحات:PROPN بن:PROPN>2:flat شعلان:PROPN>2:flat{further} الوفد:NOUN .:PUNCT",
        f"حضر:{MALE} الملك:NOUN شعلان:PROPN بن:PROPN>2:flat مروان:PROPN>2:flat اللقاء:NOUN .:PUNCT",
        f"قال:{MALE} الملك:NOUN شعلان:PROPN ذلك:PRON .:PUNCT",
    )
    full, alone = "الملك شعلان بن مروان", "الملك شعلان"
    assert names(article, attribution(article, "حضر", full, sentence=1)) == ["شعلان بن مروان"]
    assert names(article, attribution(article, "قال", alone, sentence=2)) == ["شعلان بن مروان"]


def test_a_given_name_is_nobody_s_whose_father_is_called_so() -> None:
    article = build(
        f"التقى:{MALE} فرحات:PROPN بن:PROPN>2:flat شعلان:PROPN>2:flat الوفد:NOUN .:PUNCT",
        f"قال:{MALE} الملك:NOUN شعلان:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "الملك شعلان", sentence=1)) == ["شعلان"]


def test_a_blessing_is_no_part_of_the_name_before_it() -> None:
    source = "أبو نزار البكوشي رضي الله"
    article = build(
        f"روى:{MALE} أبو:PROPN نزار:PROPN>2:flat البكوشي:PROPN>2:flat رضي:PROPN>2:flat الله:PROPN>2:flat .:PUNCT"
    )
    assert names(article, attribution(article, "روى", source)) == ["أبو نزار البكوشي"]


@pytest.mark.parametrize(
    ("phrase", "source", "name"),
    [
        ("مراسل:NOUN الوكالة:NOUN غربي:NOUN غرناطة:PROPN", "مراسل الوكالة غربي غرناطة", "مراسل الوكالة غربي غرناطة"),
        ("مدير:NOUN الصحة:NOUN ،:PUNCT جنوب:PROPN البلاد:NOUN ،:PUNCT", "مدير الصحة، جنوب البلاد", "مدير الصحة"),
    ],
)
def test_the_side_of_a_place_is_nobody_s_name(phrase: str, source: str, name: str) -> None:
    article = build(f"قال:{MALE} {phrase} ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", source)) == [name]


def test_one_of_many_has_the_name_that_a_clause_gives_her_right_away() -> None:
    article = build(
        f"قالت:{FEMALE} إحدى:NOUN الناشطات:NOUN ،:PUNCT و:CCONJ+هي:PRON سلمى:PROPN درويش:NOUN>7:nmod ،:PUNCT ذلك:PRON"
    )
    assert names(article, attribution(article, "قالت", "إحدى الناشطات")) == ["سلمى درويش"]


def test_a_clause_about_the_last_noun_names_nobody_else() -> None:
    article = build(
        f"قال:{MALE} محامي:NOUN الضحية:NOUN ،:PUNCT و:CCONJ+هي:PRON سلمى:PROPN درويش:NOUN>7:nmod ،:PUNCT ذلك:PRON"
    )
    assert names(article, attribution(article, "قال", "محامي الضحية")) == ["محامي الضحية"]


def test_a_given_name_that_is_a_rank_leads_its_surname() -> None:
    article = build(
        f"ذكر:{MALE} المحلل:NOUN المالي:ADJ رائد:PROPN السنباطي:NOUN>4:flat ذلك:PRON .:PUNCT",
        f"قال:{MALE} السنباطي:NOUN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "السنباطي", sentence=1)) == ["رائد السنباطي"]


def test_a_short_name_in_brackets_means_the_body_before_it() -> None:
    article = build(
        f"قالت:{FEMALE} الهيئة:NOUN الوطنية:ADJ (:PUNCT سنا:PROPN ):PUNCT ذلك:PRON .:PUNCT",
        f"أضافت:{FEMALE} سنا:PROPN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قالت", "الهيئة الوطنية")
    second = attribution(article, "أضافت", "سنا", sentence=1)
    one, other = names(article, first, second)
    assert one is not None
    assert one == other
    assert one.startswith("الهيئة الوطنية (")


def test_definite_sources_are_those_before() -> None:
    article = build(
        "قالت:VERB:Gender=Fem,Number=Sing مصادر:NOUN محلية:ADJ ذلك:PRON .:PUNCT",
        "أضافت:VERB:Gender=Fem,Number=Sing المصادر:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قالت", "مصادر محلية")
    second = attribution(article, "أضافت", "المصادر", sentence=1)
    assert names(article, first, second) == ["مصادر محلية"] * 2


def test_an_article_that_a_preposition_hides_is_shown() -> None:
    article = build("وفقا:ADV ل:ADP+لهيئة:NOUN الوطنية:ADJ ذلك:PRON .:PUNCT")
    match = attribution(article, None, "لهيئة الوطنية")
    assert names(article, match) == ["الهيئة الوطنية"]


def test_a_name_in_religion_is_one_word_however_it_is_spaced() -> None:
    article = build(
        f"قال:{MALE} مدير:NOUN السد:NOUN رامي:PROPN عز:PROPN>4:flat الدين:PROPN>4:flat ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} عزالدين:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "أضاف", "عزالدين", sentence=1)) == ["رامي عز الدين"]


def test_a_father_s_name_is_part_of_the_name_whatever_it_is_taken_for() -> None:
    source = "الدكتور عبدالله بن عمر النجم"
    article = build(
        f"قال:{MALE} الدكتور:NOUN عبدالله:PROPN بن:PROPN>3:flat عمر:NOUN>3:flat النجم:NOUN>5:nmod ذلك:PRON .:PUNCT"
    )
    assert names(article, attribution(article, "قال", source)) == ["عبدالله بن عمر النجم"]


def test_the_company_in_a_title_is_no_part_of_its_holder_s_name() -> None:
    source = "المدير التجاري لشركة سيبرين جون درويل"
    article = build(
        f"قال:{MALE} المدير:NOUN التجاري:ADJ ل:ADP+شركة:NOUN سيبرين:PROPN جون:PROPN درويل:PROPN>7:flat ذلك:PRON .:PUNCT"
    )
    assert names(article, attribution(article, "قال", source)) == ["جون درويل"]


def test_a_verb_of_saying_with_a_conjunction_is_no_given_name() -> None:
    article = build(
        "واتهم:PROPN كارلسن:PROPN>1:flat البلاد:NOUN ب:ADP+الكذب:NOUN .:PUNCT",
        f"قال:{MALE} كارلسن:PROPN ذلك:PRON .:PUNCT",
    )
    accused, said = attribution(article, "واتهم", "كارلسن"), attribution(article, "قال", "كارلسن", sentence=1)
    assert names(article, replace(accused, cue=((1, 5),)), said) == ["كارلسن", "كارلسن"]


def test_a_participle_before_a_surname_is_no_given_name() -> None:
    article = build(
        "انتهى:VERB اللقاء:NOUN ،:PUNCT داعيا:ADJ:Case=Acc,Definite=Ind كارلسن:PROPN>4:obj إلى:ADP العمل:NOUN .:PUNCT",
        f"أضاف:{MALE} كارلسن:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "أضاف", "كارلسن", sentence=1)) == ["كارلسن"]


def test_a_rank_that_is_a_team_elsewhere_leads_names() -> None:
    article = build(
        f"قال:{MALE} القائد:NOUN الفريق:NOUN أول:ADJ ركن:NOUN سامي:PROPN الدرويش:PROPN>6:flat ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} الفريق:NOUN الدرويش:ADJ>2:amod ذلك:PRON .:PUNCT",
        f"أكد:{MALE} الفريق:NOUN ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "القائد الفريق أول ركن سامي الدرويش")
    second = attribution(article, "أضاف", "الفريق الدرويش", sentence=1)
    team = attribution(article, "أكد", "الفريق", sentence=2)
    assert names(article, first, second) == ["سامي الدرويش"] * 2
    assert names(article, team) != ["سامي الدرويش"]


def test_an_office_after_a_titled_name_is_its_holder_s_however_it_is_tagged() -> None:
    article = build(
        f"وصل:{MALE} الشيخ:NOUN سامي:PROPN آل:PROPN>3:flat ثاني:ADJ>3:flat ،:PUNCT أمير:NOUN دولة:NOUN قطر:NOUN",
        f"قال:{MALE} أمير:PROPN قطر:PROPN>2:flat ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} أمير:NOUN قطر:NOUN ذلك:PRON .:PUNCT",
        f"قال:{MALE} الأمير:NOUN نادر:PROPN درويش:PROPN>3:flat ذلك:PRON .:PUNCT",
    )
    said = attribution(article, "قال", "أمير قطر", sentence=1)
    assert names(article, said, attribution(article, "أضاف", "أمير قطر", sentence=2)) == ["سامي آل ثاني"] * 2


def test_a_surname_is_over_before_what_its_verb_is_about() -> None:
    article = build(
        f"قال:{MALE} نادر:PROPN حسون:PROPN>2:flat ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} حسون:NOUN ذلك:PRON .:PUNCT",
        f"تطرق:{MALE} حسون:NOUN>1:nsubj ل:ADP+لأزمة:NOUN>1:obl مشددا:ADJ على:ADP أن:SCONJ الحل:NOUN قريب:ADJ .:PUNCT",
    )
    first, second = attribution(article, "قال", "نادر حسون"), attribution(article, "أضاف", "حسون", sentence=1)
    assert names(article, first, second, attribution(article, "مشددا", sentence=2)) == ["نادر حسون"] * 3


def test_a_surname_before_what_somebody_is_leads_to_the_full_name() -> None:
    article = build(
        f"قال:{MALE} الدرويش:NOUN حارس:NOUN>2:nmod النجوم:NOUN>3:nmod ذلك:PRON .:PUNCT",
        f"تصدى:{MALE} سامي:PROPN الدرويش:PROPN>2:flat ل:ADP+ركلة:NOUN .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "الدرويش حارس النجوم")) == ["سامي الدرويش"]


def test_a_sure_given_name_leads_a_surname_whatever_stands_before_it() -> None:
    article = build(
        f"فاز:{MALE} الحزب:NOUN ب:ADP+قيادة:NOUN ماتيو:PROPN كارلسن:NOUN>4:nmod .:PUNCT",
        f"قال:{MALE} كارلسن:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "كارلسن", sentence=1)) == ["ماتيو كارلسن"]


@pytest.mark.parametrize("before", ["مصورة:ADJ نشر:NOUN+ها:PRON", "،:PUNCT لاسيما:X"])
def test_neither_a_word_with_its_object_nor_one_that_introduces_is_a_given_name(before: str) -> None:
    article = build(
        f"انتشرت:{FEMALE} لقطات:NOUN {before} ناشطون:PROPN ،:PUNCT .:PUNCT",
        f"قال:{MALE} ناشطون:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "ناشطون", sentence=1)) == ["ناشطون"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("مراسل:NOUN «:PUNCT الضحى:PROPN>1:nmod »:PUNCT ،:PUNCT نادر:PROPN الحداد:NOUN>6:flat", "نادر الحداد"),
        (
            "مراسل:NOUN بي:PROPN>1:nmod بي:PROPN>2:flat سي:PROPN>2:flat ،:PUNCT نادر:PROPN الحداد:NOUN>6:flat",
            "نادر الحداد",
        ),
        ("وزير:NOUN الصناعة:NOUN سلطان:PROPN الجابري:ADJ", "سلطان الجابري"),
        ("المديرة:NOUN ،:PUNCT أمينة:NOUN بنت:NOUN سالم:PROPN", "أمينة بنت سالم"),
        ("متحدث:NOUN ب:ADP+اسم:NOUN الصندوق:NOUN و:CCONJ+مقر:NOUN+ه:PRON تونس:PROPN", "متحدث باسم الصندوق"),
    ],
)
def test_what_a_title_belongs_to_is_no_name(source: str, name: str) -> None:
    assert speaker_of(source) == name


def test_nobody_is_called_by_whom_he_speaks_for() -> None:
    article = build(
        f"وصل:{MALE} المستشار:NOUN نادر:PROPN شولتس:PROPN>3:flat .:PUNCT",
        f"أعلن:{MALE} المتحدث:NOUN ب:ADP+اسم:NOUN شولتس:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "أعلن", "المتحدث باسم شولتس", sentence=1)) == ["المتحدث باسم شولتس"]


def test_an_outlet_spoken_to_is_nobody_s_name() -> None:
    article = build(
        f"قال:{MALE} المدرب:NOUN لبي:PROPN بي:PROPN>3:flat سي:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "المدرب")
    assert names(article, first, attribution(article, "أضاف", sentence=1)) == ["المدرب"] * 2


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "مدير:NOUN البرق:NOUN ب:ADP+منطقة:NOUN>2:nmod جيزان:PROPN>5:nmod ناصر:PROPN بن:PROPN سالم:PROPN",
            "ناصر بن سالم",
        ),
        ("محافظ:NOUN جنوب:NOUN>1:nmod سيلان:PROPN>2:nmod سيريل:PROPN>1:nmod رامانو:PROPN>5:flat", "سيريل رامانو"),
        ("مراسل:NOUN ريف:PROPN>1:nmod نيوز:PROPN>2:flat عربية:ADJ>2:amod", "مراسل ريف نيوز عربية"),
        (
            "المدرب:NOUN السابق:ADJ ل:ADP+أوروسيا:PROPN>1:nmod دورن:PROPN>4:flat الألماني:ADJ>4:amod",
            "المدرب السابق لأوروسيا دورن الألماني",
        ),
        (
            "مهندسون:NOUN من:ADP جامعة:NOUN تيل:PROPN>3:nmod إس:PROPN>4:flat يو:PROPN>4:flat",
            "مهندسون من جامعة تيل إس يو",
        ),
        (
            "محام:NOUN في:ADP قضية:NOUN الناشط:NOUN سامي:PROPN>4:nmod الحداد:PROPN>5:flat",
            "محام في قضية الناشط سامي الحداد",
        ),
        ("ضابط:NOUN في:ADP الحرس:NOUN المقدم:NOUN سامي:PROPN>4:nmod الحداد:PROPN>5:flat", "سامي الحداد"),
        ("المتحدث:NOUN ب:ADP+اسم:NOUN سند:NOUN>3:nmod حازم:PROPN>1:nmod سالم:PROPN>5:flat", "حازم سالم"),
        ("رئيس:NOUN غرفة:NOUN جيزان:NOUN>2:nmod خالد:PROPN>1:nmod الغامدي:ADJ>4:flat", "خالد الغامدي"),
        ("العميد:NOUN بحري:PROPN>1:nmod محمد:PROPN سالم:PROPN>3:flat", "محمد سالم"),
        ("وزيرة:NOUN التعليم:NOUN ذات:NOUN الأصول:NOUN التونسية:ADJ نجاة:NOUN فالو:PROPN>6:flat", "نجاة فالو"),
        ("رئيس:NOUN الخوذ:NOUN رائد:PROPN>1:nmod صالح:NOUN>3:flat", "رائد صالح"),
        ("الأمين:NOUN العام:ADJ ،:PUNCT بان:PROPN كي:SCONJ مون:PROPN>4:flat", "بان كي مون"),
        ("عميد:NOUN شؤون:NOUN الطلاب:NOUN الدكتور:NOUN مطلق:NOUN العتيبي:ADJ>5:flat", "مطلق العتيبي"),
        ("الدكتور:NOUN محمد:PROPN>1:nmod أبو:NOUN>2:flat طالب:NOUN>2:flat مدير:NOUN الحج:NOUN", "محمد أبو طالب"),
    ],
)
def test_where_a_title_belongs_is_no_name(source: str, name: str) -> None:
    assert speaker_of(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("والدة:NOUN اللاعب:NOUN نادر:PROPN>2:nmod سالم:PROPN>3:flat ،:PUNCT سلمى:PROPN الحداد:NOUN", "سلمى الحداد"),
        (
            "رئيس:NOUN جمعية:NOUN غابة:PROPN>2:nmod سندان:PROPN>3:flat الريف:NOUN ،:PUNCT مروان:PROPN حداد:PROPN",
            "مروان حداد",
        ),
        ("إحدى:NOUN طبيبات:NOUN المستشفى:NOUN ،:PUNCT سلمى:PROPN حداد:PROPN", "سلمى حداد"),
        ("القائم:NOUN:Number=Sing ب:ADP+أعمال:NOUN>1:nmod السفير:NOUN ،:PUNCT أحمد:PROPN الشابي:ADJ", "أحمد الشابي"),
        ("ضابط:NOUN الشرطة:NOUN ،:PUNCT ف:CCONJ+اوستين:PROPN أركان:PROPN>5:flat", "فاوستين أركان"),
        ("الرئيس:NOUN ،:PUNCT القطري:ADJ نادر:PROPN الشابي:ADJ>4:flat", "نادر الشابي"),
    ],
)
def test_the_name_after_the_comma_is_the_speaker_s(source: str, name: str) -> None:
    article = build(f"قال:{MALE} {source} ،:PUNCT إن:SCONJ ذلك:PRON .:PUNCT")
    said = article.text[article.text.index(" ") + 1 : article.text.rindex("، إن")]
    assert names(article, attribution(article, "قال", said)) == [name]


@pytest.mark.parametrize("given", ["ملهم:ADJ", "الوليد:ADJ"])
def test_the_word_before_a_father_s_name_begins_the_name(given: str) -> None:
    article = build(
        f"قال:{MALE} الباحث:NOUN الفلكي:ADJ {given} بن:PROPN>2:nmod محمد:PROPN شامي:PROPN>5:flat ذلك:PRON .:PUNCT"
    )
    name = f"{given.partition(':')[0]} بن محمد شامي"
    assert names(article, attribution(article, "قال", f"الباحث الفلكي {name}")) == [name]


def test_a_woman_s_title_before_a_surname_is_no_given_name() -> None:
    article = build(
        f"أعلن:{MALE} نادر:PROPN أوزكان:PROPN>2:flat ذلك:PRON .:PUNCT",
        f"تزوجت:{FEMALE} ابنة:PROPN أوزكان:PROPN>2:flat أمس:NOUN .:PUNCT",
        f"قال:{MALE} أوزكان:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "أوزكان", sentence=2)) == ["نادر أوزكان"]


@pytest.mark.parametrize(
    ("full", "short"), [("برادوبولوس", "برادوبولس"), ("رازيلوف", "رازليوف"), ("المحمود", None), ("ترامب", "ترمب")]
)
def test_a_foreign_surname_is_known_in_another_spelling(full: str, short: str | None) -> None:
    article = build(
        f"وصل:{MALE} يوان:PROPN {full}:PROPN>2:flat .:PUNCT",
        f"قال:{MALE} {short or 'محمد'}:PROPN ذلك:PRON .:PUNCT",
    )
    found = names(article, attribution(article, "قال", short or "محمد", sentence=1))
    assert found == ([f"يوان {full}"] if short else ["محمد"])


def test_a_country_is_no_given_name_of_another() -> None:
    article = build(f"دعت:{FEMALE} روسيا:PROPN إسرائيل:PROPN>2:flat إلى:ADP ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "دعت", "إسرائيل")) == ["إسرائيل"]


def test_an_object_bound_to_a_name_is_no_part_of_the_subject_s() -> None:
    article = build(
        f"يستذكر:{MALE} بيل:PROPN>1:nsubj مقولة:NOUN أماريا:PROPN>3:nmod سين:PROPN>4:flat .:PUNCT",
        f"يقول:{MALE} ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "يقول", sentence=1)) == ["بيل"]


def test_a_sign_that_a_tokenizer_left_is_no_part_of_a_name() -> None:
    article = build(f"قالت:{FEMALE} د:X .هيا:PROPN>2:flat العواد:NOUN>2:flat ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قالت", "د .هيا العواد")) == ["هيا العواد"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("تعالى:VERB", "الله"),
        ("صلى:VERB الله:PROPN عليه:ADP وسلم:VERB", "رسول الله"),
        ("والله:NOUN عز:VERB و:CCONJ+جل:VERB", "الله"),
    ],
)
def test_reverent_words_tell_who_is_meant(said: str, name: str) -> None:
    article = build(
        f"تحدث:{MALE} نادر:PROPN الشابي:PROPN>2:flat عن:ADP رسول:NOUN الله:PROPN .:PUNCT",
        f"قال:{MALE} {said} ذلك:PRON .:PUNCT",
    )
    source = "والله عز وجل" if "عز" in said else None
    assert names(article, attribution(article, "قال", source, sentence=1)) == [name]


def test_god_is_known_however_a_parser_cuts_the_name() -> None:
    article = build(f"والل:NOUN+ه:PRON عز:VERB و:CCONJ+جل:VERB يقول:{MALE} ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "يقول", "والله عز وجل")) == ["الله"]


def test_a_eulogy_is_no_part_of_a_subject_s_name() -> None:
    article = build(
        f"علم:{MALE} نادر:PROPN>1:nsubj رضي:PROPN>2:flat الله:PROPN>2:flat الناس:NOUN .:PUNCT",
        f"قال:{MALE} ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", sentence=1)) == ["نادر"]


def test_who_is_told_by_reverent_words_is_nobody_s_omitted_subject() -> None:
    article = build(
        f"قال:{MALE} الشيخ:NOUN نادر:PROPN الشابي:PROPN>3:flat ذلك:PRON .:PUNCT",
        f"قال:{MALE} الله:PROPN تعالى:VERB ذلك:PRON .:PUNCT",
        f"أضاف:{MALE} ذلك:PRON .:PUNCT",
    )
    first = attribution(article, "قال", "الشيخ نادر الشابي")
    second = attribution(article, "قال", "الله تعالى", sentence=1)
    third = attribution(article, "أضاف", sentence=2)
    assert names(article, first, second, third) == ["نادر الشابي", "الله", "نادر الشابي"]


def test_a_eulogy_is_no_part_of_the_source_s_name() -> None:
    article = build(f"قال:{MALE} عروة:NOUN رضي:VERB الله:PROPN عنه:ADP ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", "عروة رضي الله عنه")) == ["عروة"]


@pytest.mark.parametrize(("text", "shown"), [("قال 37% ذلك", "37%"), ("قال 37٪ ذلك", "37٪"), ("قال 37 ذلك", "37")])
def test_a_share_is_shown_with_its_sign(text: str, shown: str) -> None:
    start, end = balanced(text, (4, 6))
    assert text[start:end] == shown


@pytest.mark.parametrize("named", ["يونس:PROPN نيلان:PROPN>3:flat", "آيفون:PROPN XS:X>3:flat"])
def test_a_title_is_not_of_what_is_only_a_place_or_a_thing(named: str) -> None:
    article = build(
        f"وصل:{MALE} في:ADP {named} .:PUNCT",
        f"عاد:{MALE} من:ADP {named} .:PUNCT",
        f"قال:{MALE} المراسل:NOUN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "المراسل", sentence=2)) == ["المراسل"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("بدرة:NOUN سمسول:PROPN رئيس:NOUN المركز:NOUN الدولي:ADJ", "بدرة سمسول"),
        ("وحيد:ADJ قرشي:ADJ مدير:NOUN عام:ADJ التحاليل:NOUN", "وحيد قرشي"),
        ("ذبيح:NOUN الله:PROPN مرتضى:NOUN المتحدث:NOUN ب:ADP+اسم:NOUN الحركة:NOUN", "ذبيح الله مرتضى"),
        ("نادر:PROPN الشابي:PROPN>2:flat و:CCONJ+هو:PRON محلل:NOUN", "نادر الشابي"),
        ("نادر:PROPN الشابي:PROPN>2:flat القادم:ADJ من:ADP الجبل:NOUN", "نادر الشابي"),
        (
            "وزير:NOUN خارجية:NOUN>2:nmod إيران:NOUN حسين:NOUN أمير:PROPN عبد:NOUN اللهيان:NOUN>7:flat",
            "حسين أمير عبد اللهيان",
        ),
        ("وزير:NOUN التجارة:NOUN و:CCONJ+الاقتصاد:NOUN رائد:PROPN خوري:PROPN>6:flat", "رائد خوري"),
        ("وكيل:NOUN أعمال:NOUN اللاعب:NOUN الدولي:ADJ نادر:PROPN", "وكيل أعمال اللاعب الدولي نادر"),
        ("طبيب:NOUN ،:PUNCT يدعى:VERB الدكتور:NOUN جاد:PROPN", "جاد"),
        ("سالم:PROPN ب:ADP+درويش:NOUN من:ADP مكتب:NOUN الصحافة:NOUN", "سالم بدرويش"),
        ("رضوى:PROPN السهيلي:PROPN>1:flat من:ADP شركة:NOUN نوفا:PROPN", "رضوى السهيلي"),
        ("عصام:PROPN الحداد:PROPN>1:flat القائم:ADJ ب:ADP+مهام:NOUN المدير:NOUN", "عصام الحداد"),
        ("محي:ADJ الدين:NOUN الشابي:ADJ عضو:NOUN المجلس:NOUN", "محي الدين الشابي"),
        (
            "سالم:PROPN بن:PROPN>1:flat منيف:PROPN>1:flat شيخ:PROPN>1:flat قبائل:NOUN الجبل:NOUN",
            "سالم بن منيف",
        ),
    ],
)
def test_a_source_s_name_is_parted_from_what_is_told_of_somebody(source: str, name: str) -> None:
    assert speaker_of(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("واشنطن:PROPN و:CCONJ+لندن:PROPN", "واشنطن ولندن"),
        ("السفير:NOUN المعلمي:ADJ و:CCONJ+السفير:NOUN نادر:PROPN", "السفير المعلمي والسفير نادر"),
        ("رئيس:NOUN المجلس:NOUN و:CCONJ+رئيس:NOUN الحزب:NOUN نادر:PROPN الشابي:PROPN>7:flat", "نادر الشابي"),
        ("ترامب:PROPN و:CCONJ+فريق:NOUN+ه:PRON", "ترامب"),
    ],
)
def test_those_who_speak_together_are_named_together(source: str, name: str) -> None:
    assert speaker_of(source) == name


def test_a_family_s_name_is_the_last_of_a_name() -> None:
    article = build(
        f"بعث:{MALE} الملك:NOUN سالم:PROPN>2:nmod آل:PROPN>3:flat نادر:PROPN>3:flat برقية:NOUN>3:flat .:PUNCT",
        f"قال:{MALE} سالم:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "سالم", sentence=1)) == ["سالم آل نادر"]


def test_a_word_to_call_somebody_is_no_part_of_the_name() -> None:
    article = build(
        f"غنى:{MALE} يا:PROPN نادر:PROPN>2:flat .:PUNCT",
        f"قال:{MALE} نادر:PROPN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "نادر", sentence=1)) == ["نادر"]


def test_an_adjective_that_agrees_with_another_noun_is_no_part_of_a_country_s_name() -> None:
    article = build(
        "استعداد:NOUN دولة:NOUN>1:nmod سيلان:PROPN>2:nmod التام:ADJ>1:amod لذلك:PRON .:PUNCT",
        f"قالت:{FEMALE} دولة:NOUN سيلان:PROPN>2:nmod ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قالت", "دولة سيلان", sentence=1)) == ["دولة سيلان"]


def test_a_capital_after_a_surname_is_no_part_of_the_name() -> None:
    article = build(
        f"اتهم:{MALE} سمسول:PROPN>1:nsubj واشنطن:PROPN>2:flat .:PUNCT",
        f"قال:{MALE} ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "قال", sentence=1)) == ["سمسول"]


def test_to_me_is_nobody_s_name() -> None:
    article = build(f"قال:{MALE} لي:PROPN>1:nsubj مدير:NOUN>2:nmod المزرعة:NOUN>3:nmod ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", "مدير المزرعة")) == ["مدير المزرعة"]


def test_a_surname_spelled_like_to_me_stays() -> None:
    article = build(f"قال:{MALE} لي:PROPN>1:nsubj هيون:PROPN>2:flat ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", "لي هيون")) == ["لي هيون"]


def test_a_name_stands_behind_the_brackets_of_a_company() -> None:
    source = "مدير:NOUN شركة:NOUN السهل:NOUN (:PUNCT الشرق:NOUN ):PUNCT سالم:PROPN الحداد:PROPN>7:flat"
    assert speaker_of(source) == "سالم الحداد"


def test_a_capital_is_not_called_by_whom_it_urges() -> None:
    assert speaker_of("بلغراد:PROPN الصرب:PROPN>2:flat") == "بلغراد"


def test_the_name_after_a_comma_is_his_not_that_of_a_company() -> None:
    source = (
        "المدير:NOUN في:ADP شركة:NOUN زها:PROPN حداد:PROPN>4:flat ل:ADP+لهندسة:NOUN ،:PUNCT "
        "المهندس:NOUN باولو:PROPN زيلي:PROPN>10:flat"
    )
    assert speaker_of(source) == "باولو زيلي"


def test_a_given_name_that_is_tagged_as_a_noun_belongs_to_the_name() -> None:
    source = "المستشار:NOUN القانوني:ADJ ،:PUNCT منصور:NOUN أحمد:PROPN المنصور:PROPN>6:flat"
    assert speaker_of(source) == "منصور أحمد المنصور"


def test_whoever_says_something_is_nobody_else() -> None:
    article = build(
        f"صدق:{MALE} من:PRON>1:nsubj قال:{MALE}>2:acl ذلك:PRON .:PUNCT",
        f"وصل:{MALE} سالم:PROPN>1:nsubj من:PROPN>2:flat الشمال:NOUN .:PUNCT",
    )
    assert names(article, attribution(article, "قال", "من")) == ["من"]


def test_when_somebody_spoke_is_no_part_of_his_name() -> None:
    assert speaker_of("سالم:PROPN الحداد:PROPN>2:flat آنذاك:PROPN>2:flat") == "سالم الحداد"


def test_a_name_with_a_fathers_is_whole_though_it_begins_with_a_noun() -> None:
    assert speaker_of("العز:NOUN بن:PROPN عبد:PROPN السلام:PROPN") == "العز بن عبد السلام"


def test_a_given_name_alone_means_who_is_cited_by_the_surname() -> None:
    article = build(
        f"نشرت:{FEMALE} المغنية:NOUN>1:nsubj نانسي:PROPN>2:nmod عجرة:NOUN>3:nmod صورة:NOUN .:PUNCT",
        f"قالت:{FEMALE} نانسي:PROPN>1:nsubj ذلك:PRON .:PUNCT",
        f"أضافت:{FEMALE} عجرة:NOUN>1:nsubj ذلك:PRON .:PUNCT",
    )
    matches = [attribution(article, "قالت", "نانسي", sentence=1), attribution(article, "أضافت", "عجرة", sentence=2)]
    assert names(article, *matches) == ["نانسي عجرة", "نانسي عجرة"]


def test_a_ministry_is_called_by_its_field() -> None:
    article = build(
        f"قالت:{FEMALE} وزارة:NOUN>1:nsubj الخارجية:NOUN>2:nmod الروسية:ADJ>2:amod ذلك:PRON .:PUNCT",
        f"أضافت:{FEMALE} الخارجية:NOUN>1:nsubj الروسية:ADJ>2:amod ذلك:PRON .:PUNCT",
    )
    matches = [
        attribution(article, "قالت", "وزارة الخارجية الروسية"),
        attribution(article, "أضافت", "الخارجية الروسية", sentence=1),
    ]
    assert names(article, *matches) == ["وزارة الخارجية الروسية"] * 2


def test_several_out_of_many_have_no_name_of_a_place_they_stand_at() -> None:
    article = build(
        f"تجمع:{MALE} عدد:NOUN>1:nsubj من:ADP>4:case السكان:NOUN>2:nmod أمام:ADP>6:case منزل:NOUN>1:obl "
        "وزير:NOUN>6:nmod الصحة:NOUN>7:nmod سالم:PROPN>7:nmod الحداد:PROPN>9:flat ،:PUNCT "
        "مطالبين:NOUN>1:obj ب:ADP+وقف:NOUN ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "مطالبين")) == ["عدد من السكان"]


def test_an_honorific_between_names_is_one() -> None:
    assert speaker_of("حسين:PROPN الحاج:NOUN>2:nmod حسن:PROPN>3:nmod") == "حسين الحاج حسن"


def test_a_given_name_with_the_article_belongs_to_its_surname() -> None:
    article = build(
        f"زار:{MALE} المختار:NOUN>1:nsubj المصباحي:ADJ>2:amod السوق:NOUN>1:obj .:PUNCT",
        f"كرر:{MALE} المصباحي:PROPN>1:nsubj ذلك:PRON .:PUNCT",
    )
    assert names(article, attribution(article, "كرر", "المصباحي", sentence=1)) == ["المختار المصباحي"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("رئيس:NOUN البلدية:NOUN (:PUNCT سالم:PROPN الحداد:PROPN>5:flat ):PUNCT", "سالم الحداد"),
        ("رئيس:NOUN الاتحاد:NOUN (:PUNCT فيفا:PROPN ):PUNCT", "رئيس الاتحاد"),
        ("رئيس:NOUN الحزب:NOUN (:PUNCT الفجر:NOUN الجديد:ADJ ):PUNCT", "رئيس الحزب"),
    ],
)
def test_a_full_name_in_brackets_is_whose_title_stands_before_them(source: str, name: str) -> None:
    assert speaker_of(source) == name


def test_a_name_after_a_comma_keeps_a_letter_that_was_taken_for_a_clitic() -> None:
    assert speaker_of("مدرب:NOUN المنتخب:NOUN ،:PUNCT س:PART+اليسو:VERB درويش:PROPN") == "ساليسو درويش"


def test_a_name_is_over_before_a_definite_title_that_hangs_on_it() -> None:
    assert speaker_of("شوكت:PROPN درويش:PROPN>2:flat المحامي:ADJ>2:amod") == "شوكت درويش"
    assert speaker_of("شوكت:PROPN المحامي:PROPN>2:flat") == "شوكت المحامي"


def test_a_name_goes_on_after_a_particle_whatever_the_tag() -> None:
    assert speaker_of("سفيان:PROPN أيت:PROPN>2:flat علي:ADP") == "سفيان أيت علي"


def test_a_foreign_surname_is_the_same_whatever_letter_its_g_is_written_with() -> None:
    article = build(
        f"وصل:{MALE} ماركو:PROPN مانيجولت:PROPN>2:flat .:PUNCT", f"قال:{MALE} مانيغولت:PROPN ذلك:PRON .:PUNCT"
    )
    assert names(article, attribution(article, "قال", "مانيغولت", sentence=1)) == ["ماركو مانيجولت"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("المواطن:NOUN محمد:NOUN>2:nmod مرشد:NOUN>2:nmod الحميدي:ADJ>3:amod", "محمد مرشد الحميدي"),
        ("فلاح:NOUN الحميدي:ADJ>1:amod عضو:NOUN اللجنة:NOUN", "فلاح الحميدي"),
        ("مدير:NOUN المركز:NOUN مساعد:PROPN بن:PROPN>3:flat ناصر:PROPN>3:flat", "مساعد بن ناصر"),
        ("الوزيرة:NOUN سلمى:NOUN سيد:PROPN>2:flat محمود:PROPN>2:flat", "سلمى سيد محمود"),
        ("الباحث:NOUN عبد:NOUN الواحد:ADJ أولاد:NOUN ملود:PROPN>4:flat", "عبد الواحد أولاد ملود"),
        ("أحمد:PROPN علي:ADP الإبراهيم:NOUN", "أحمد علي الإبراهيم"),
        ("محمد:PROPN آل:PROPN>1:flat عواض:PROPN>1:flat نجراني:ADJ>1:flat", "محمد آل عواض نجراني"),
        ("نادر:PROPN بن:PROPN>1:flat محمد:PROPN>1:flat الطيار:NOUN أستاذ:NOUN الفقه:NOUN", "نادر بن محمد الطيار"),
        ("مدرب:NOUN منتخب:NOUN السباحة:NOUN نعيم:PROPN أحمد:PROPN>4:flat", "نعيم أحمد"),
        ("الناقد:NOUN عبد:NOUN الرحيم:NOUN ب:ADP+وعزة:NOUN", "عبد الرحيم بوعزة"),
        ("الباحث:NOUN إدريس:PROPN ل:ADP+كرين:NOUN+ي:PRON", "إدريس لكريني"),
        ("الفريدو:NOUN زاموديو:PROPN>1:nmod مدير:NOUN المركز:NOUN", "الفريدو زاموديو"),
        ("الأدميرال:NOUN مارك:PROPN>1:nmod نيلان:PROPN>2:flat ضابط:NOUN", "مارك نيلان"),
    ],
)
def test_a_word_that_is_a_title_or_a_clitic_elsewhere_is_part_of_a_name(source: str, name: str) -> None:
    assert speaker_of(source) == name


def test_a_bank_is_called_by_its_whole_name() -> None:
    assert speaker_of("نوفا:PROPN بنك:NOUN>1:nmod") == "نوفا بنك"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("الذين:PRON أجروا:VERB الدراسة:NOUN ،:PUNCT سالم:PROPN درويش:PROPN>8:flat ،:PUNCT", "سالم درويش"),
        ("الذين:PRON أجروا:VERB الدراسة:NOUN ،:PUNCT أمس:NOUN ،:PUNCT", "كبير الباحثين"),
        ("في:ADP المعهد:NOUN ،:PUNCT أمس:NOUN ،:PUNCT", "كبير الباحثين"),
    ],
)
def test_the_name_behind_a_clause_about_somebody_is_his(clause: str, name: str) -> None:
    article = build(f"قال:{MALE} كبير:NOUN الباحثين:NOUN {clause} إن:SCONJ ذلك:PRON .:PUNCT")
    said = article.text.index("ذلك")
    match = attribution(article, "قال", "كبير الباحثين")
    assert names(article, replace(match, content=((said, said + 3),))) == [name]


@pytest.mark.parametrize(
    ("first", "source", "name"),
    [
        ("تحاول:VERB الشركتان:NOUN>1:nsubj اللحاق:ADJ>1:obj", "الشركتان:NOUN", "الشركتان"),
        ("فاوض:VERB صندوق:NOUN النقد:NOUN ل:ADP+لحصول:NOUN على:ADP قرض:NOUN", "صندوق:NOUN النقد:NOUN", "صندوق النقد"),
        ("فشلت:VERB الولايات:NOUN المتحدة:ADJ السابقة:ADJ", "الولايات:NOUN المتحدة:ADJ", "الولايات المتحدة"),
        ("صدر:VERB التقرير:NOUN الواقع:ADJ في:ADP صفحات:NOUN", "التقرير:NOUN", "التقرير"),
    ],
)
def test_a_body_is_not_called_by_more_than_it_is(first: str, source: str, name: str) -> None:
    article = build(f"{first} .:PUNCT", f"قال:{MALE} {source} ذلك:PRON .:PUNCT")
    assert names(article, attribution(article, "قال", name, sentence=1)) == [name]


def test_a_given_name_tells_a_man_from_a_woman_whatever_the_verb() -> None:
    article = build(
        f"قالت:{FEMALE} طارق:PROPN درويش:PROPN>2:flat ذلك:PRON .:PUNCT",
        f"قال:{MALE} سلمى:PROPN الشابي:PROPN>2:flat ذلك:PRON .:PUNCT",
    )
    matches = [attribution(article, "قالت", "طارق درويش"), attribution(article, "قال", "سلمى الشابي", sentence=1)]
    found = resolve(article, matches)
    assert [one.speaker.gender for one in found if one.speaker] == ["masculine", "feminine"]
