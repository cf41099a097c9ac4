"""Panels: groups set in a box, whose ground is drawn behind them column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.document.kernel import Group
from docgen.layout.page import RuleBox
from docgen.layout.setting import SetNodes, Setting
from docgen.layout.strip import Frame, Ground, Strip, depth, kept
from docgen.style.panel import Panel, Side
from docgen.style.roles import Role

MOST_WHOLE = 0.5
"""How much of a column a panel may take to be kept whole, in parts of its height. A higher one would leave a hole."""


def set_panel(group: Group, panel: Panel, frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """A group in its box, a line's distance from the text around it.

    Where a column ends in it, its ground runs to the last line there, open, and begins again with its padding above
    the first line of the next: readers see that it goes on.
    """
    inside = replace(frame.inset(panel.inset(Side.LEFT), panel.inset(Side.RIGHT)), role=Role.PANEL)
    strips = set_nodes(group.children, inside, setting)
    if not strips:
        return []
    ground = _ground(group, panel, frame)
    line = setting.style.text(Role.BODY).leading
    strips = _closed(strips, panel, frame, line)
    if depth(strips) <= MOST_WHOLE * frame.height:
        strips = [*kept(strips[:-1]), strips[-1]]
    if ground is None:
        return strips
    above = panel.inset(Side.TOP) - panel.edged(Side.TOP)
    again = (Strip(above, ground=ground),) if panel.fill is not None else ()
    first, *others = [replace(strip, ground=ground) for strip in strips]
    return [first, *[replace(strip, repeated=(*again, *_grounded(strip.repeated, ground))) for strip in others]]


def _grounded(strips: Sequence[Strip], ground: Ground) -> Iterator[Strip]:
    return (replace(strip, ground=ground) for strip in strips)


def _ground(group: Group, panel: Panel, frame: Frame) -> Ground | None:
    """What runs down the whole panel: its fill, then the edges to the left and right; None where there is none."""
    stripes = [(str(panel.fill), 0.0, frame.measure)] if panel.fill is not None else []
    if width := panel.edged(Side.LEFT):
        stripes.append((str(panel.edge), 0.0, width))
    if width := panel.edged(Side.RIGHT):
        stripes.append((str(panel.edge), frame.measure - width, width))
    return Ground(group.id, frame.left, frame.measure, tuple(stripes)) if stripes else None


def _closed(strips: Sequence[Strip], panel: Panel, frame: Frame, line: float) -> list[Strip]:
    """The strips between the upper and the lower side of their panel, with the space around it."""
    found = [replace(strips[0], before=0.0), *strips[1:]]
    found[-1] = replace(found[-1], after=0.0)
    top, bottom = panel.inset(Side.TOP), panel.inset(Side.BOTTOM)
    if top:
        found.insert(0, Strip(top, _edge(panel, Side.TOP, frame, top), keep=True))
    if bottom:
        found[-1] = replace(found[-1], keep=True)
        found.append(Strip(bottom, _edge(panel, Side.BOTTOM, frame, bottom)))
    found[0] = replace(found[0], before=line)
    found[-1] = replace(found[-1], after=line)
    return found


def _edge(panel: Panel, side: Side, frame: Frame, height: float) -> tuple[RuleBox, ...]:
    """The edge above or below a panel, in the strip between it and the text."""
    width = panel.edged(side)
    if not width:
        return ()
    y = -width if side is Side.TOP else -height
    return (RuleBox(frame.left, y, frame.measure, width, str(panel.edge)),)
