"""Slips of spelling: made by the four edits of Damerau, or from published and own lists, never from a dictionary.

A word that an edit turns into another word that exists stays a slip: it is as hard for every proof-reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.proofreading.report import Report, Span
from benchmarks.proofreading.slips import Slip, slips

GROUP = "spelling"

BESIDE = "sq vn xv se wr dg fh gj uo hk jl ko nb bm ip ol wa et ad ry yi cb qe zc tu xa"
NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", BESIDE.split(), strict=True))
"""What stands beside a letter in its row of a QWERTY keyboard, or above it."""

GOLDING_ROTH = (
    ("accept", "except"),
    ("affect", "effect"),
    ("being", "begin"),
    ("cite", "site", "sight"),
    ("country", "county"),
    ("its", "it's"),
    ("lead", "led"),
    ("passed", "past"),
    ("peace", "piece"),
    ("principal", "principle"),
    ("quiet", "quite"),
    ("raise", "rise"),
    ("than", "then"),
    ("their", "there"),
    ("weather", "whether"),
)
"""The confusion sets of Golding and Roth, "A Winnow-Based Approach to Context-Sensitive Spelling Correction", Machine
Learning 34 (1999), without those that are questions of grammar or style (among/between, amount/number, fewer/less,
I/me), that speak to a reader (your/you're), or need two words (maybe/may be)."""

SOUND_ALIKE = (
    ("access", "assess"),
    ("adapt", "adopt"),
    ("adapted", "adopted"),
    ("addition", "edition"),
    ("adverse", "averse"),
    ("aid", "aide"),
    ("allowed", "aloud"),
    ("alter", "altar"),
    ("allusion", "illusion"),
    ("angle", "angel"),
    ("bare", "bear"),
    ("basis", "bases"),
    ("board", "bored"),
    ("border", "boarder"),
    ("born", "borne"),
    ("breach", "breech"),
    ("break", "brake"),
    ("breath", "breathe"),
    ("by", "buy"),
    ("cash", "cache"),
    ("canvas", "canvass"),
    ("capital", "capitol"),
    ("cast", "caste"),
    ("ceased", "seized"),
    ("coarse", "course"),
    ("complement", "compliment"),
    ("conscience", "conscious"),
    ("council", "counsel"),
    ("current", "currant"),
    ("dairy", "diary"),
    ("desert", "dessert"),
    ("device", "devise"),
    ("diffuse", "defuse"),
    ("discreet", "discrete"),
    ("discussed", "disgust"),
    ("dual", "duel"),
    ("elicit", "illicit"),
    ("eminent", "imminent"),
    ("ensure", "insure"),
    ("eight", "ate"),
    ("expand", "expend"),
    ("expanded", "expended"),
    ("extent", "extant"),
    ("fair", "fare"),
    ("feat", "feet"),
    ("find", "fined"),
    ("fiscal", "physical"),
    ("for", "four"),
    ("formally", "formerly"),
    ("forward", "foreword"),
    ("fourth", "forth"),
    ("from", "form"),
    ("great", "grate"),
    ("guest", "guessed"),
    ("heard", "herd"),
    ("here", "hear"),
    ("higher", "hire"),
    ("hostel", "hostile"),
    ("hours", "ours"),
    ("insight", "incite"),
    ("knew", "new"),
    ("know", "no", "now"),
    ("later", "latter"),
    ("lesson", "lessen"),
    ("loan", "lone"),
    ("lose", "loose"),
    ("made", "maid"),
    ("mail", "male"),
    ("main", "mane"),
    ("manager", "manger"),
    ("manner", "manor"),
    ("marital", "martial"),
    ("meet", "meat"),
    ("medal", "meddle"),
    ("medium", "median"),
    ("message", "massage"),
    ("might", "mite"),
    ("minor", "miner"),
    ("missed", "mist"),
    ("mitigate", "militate"),
    ("moral", "morale"),
    ("need", "knead"),
    ("one", "won"),
    ("ordinance", "ordnance"),
    ("pair", "pare"),
    ("patience", "patients"),
    ("peer", "pier"),
    ("plain", "plane"),
    ("poor", "pour", "pore"),
    ("populace", "populous"),
    ("presence", "presents"),
    ("precede", "proceed"),
    ("preceded", "proceeded"),
    ("precedence", "precedents"),
    ("profit", "prophet"),
    ("right", "rite", "write"),
    ("road", "rode"),
    ("role", "roll"),
    ("root", "route"),
    ("sale", "sail"),
    ("scared", "sacred"),
    ("scene", "seen"),
    ("sea", "see"),
    ("seem", "seam"),
    ("some", "sum"),
    ("sole", "soul"),
    ("staring", "starring"),
    ("stake", "steak"),
    ("stationary", "stationery"),
    ("statue", "statute"),
    ("stayed", "staid"),
    ("straight", "strait"),
    ("sure", "shore"),
    ("tale", "tail"),
    ("tenant", "tenet"),
    ("threw", "through"),
    ("thrown", "throne"),
    ("tide", "tied"),
    ("tired", "tried"),
    ("told", "tolled"),
    ("vary", "very"),
    ("wait", "weight"),
    ("waive", "wave"),
    ("wary", "weary"),
    ("waste", "waist"),
    ("way", "weigh"),
    ("week", "weak"),
    ("which", "witch"),
    ("whole", "hole"),
    ("wonder", "wander"),
    ("worn", "warn"),
)
"""Sets from the homophone table of After the Deadline, the proof-reader of WordPress (R. Mudge, "The Design of a
Proofreading Software Service", CL&W 2010; `data/rules/homophonedb.txt` of github.com/Automattic/atd-server-next), which
holds look-alikes as well: those that may stand in a report, and none that has two words of Golding and Roth's sets."""

ATOMIC = (
    ("abroad", "aboard"),
    ("assess", "asses"),
    ("broken", "broker"),
    ("cost", "coast"),
    ("clothe", "cloth"),
    ("if", "it"),
    ("interstate", "intestate"),
    ("learning", "leaning"),
    ("mean", "mane"),
    ("nuclear", "unclear"),
    ("on", "one"),
    ("or", "of"),
    ("price", "prize"),
    ("product", "produce"),
    ("public", "pubic"),
    ("though", "through"),
    ("tracking", "tacking"),
    ("trial", "trail"),
    ("united", "untied"),
)
"""What newsrooms call atomic typos, one letter or two that give another word: examples of editors for what spelling
checkers pass over (D. Bloom after C. F. Hanif; "When spell-check won't help", Grammar Monkeys, 2011; "The Atomic Typo",
Feather Touch Editing; Working Words, 2015; write-edit-publish, 2009), and trial/trail, united/untied."""

CONFUSED = {1: GOLDING_ROTH, 2: SOUND_ALIKE + ATOMIC}
"""Which words are taken for each other, by set of reports. The list of set 2 was chosen before any run on it, by
somebody who had not read docgen's own."""

LOCALES = (
    ("aging", "ageing"),
    ("analyze", "analyse"),
    ("behavior", "behaviour"),
    ("center", "centre"),
    ("centers", "centres"),
    ("color", "colour"),
    ("defense", "defence"),
    ("favor", "favour"),
    ("favorable", "favourable"),
    ("fulfill", "fulfil"),
    ("harbor", "harbour"),
    ("harbors", "harbours"),
    ("honor", "honour"),
    ("honored", "honoured"),
    ("labeled", "labelled"),
    ("labor", "labour"),
    ("modeling", "modelling"),
    ("neighbor", "neighbour"),
    ("neighbors", "neighbours"),
    ("neighboring", "neighbouring"),
    ("offense", "offence"),
    ("pediatric", "paediatric"),
    ("plow", "plough"),
    ("program", "programme"),
    ("programs", "programmes"),
    ("skeptical", "sceptical"),
    ("traveled", "travelled"),
)
"""Plain words whose American and British spellings differ; -ize and -ise are both British, and left out."""

WORD = r"(?<![\w’'-])[a-z]{7,}(?![\w’'-])"


def edited(word: str, how: str, random: Random) -> str | None:
    """The word with one edit inside it: its first and last letters stay."""
    places = list(range(1, len(word) - 2))
    random.shuffle(places)
    for at in places:
        letter, following = word[at], word[at + 1]
        if how == "two letters swapped" and letter != following:
            return word[:at] + following + letter + word[at + 2 :]
        if how == "letter doubled" and letter not in (word[at - 1], following):
            return word[:at] + letter + word[at:]
        if how == "letter dropped" and letter not in (word[at - 1], following):
            return word[:at] + word[at + 1 :]
        if how == "neighbouring key" and letter in NEIGHBOURS:
            return word[:at] + random.choice(NEIGHBOURS[letter]) + word[at + 1 :]
    return None


def _misspelt(report: Report, random: Random, how: str) -> Iterator[Slip]:
    for match in report.find(WORD):
        wrong = edited(match.group(), how, random)
        if wrong:
            yield Slip(how, Span(*match.span()), wrong, match.group())


@slips("two letters swapped", GROUP)
def swapped(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *deleagtes*."""
    return _misspelt(report, random, "two letters swapped")


@slips("letter doubled", GROUP)
def doubled(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *dellegates*."""
    return _misspelt(report, random, "letter doubled")


@slips("letter dropped", GROUP)
def dropped(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *delgates*."""
    return _misspelt(report, random, "letter dropped")


@slips("neighbouring key", GROUP)
def neighbouring(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *dekegates*."""
    return _misspelt(report, random, "neighbouring key")


@slips("misspelt heading", GROUP)
def heading(report: Report, random: Random) -> Iterator[Slip]:
    """A word of a heading; in one of two the heading stands in capitals, as older reports have it."""
    hows = ("two letters swapped", "letter doubled", "letter dropped")
    for section in report.sections:
        for match in re.finditer(r"\b[A-Z][a-z]{5,}\b", report.at(section.heading)):
            wrong = edited(match.group().lower(), random.choice(hows), random)
            if wrong is None:
                continue
            start = section.heading.start + match.start()
            if random.random() < 0.5:
                whole = report.at(section.heading)
                capitals = whole[: match.start()] + wrong + whole[match.end() :]
                yield Slip("misspelt heading", section.heading, capitals.upper(), whole)
            else:
                yield Slip(
                    "misspelt heading", Span(start, start + len(match.group())), wrong.capitalize(), match.group()
                )


@slips("lost hyphen", GROUP)
def lost_hyphen(report: Report, _random: Random) -> Iterator[Slip]:
    """*long-term* → *longterm*."""
    for match in report.find(r"(?<![\w-])[a-z]{3,}-[a-z]{3,}(?![\w-])"):
        yield Slip("lost hyphen", Span(*match.span()), match.group().replace("-", ""), match.group())


@slips("real word for another", GROUP)
def confused(report: Report, random: Random) -> Iterator[Slip]:
    """*their* → *there*: both are words. From set 2 on, a word that stands often has no better chance to be taken."""
    for words in CONFUSED[report.edition]:
        for word in words:
            found = list(report.find(rf"(?<![\w’'-]){word.replace(chr(39), '[’' + chr(39) + ']')}(?![\w’'-])"))
            if report.edition > 1:
                found = random.sample(found, min(len(found), 1))
            for match in found:
                wrong = random.choice([other for other in words if other != word])
                yield Slip("real word for another", Span(*match.span()), wrong, match.group())


@slips("word twice", GROUP)
def twice(report: Report, _random: Random) -> Iterator[Slip]:
    """*in the in*, *the the*."""
    for match in report.find(r"(?<![\w’'-])(?:the|of|to|and|in|for|with|on|by|from|at|as)(?= [a-z])"):
        yield Slip("word twice", Span(*match.span()), f"{match.group()} {match.group()}", match.group())


@slips("acronym in wrong case", GROUP)
def acronym_case(report: Report, random: Random) -> Iterator[Slip]:
    """*UNODC* → *UNoDC*, *Unodc*."""
    for match in report.find(r"(?<![\w-])[A-Z]{4,}(?![\w-])"):
        word = match.group()
        at = random.randrange(1, len(word) - 1)
        wrong = random.choice((word.capitalize(), word[:at] + word[at].lower() + word[at + 1 :]))
        yield Slip("acronym in wrong case", Span(*match.span()), wrong, word)


@slips("other country’s spelling", GROUP)
def locale(report: Report, _random: Random) -> Iterator[Slip]:
    """*neighbor* in a British report, *neighbour* in an American one."""
    british = report.facts.get("language") == "en-GB"
    for american, other in LOCALES:
        right, wrong = (other, american) if british else (american, other)
        for match in report.find(rf"(?<![\w-]){right}(?![\w-])"):
            yield Slip("other country’s spelling", Span(*match.span()), wrong, right)
