#!/usr/bin/env python3
"""Finds names that two parts of one program define differently (violations of C++'s one-definition
rule), which no linker tells: it keeps one of the two and calls it for both.

packaging/odr_check.py BUILD-FOLDER

Every object file of a Ninja build is looked through, in seconds. A strong symbol may be in one
object of the libraries alone. A weak one (what stands in a header: inline functions, members written
in the class, templates) may be in many, if all of them had it from the same file: whatever class or
function a symbol names must be written in a source file that all its objects were compiled from.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMESPACE = "autochrome"
COMMENTS = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"', re.S)
TYPES = re.compile(r"\b(?:class|struct|union|enum)\s+(?:class\s+|struct\s+)?(?:\w+::)*(\w+)"
                   r"(?:\s+final)?\s*(?::[^;{}()]*)?\{")
NAMESPACES = re.compile(r"\bnamespace\s+([\w:\s]+?)\s*\{")
PATHS = re.compile(r"(?<![\w:~])[A-Za-z_]\w*(?:::~?[A-Za-z_]\w*)*")


class Sources:
    """What the project's files define, read as they are asked for."""

    def __init__(self):
        self._words, self._types, self.namespaces, self.types = {}, {}, set(), set()

    def read(self, path):
        if path in self._words:
            return
        try:
            text = COMMENTS.sub(" ", (ROOT / path).read_text(encoding="utf-8"))
        except OSError:  # made by the build and gone again
            text = ""
        self._words[path] = set(re.findall(r"[A-Za-z_]\w*", text))
        self._types[path] = set(TYPES.findall(text))
        self.types |= self._types[path]
        for names in NAMESPACES.findall(text):
            self.namespaces.update(re.findall(r"\w+", names))

    def defining(self, name, files):
        """Those of the files in which a type is defined, or a function stands."""
        within = self._types if name in self.types else self._words
        return {path for path in files if name in within[path]}


def objects_of(build):
    """Object files and the project's files that each was compiled from."""
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True,
                             capture_output=True, text=True).stdout
    found, files = {}, set()
    for line in listing.splitlines():
        if line and not line[0].isspace():
            name = line.split(": #deps")[0]
            files = found.setdefault(name, set())
        elif line:
            path = os.path.normpath(os.path.join(build, line.strip()))
            if path.startswith(f"{ROOT}{os.sep}"):
                files.add(os.path.relpath(path, ROOT))
    return {name: files for name, files in found.items()
            if name.endswith(".o") and os.path.exists(os.path.join(build, name))}


def programs_of(build):
    """Objects of each static library, and objects of each program beside its libraries."""
    libraries, programs = {}, {}
    with open(os.path.join(build, "build.ninja"), encoding="utf-8") as rules:
        for line in rules:
            rule = re.match(r"build (\S+): CXX_(STATIC_LIBRARY|EXECUTABLE)_LINKER\S* (.*)", line)
            if rule:
                made = libraries if rule[2] == "STATIC_LIBRARY" else programs
                inputs = rule[3].split("|")[0].split()
                made[rule[1]] = [name for name in inputs if name.endswith(".o")]
    return libraries, programs


def symbols_of(build, objects):
    """(object, kind, symbol) for all that other objects see."""
    listing = subprocess.run(["nm", "-A", "--defined-only", "--extern-only", *objects], cwd=build,
                             check=True, capture_output=True, text=True).stdout
    for line in listing.splitlines():
        place, kind, symbol = line.rsplit(" ", 2)
        yield place.split(":")[0], kind, symbol


def demangled(symbols):
    listing = subprocess.run(["c++filt"], input="\n".join(symbols), check=True,
                             capture_output=True, text=True).stdout
    return dict(zip(symbols, listing.splitlines()))


def names_of(text, sources):
    """The project's own types and functions that a symbol names."""
    names = set()
    text = re.sub(r"'lambda\d*'|\{lambda.*?\}#\d+", " ", text)
    for path in PATHS.findall(text):
        parts = [part for part in path.split("::") if not part.startswith("~")]
        ours = parts[0] == NAMESPACE or (len(parts) == 1 and parts[0] in sources.types)
        if not ours or "operator" in parts[-1]:
            continue
        inner = [part for part in parts if part not in sources.namespaces]
        types = [part for part in inner if part in sources.types]
        names.update(types)
        if not types and inner:
            names.add(inner[-1])  # a function that stands in no class
    return names


def complaints_of(group, places, sources, compiled_from):
    """Sentences about the symbols of one set of objects that may be linked together."""
    for symbol, (text, kinds) in group.items():
        objects = sorted(kinds)
        if len(objects) < 2:
            continue
        if any(kind not in "WVu" for kind in kinds.values()):
            strong = [name for name in objects if kinds[name] not in "WVu"]
            if len(strong) > 1:
                yield f"{text}: defined by " + " and by ".join(places[name] for name in strong)
            continue
        for name in names_of(text, sources):
            origins = collections.defaultdict(set)
            for one in objects:
                origins[frozenset(sources.defining(name, compiled_from[one]))].add(one)
            if len(origins) < 2 or frozenset.intersection(*origins):
                continue
            told = sorted(f"{places[min(users)]} (from {', '.join(sorted(files)) or 'elsewhere'})"
                          for files, users in origins.items())
            yield f"{text}: {name} is one thing in " + ", another in ".join(told)


def check(build):
    compiled_from = objects_of(build)
    libraries, programs = programs_of(build)
    sources = Sources()
    for files in compiled_from.values():
        for path in files:
            sources.read(path)
    shared = [name for names in libraries.values() for name in names if name in compiled_from]
    groups = [shared] + [[name for name in names if name in compiled_from]
                         for names in programs.values()]
    wanted = sorted(set().union(*groups))
    if not wanted:
        sys.exit(f"odr_check.py: nothing is built in {build}")
    places = {name: re.sub(r"CMakeFiles/[^/]*\.dir/", "", name).removesuffix(".o")
              for name in wanted}

    defined = collections.defaultdict(dict)  # symbol: object: kind
    for name, kind, symbol in symbols_of(build, wanted):
        defined[symbol][name] = kind
    several = {symbol: kinds for symbol, kinds in defined.items() if len(kinds) > 1}
    texts = demangled(list(several))
    found = set()
    in_libraries = set(shared)
    for own in groups:
        seen = in_libraries | set(own)
        own = set(own)
        group = {}
        for symbol, kinds in several.items():
            kept = {name: kind for name, kind in kinds.items() if name in seen}
            if own & kept.keys():
                group[symbol] = (texts[symbol], kept)
        found.update(complaints_of(group, places, sources, compiled_from))
    return sorted(found), len(wanted), len(defined)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    complaints, objects, symbols = check(os.path.abspath(sys.argv[1]))
    for complaint in complaints:
        print(complaint)
    print(f"{objects} objects, {symbols} symbols, {len(complaints)} defined in more than one way")
    sys.exit(1 if complaints else 0)


main()
