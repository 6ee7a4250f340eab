"""Text to Article: sentences cut on the text, parsed by Stanza, every word with its offsets."""

from newsquote.parsing.conllu import article_from_conllu, article_to_conllu
from newsquote.parsing.parser import Parser
from newsquote.parsing.pipelines import PROCESSORS

__all__ = ["PROCESSORS", "Parser", "article_from_conllu", "article_to_conllu"]
