"""The results as Markdown, each beside what it must reach."""

Results = dict[str, dict[str, float]]

_PIPELINES = {
    "a": "stock Stanza, default sizes, random weights",
    "b": "the bundled models in `stanza.Pipeline`, article by article",
    "c": "`extract`, one by one",
    "d": "`extract_many`",
    "e": "`extract_many(jobs=2)`",
}
_RATIOS = {("d", "b"): 2.2, ("e", "b"): 4.0, ("e", "a"): 40.0}


def table(results: Results) -> str:
    """All that was measured."""
    parts = (_rates, _ratios, _stages, _memory, _sizes, _starts)
    return "\n\n".join("\n".join(lines) for part in parts if (lines := part(results)))


def _rates(results: Results) -> list[str]:
    rows = [
        f"| ({name}) {_PIPELINES[name]} | {results[name]['articles']:.2f} | {results[name]['words']:.0f} |"
        for name in _PIPELINES
        if name in results
    ]
    if "a" in results:
        rows.insert(1, f"| (a) without its tree decoder | | {results['a']['words_without_decoder']:.0f} |")
    return ["| | articles/s | words/s |", "| --- | ---: | ---: |", *rows] if rows else []


def _ratios(results: Results) -> list[str]:
    rows = [
        f"| ({one})/({other}) | {results[one]['words'] / results[other]['words']:.1f} | {least:g} |"
        for (one, other), least in _RATIOS.items()
        if one in results and other in results
    ]
    return ["| ratio | is | at least |", "| --- | ---: | ---: |", *rows] if rows else []


def _stages(results: Results) -> list[str]:
    shares = results.get("stages", {})
    rules = sum(share for stage, share in shares.items() if stage.startswith("rules"))
    rows = [f"| {stage} | {share:.1%} |" for stage, share in shares.items()]
    all_rules = f"| **rules in all, at most 5 %** | **{rules:.1%}** |"
    return ["| stage | share of the time |", "| --- | ---: |", *rows, all_rules] if rows else []


def _memory(results: Results) -> list[str]:
    held = results.get("memory", {})
    rows = [f"| after {number} articles | {size:.0f} MiB |" for number, size in held.items()]
    if rows:
        first, last = held.values()
        rows.append(f"| growth, at most 10 % | {last / first - 1:.1%} |")
    return ["| peak memory | |", "| --- | ---: |", *rows] if rows else []


def _sizes(results: Results) -> list[str]:
    taken = results.get("sizes", {})
    rows = [f"| {size} KiB | {seconds:.2f} s |" for size, seconds in taken.items()]
    if rows:
        rows.append(f"| 1000 KiB to ten times 100 KiB, at most 1.3 | {taken['1000'] / taken['100'] / 10:.2f} |")
    return ["| one article of | takes |", "| --- | ---: |", *rows] if rows else []


def _starts(results: Results) -> list[str]:
    if "starts" not in results:
        return []
    taken = results["starts"]
    return [
        "| from a cold start | takes |",
        "| --- | ---: |",
        f"| `import newsquote`, at most 150 ms | {taken['import'] * 1000:.0f} ms |",
        f"| the first quote of a new process, at most 4 s | {taken['first quote']:.1f} s |",
        f"| a process that finds one quote, to its end | {taken['end']:.1f} s |",
    ]
