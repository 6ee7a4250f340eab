"""The pictures in the docs, taken of the renderer's pages: ``python -m tests.doc_pictures``."""

import newsquote
from newsquote.reading import example
from tests.browser import browser
from tests.doc_examples import ROOT
from tests.quote_samples import QUOTES, TEXT

IMAGES = ROOT / "docs/images"


def take() -> None:
    """Write the pictures."""
    IMAGES.mkdir(exist_ok=True)
    text = example().text
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 1160, "height": 640})
        page.set_content(newsquote.render_html(text, newsquote.extract(text), language="en"))
        page.screenshot(path=IMAGES / "page.png")
        lines = TEXT.splitlines()[0]
        page.set_content(newsquote.render_html(lines, QUOTES[:2], language="en"))
        page.set_viewport_size({"width": 1160, "height": 520})
        page.hover(".text .nested")
        page.screenshot(path=IMAGES / "nested.png")


if __name__ == "__main__":
    take()
