"""Why a text gives the quotes it gives: what each construction found at each cue, and what became of it."""

from newsquote.explanation.explain import ExplainedCue, ExplainedSentence, Finding, explain

__all__ = ["ExplainedCue", "ExplainedSentence", "Finding", "explain"]
