"""Slips in names, titles, hosts, speakers, terms and acronyms."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

from benchmarks.proofreading.misspelling import edited
from benchmarks.proofreading.report import Report, Span, literal
from benchmarks.proofreading.slips import Slip, slips

NAMES = "names"
TERMS = "terms"

TITLES = ("Ambassador", "Mr.", "Ms.", "Dr.", "Professor")
PLAIN_TITLES = {"Mr": "Mr.", "Ms": "Ms.", "Dr": "Dr."}


def family(who: dict[str, Any]) -> str:
    """What a person is called after a title: what is declared, or the last word."""
    return str(who.get("family") or who["name"].split()[-1])


def _titled(report: Report, who: dict[str, Any], name: str) -> list[re.Match[str]]:
    """Where a title and this name stand together, in order."""
    if "title" not in who:
        return []
    return list(report.find(rf"(?<!\w){literal(who['title'])} (?P<name>{literal(name)})(?![\w-])"))


@slips("name misspelt", NAMES)
def name_typo(report: Report, random: Random) -> Iterator[Slip]:
    """One letter of a declared person's family name."""
    for who in report.people.values():
        name = family(who)
        for match in report.find(rf"(?<![\w-]){literal(name)}(?![\w-])"):
            wrong = edited(name, random.choice(("two letters swapped", "letter dropped", "letter doubled")), random)
            if len(name) > 4 and wrong:
                yield Slip("name misspelt", Span(*match.span()), wrong, name)


@slips("accent lost", NAMES)
def accent(report: Report, _random: Random) -> Iterator[Slip]:
    """*Sobkow* for *Sobków*."""
    for who in report.people.values():
        for word in who["name"].split():
            bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
            bare = bare.translate(str.maketrans("łŁøØđĐı", "lLoOdDi"))
            if bare != word:
                for match in report.find(rf"(?<![\w-]){literal(word)}(?![\w-])"):
                    yield Slip("accent lost", Span(*match.span()), bare, word)


@slips("name in wrong case", NAMES)
def name_case(report: Report, _random: Random) -> Iterator[Slip]:
    """*Ki-Moon*, *Van den Berg*, *mcDonald*: a part of a name in the other case."""
    for who in report.people.values():
        for match in report.find(rf"(?<![\w-]){literal(who['name'])}(?![\w-])"):
            for part in re.finditer(r"(?<=[ -])[^\W\d_]", match.group()):
                at = match.start() + part.start()
                if part.group().islower() or match.group()[part.start() - 1] == "-":
                    span = Span(at, at + 1)
                    yield Slip(
                        "name in wrong case", span, part.group().swapcase(), part.group(), region=Span(*match.span())
                    )


@slips("honorific changed", NAMES)
def honorific(report: Report, random: Random) -> Iterator[Slip]:
    """*Mr. Lee* where the report has *Ms. Lee* elsewhere."""
    for who in report.people.values():
        for match in _titled(report, who, family(who)):
            title = who["title"]
            dotted = [PLAIN_TITLES.get(item, item) for item in TITLES]
            others = [item if "." in title or title not in PLAIN_TITLES else item.rstrip(".") for item in dotted]
            wrong = random.choice([item for item in others if item != title])
            span = Span(match.start(), match.start() + len(title))
            yield Slip("honorific changed", span, wrong, title, region=Span(*match.span()))


@slips("first mention without title", NAMES)
def first_mention(report: Report, random: Random) -> Iterator[Slip]:
    """*Lee of Korea opened the meeting*: nobody knows yet who that is, nor at *Ms. Lee* two lines below."""
    for who in report.people.values():
        for match in _titled(report, who, who["name"])[:1]:
            right = match.group()
            wrong = random.choice((who["name"], family(who), f"{who['title']} {family(who)}"))
            later = tuple(Span(*item.span()) for item in _titled(report, who, family(who))[:1])
            yield Slip("first mention without title", Span(*match.span()), wrong, right, also=later)


@slips("introduced twice", NAMES)
def reintroduced(report: Report, _random: Random) -> Iterator[Slip]:
    """*Ambassador Ann Lee of Korea* where she spoke a page before."""
    for who in report.people.values():
        whom = who.get("organisation") or who.get("country")
        for match in _titled(report, who, family(who))[1:]:
            if whom:
                role = f", {who['position']} of {whom}," if "position" in who else f" of {whom}"
                wrong = f"{who['title']} {who['name']}{role}"
                yield Slip("introduced twice", Span(*match.span()), wrong, match.group())


@slips("organisation’s name", NAMES)
def organisation(report: Report, random: Random) -> Iterator[Slip]:
    """*Council of Foreign Relations*: another preposition."""
    for body in report.facts["organisations"]:
        name = body["name"] if isinstance(body, dict) else body
        for match in report.find(literal(name)):
            for part in re.finditer(r"\b(of|for|on|in|to)\b", match.group()):
                wrong = random.choice([word for word in ("of", "for", "on") if word != part.group()])
                span = Span(match.start() + part.start(), match.start() + part.end())
                yield Slip("organisation’s name", span, wrong, part.group(), region=Span(*match.span()))


@slips("hosts in another order", NAMES)
def host_order(report: Report, random: Random) -> Iterator[Slip]:
    """*Poland, Japan, and Turkey* for *Japan, Poland, and Turkey*."""
    hosts = [host if isinstance(host, str) else host.get("mission") or host["name"] for host in report.facts["hosts"]]
    if len(hosts) < 2:
        return
    for match in report.find(r"[^.;]{0,60}?".join(literal(host) for host in hosts)):
        missions = [not isinstance(host, str) and "mission" in host for host in report.facts["hosts"]]
        movable = [host for host, mission in zip(hosts, missions, strict=True) if not mission] or hosts
        moved = random.sample(movable, len(movable))
        if moved == movable:
            moved.reverse()
        left = iter(moved)
        others = [next(left) if host in movable else host for host in hosts]
        wrong = match.group()
        for at, host in enumerate(hosts):
            wrong = re.sub(literal(host).replace(" ", r"\s+"), f"\0{at}", wrong)
        for at, host in enumerate(others):
            wrong = wrong.replace(f"\0{at}", host)
        if wrong != match.group():
            yield Slip("hosts in another order", Span(*match.span()), wrong, match.group())


@slips("speaker not reported", NAMES)
def unreported(report: Report, _random: Random) -> Iterator[Slip]:
    """Somebody is among a section's speakers of whom its text says nothing."""
    for section in report.sections:
        if section.speakers and section.body and section.spoke:
            for key, who in report.people.items():
                if key not in section.spoke and family(who) not in report.at(section.body):
                    whole = report.at(section.speakers)
                    wrong = whole[:-1] + f", {key}]"
                    yield Slip("speaker not reported", section.speakers, wrong, whole, region=section.heading)


@slips("term in another form", TERMS)
def term(report: Report, random: Random) -> Iterator[Slip]:
    """What the declared terms say not to write."""
    for entry in report.facts["terms"]:
        for match in report.find(rf"(?<![\w-]){literal(entry['prefer'])}(?![\w-])"):
            yield Slip("term in another form", Span(*match.span()), random.choice(entry["not"]), match.group())


@slips("defined term in another case", TERMS)
def term_case(report: Report, _random: Random) -> Iterator[Slip]:
    """*the framework* where the report has *the Framework* everywhere else."""
    found = list(report.find(r"\bthe (?P<term>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?)(?= [a-z]|[,.;])"))
    often = Counter(" ".join(match["term"].split()) for match in found)
    for match in found:
        words = " ".join(match["term"].split())
        if often[words] > 2 and words not in report.facts["places"]:
            yield Slip("defined term in another case", Span(*match.span("term")), words.lower(), words)


@slips("acronym without its name", TERMS)
def undefined(report: Report, _random: Random) -> Iterator[Slip]:
    """The brackets that said what the acronym stands for are gone."""
    for match in report.find(r" \((?P<acronym>[A-Z]{3,})\)"):
        word = match["acronym"]
        uses = [Span(*use.span()) for use in report.find(rf"(?<![\w(-]){word}(?![\w)-])")]
        if uses:
            before = Span(match.start() - 3, match.end())
            yield Slip("acronym without its name", before, report.at(before)[:3], report.at(before), also=tuple(uses))


@slips("acronym never used", TERMS)
def unused(report: Report, _random: Random) -> Iterator[Slip]:
    """An acronym in brackets after a name, and nowhere else."""
    for body in report.facts["organisations"]:
        if not isinstance(body, dict) or "acronym" in body:
            continue
        initials = "".join(word[0] for word in re.findall(r"\b[A-Z]\w+", body["name"]))
        found = list(report.find(rf"{literal(body['name'])}(?! \()"))
        if len(initials) > 2 and found:
            at = found[0].end()
            last = Span(at - 3, at)
            yield Slip("acronym never used", last, f"{report.at(last)} ({initials})", report.at(last))


@slips("compound without hyphen", TERMS)
def compound(report: Report, _random: Random) -> Iterator[Slip]:
    """*long term goals* in a report that has *long-term* elsewhere."""
    found = list(report.find(r"(?<![\w-])[a-z]{3,}-[a-z]{3,}(?= [a-z])"))
    often = Counter(match.group() for match in found)
    for match in found:
        if often[match.group()] > 1:
            yield Slip("compound without hyphen", Span(*match.span()), match.group().replace("-", " "), match.group())
