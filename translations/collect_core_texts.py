"""Lists the sentences of core for lupdate.

Core has no Qt, so its texts are marked by autochrome::text("…"), in tables by markedText("…") and,
if they say how many, by counted("one|many"), which lupdate does not know to put under the context
"core". This writes a file of QT_TRANSLATE_NOOP("core", "…") and QT_TRANSLATE_N_NOOP("core", "…")
lines.

Usage: collect_core_texts.py CORE_FOLDER OUTPUT.cpp
"""

import pathlib
import re
import sys

# text(, markedText( or counted( followed by one or more adjacent string literals.
CALL = re.compile(r'\b(text|markedText|counted)\(\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)[,)]')
# Some code has helpers called text() that look up a metadata field; a key is no sentence.
KEY = re.compile(r"(Exif|Iptc|Xmp)\.")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
MARK = {"text": "QT_TRANSLATE_NOOP", "markedText": "QT_TRANSLATE_NOOP", "counted": "QT_TRANSLATE_N_NOOP"}


def main(folder: str, output: str) -> None:
    found = set()
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.suffix not in {".cpp", ".h"}:
            continue
        code = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
        for kind, literals in CALL.findall(code):
            sentence = "".join(LITERAL.findall(literals))
            if not KEY.match(sentence):
                found.add((sentence, MARK[kind]))
    lines = [f'{mark}("core", "{sentence}")' for sentence, mark in sorted(found)]
    content = "#include <QtGlobal>\nconst char* const sentences[] = {\n" + ",\n".join(lines) + "\n};\n"
    pathlib.Path(output).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
