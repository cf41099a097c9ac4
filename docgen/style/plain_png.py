"""PNG files that both writers take as they are, told by their bytes: most logos are such.

Pillow takes longer to load than to read one. What is found sound here Pillow finds sound, too; everything that is
unusual in any way, and everything that is damaged, is left to it (PNG, Third Edition, W3C 2025).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # a pixel, by type of colour: grey, RGB, palette, grey or RGB with alpha
_PALETTE = 3
_HARMLESS = {b"cHRM": 32, b"gAMA": 4, b"pHYs": 9, b"sRGB": 1, b"tIME": 7}
"""The lengths of chunks that change nothing in how docgen shows a picture."""


def plain_size(data: bytes, most: int) -> tuple[int, int] | None:
    """Width and height of a plain PNG of at most so many pixels; None for any other file.

    Plain is one of eight bits a sample, not interlaced, without a colour profile, text, animation or transparent
    colours, whole and followed by nothing.
    """
    try:
        chunks = list(_chunks(data))
    except (struct.error, ValueError):
        return None
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1] != b"IEND" or len(chunks[0][1]) != 13 or chunks[-1][1]:
        return None
    width, height, depth, colours, *rest = struct.unpack(">LLBBBBB", chunks[0][1])
    if depth != 8 or colours not in _SAMPLES or any(rest) or not 0 < width * height <= most:
        return None
    packed: list[bytes] = []
    palettes: list[bytes] = []
    for at, (kind, held) in enumerate(chunks[1:-1], start=1):
        if kind == b"IDAT" and (not packed or kinds[at - 1] == b"IDAT"):
            packed.append(held)
        elif kind == b"PLTE" and colours == _PALETTE and not packed:
            palettes.append(held)
        elif len(held) != _HARMLESS.get(kind):
            return None
    if (colours == _PALETTE) != (len(palettes) == 1) or any(not held or len(held) % 3 for held in palettes):
        return None
    return (width, height) if _is_whole(b"".join(packed), 1 + width * _SAMPLES[colours], height) else None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a file, each with its kind. Raises `ValueError` and `struct.error` for a damaged one."""
    if not data.startswith(_SIGNATURE):
        raise ValueError("this is no PNG")
    at = len(_SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack_from(">L4s", data, at)
        held = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">L", data, at + 8 + length)
        if zlib.crc32(held, zlib.crc32(kind)) != checksum:
            raise ValueError("a chunk is damaged")
        yield kind, held
        at += 12 + length


def _is_whole(packed: bytes, row: int, rows: int) -> bool:
    """Whether packed pixels come to so many rows of so many bytes, each with a filter that there is."""
    unpacking = zlib.decompressobj()
    try:
        pixels = unpacking.decompress(packed, row * rows + 1)
    except zlib.error:
        return False
    if len(pixels) != row * rows or not unpacking.eof or unpacking.unused_data:
        return False
    return set(pixels[::row]) <= {0, 1, 2, 3, 4}
