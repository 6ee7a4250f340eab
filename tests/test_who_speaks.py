"""Who speaks, by rules, in whole texts with stored parses."""

import pytest

from tests.case_files import parsed, quotes_of, texts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("counterpart", ["نادر سالم"]),
        ("named next", ["سالم الحداد", "سالم الحداد"]),
        ("not named next", ["مسؤول في وزارة الزراعة (?)", "سالم الحداد"]),
        ("a body named next", ["الحملة الدولية لحماية النهر", "الحملة الدولية لحماية النهر"]),
        ("described next", ["سلمى حداد", "سلمى حداد"]),
        ("whoever spoke last", ["سامي الحداد", "نادر سالم", "نادر سالم"]),
        ("somebody's adviser", ["مستشار للرئيس سامي الحداد (?)"]),
        ("a deed", ["المتهم بقتل سلمى الحداد (?)"]),
        ("known as", ["أبو سالم"]),
        ("known by a name", ["الإمام البخاري"]),
        ("media of a place", ["صحف محلية (?)"]),
        ("a given name with the article", ["السعيد الشابي"]),
        ("from another country", ["السفير الفرنسي", "السفير الألماني"]),
        ("name withheld", ["سلمى (?)"]),
        ("a club before a name", ["راجيش باتيل"]),
        ("a place before a name", ["راجيش باتيل"]),
        ("capitals together", ["دمشق وموسكو", "دمشق"]),
        ("a body still unnamed", ["منظمة حقوقية (?)", "منظمة حقوقية (?)"]),
        ("a ministry by its field", ["الخارجية الروسية"]),
        ("an army and its command", ["القيادة العامة للجيش السوري", "الجيش السوري"]),
        ("God is asked", ["سامي الحداد"]),
        ("God says", ["الله"]),
        ("all of them", ["الكل (?)"]),
    ],
)
def test_who_speaks(text: str, names: list[str]) -> None:
    found = quotes_of(parsed(texts()[text]))
    who = [quote.speaker.name + " (?)" * bool(quote.anonymous) for quote in found if quote.speaker]
    assert who == names
