"""Lists the sentences of core for lupdate.

Core has no Qt, so its texts are marked by autochrome::text("…") or markedText("…"), which lupdate does not know to put
under the context "core". This writes a file of QT_TRANSLATE_NOOP("core", "…") lines.

Usage: collect_core_texts.py CORE_FOLDER OUTPUT.cpp
"""

import pathlib
import re
import sys

# text( or markedText( followed by one or more adjacent string literals.
CALL = re.compile(r'\b(?:markedText|text)\(\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)[,)]')
# Some code has helpers called text() that look up a metadata field; a key is no sentence.
KEY = re.compile(r"(Exif|Iptc|Xmp)\.")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def main(folder: str, output: str) -> None:
    found = set()
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.suffix not in {".cpp", ".h"}:
            continue
        code = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
        for call in CALL.finditer(code):
            sentence = "".join(LITERAL.findall(call.group(1)))
            if not KEY.match(sentence):
                found.add(sentence)
    lines = [f'QT_TRANSLATE_NOOP("core", "{sentence}")' for sentence in sorted(found)]
    content = "#include <QtGlobal>\nconst char* const sentences[] = {\n" + ",\n".join(lines) + "\n};\n"
    pathlib.Path(output).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
