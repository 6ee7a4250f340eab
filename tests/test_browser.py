"""The page in a real browser: hovered, clicked, typed on, measured, printed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsquote import render_html
from tests.browser import EXECUTABLE, MISSING, browser
from tests.quote_samples import QUOTES, TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(EXECUTABLE is None, reason=MISSING)


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    with browser() as started:
        yield started


@pytest.fixture
def page(chromium: "Browser", tmp_path: Path) -> Iterator["Page"]:
    file = tmp_path / "page.html"
    file.write_text(render_html(TEXT, QUOTES, title="عنوان <b>"), encoding="utf-8", newline="")
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on(
        "request", lambda request: troubles.extend([] if request.url.startswith(("file:", "data:")) else [request.url])
    )
    page.goto(file.as_uri())
    yield page
    page.close()
    assert troubles == []


def test_the_browser_reads_the_very_text(page: "Page") -> None:
    assert page.locator(".text").evaluate("element => element.textContent") == TEXT


def test_the_page_runs_from_right_to_left(page: "Page") -> None:
    article, speakers = page.locator("article").bounding_box(), page.locator("aside").bounding_box()
    first, last = page.locator("#q-1-1").bounding_box(), page.locator(".text .cue").first.bounding_box()
    assert article
    assert speakers
    assert first
    assert last
    assert article["x"] > speakers["x"] + speakers["width"] - 1
    assert last["x"] > first["x"]  # the verb stands to the right of what is said


def test_hovering_shows_who_what_and_through_whom(page: "Page") -> None:
    details = page.locator("#details")
    assert details.is_hidden()
    page.locator(".direct", has_text="لن ننتظر").hover()
    shown = details.inner_text()
    for word in ("مصدران", "مباشر", 'وكالة "الضفة"', "quotation_verb", "مصدر بلا اسم (2)", "طلبا حجب الاسمين"):
        assert word in shown
    page.mouse.move(2, 700)
    assert details.is_hidden()


def test_hovering_where_quotes_nest_shows_the_inner_first_and_marks_it_alone(page: "Page") -> None:
    page.locator(".nested").hover()
    assert page.locator("#details strong").all_inner_texts() == ["سلمى عمران شخص", "المتحدث شخص"]
    assert page.locator(".text .content.active").all_inner_texts() == ["الجسر سيفتح"]
    assert page.locator(".text .source.active").all_inner_texts() == ["الوزيرة سلمى عمران"]


def test_all_parts_of_a_broken_quote_are_marked_together(page: "Page") -> None:
    page.locator(".direct", has_text="أكثر من عام").hover()
    assert page.locator(".text .content.active").all_inner_texts() == ["لن ننتظر", "أكثر من عام"]
    assert "active" in (page.locator("#card-1-3").get_attribute("class") or "")


def test_the_keyboard_reaches_every_quote_and_escape_closes(page: "Page") -> None:
    reached = []
    for _ in range(len(QUOTES)):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
        assert page.locator("#details").is_visible()
    assert reached == ["q-1-1", "q-1-2", "q-1-3", "q-1-4"]
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()


def test_a_number_in_the_list_leads_to_its_place_and_back(page: "Page") -> None:
    page.set_viewport_size({"width": 700, "height": 300})
    page.locator("#card-1-4 .place").click()
    page.wait_for_function("location.hash === '#q-1-4'")
    assert page.locator("#q-1-4").evaluate("e => { const y = e.getBoundingClientRect().y; return y >= 0 && y < 300; }")
    page.locator("#q-1-2").click()
    page.wait_for_function("location.hash === '#card-1-2'")
    assert page.locator("#card-1-2").evaluate(
        "e => { const y = e.getBoundingClientRect().y; return y >= 0 && y < 300; }"
    )


@pytest.mark.parametrize("height", [250, 900])
def test_details_do_not_cover_what_they_are_about(page: "Page", height: int) -> None:
    page.set_viewport_size({"width": 700, "height": height})
    for piece in page.locator(".text .piece").all():
        piece.hover()
        line, box = piece.bounding_box(), page.locator("#details").bounding_box()
        assert line
        assert box
        assert box["y"] >= line["y"] + line["height"] or box["y"] + box["height"] <= line["y"]


@pytest.mark.parametrize("width", [320, 700, 1280])
@pytest.mark.parametrize("where", [".direct", ".source", ".via", "#q-1-4"])
def test_details_stay_on_the_screen(page: "Page", width: int, where: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.locator(f".text {where}").first.hover()
    box = page.locator("#details").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", range(240, 440, 20))
def test_a_number_stands_on_the_line_of_the_words_it_marks(page: "Page", width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    numbers = page.evaluate(
        """() => [...document.querySelectorAll(".mark")].map((mark) => {
            const words = mark.nextElementSibling.getClientRects()[0];
            return [mark.getClientRects().length, words.bottom - mark.getClientRects()[0].top];
        })"""
    )
    assert len(numbers) == len(QUOTES)
    assert [each for each in numbers if each[0] != 1 or not 0 < each[1] < 60] == []


def test_roles_differ_by_more_than_colour(page: "Page") -> None:
    looks = page.evaluate(
        """["direct", "indirect", "mixed", "source:not(.anonymous)", "anonymous", "via", "cue"].map((role) => {
            const style = getComputedStyle(document.querySelector(`.text .${role}`));
            return [style.borderTopStyle, style.borderBottomStyle, style.outlineStyle].join(" ");
        })"""
    )
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_that_is_marked_has_contrast(page: "Page", scheme: "str") -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    # on a canvas, because a colour may be written in any colour space
    contrasts = page.evaluate(
        """() => {
            const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            const light = (colour) => {
                context.fillStyle = colour;
                context.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
                    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
            const all = [];
            for (const active of [false, true])
                for (const role of ["direct", "indirect", "mixed", "source", "anonymous", "via"]) {
                    const element = document.querySelector(`.text .${role}`);
                    element.classList.toggle("active", active);
                    const style = getComputedStyle(element);
                    all.push(ratio(style.color, style.backgroundColor));
                }
            return all;
        }"""
    )
    assert min(contrasts) >= 4.5  # WCAG 2.2, level AA
    assert len(contrasts) == 12


def test_in_print_nothing_is_lost(page: "Page") -> None:
    page.emulate_media(media="print")
    assert page.locator("aside").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    assert page.locator(".text").evaluate("e => getComputedStyle(e).printColorAdjust") == "exact"
    page.locator(".text .direct").first.hover()
    assert page.locator(".active").count()
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert page.locator(".active").count() == 0


def test_a_notebook_frame_shows_the_page_at_work(chromium: "Browser") -> None:
    page = chromium.new_page()
    page.set_content(f"<body>{render_html(TEXT, QUOTES)._repr_html_()}</body>")
    frame = page.frame_locator("iframe")
    frame.locator(".text .direct").first.hover()
    assert "مصدران" in frame.locator("#details").inner_text()
    page.close()
