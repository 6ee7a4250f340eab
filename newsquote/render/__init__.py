"""Quotes as a page to look at: the article with its quotes marked, beside a list of its speakers."""

from newsquote.render.page import Page, render_html

__all__ = ["Page", "render_html"]
