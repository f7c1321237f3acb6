#!/usr/bin/env python3
"""Whatever file or folder of the project the documents name is there.

packaging/doc_paths.py     looks through README.md, CONTRIBUTING.md and docs/

Looked at are words in `back quotes` that begin with a folder of the project, and links to files. A
name with a * stands for at least one file, one with <something> for any.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("app", "cmake", "core", "docs", "packaging", "resources", "tests", "translations", "ui",
           ".ci")


def named(text):
    """The paths that a document names."""
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    for word in re.findall(r"`([^`\s]+)`", text):
        if word.split("/")[0] in FOLDERS and "/" in word:
            yield word
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in target:
            yield target


def main():
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md"))]
    complaints = []
    for document in documents:
        for path in named(document.read_text(encoding="utf-8")):
            pattern = re.sub(r"<[^>]*>", "*", path)
            bases = (ROOT, document.parent)
            if not any(any(base.glob(pattern)) or (base / pattern).exists() for base in bases):
                complaints.append(f"{document.relative_to(ROOT)} names {path}, which is not there.")
    print("\n".join(complaints), file=sys.stderr, end="\n" if complaints else "")
    sys.exit(1 if complaints else 0)


main()
