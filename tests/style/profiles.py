"""Colour profiles made by hand, to see whether anybody looks at them (ICC.1:2010, clauses 7 and 10)."""

from __future__ import annotations

import struct

from docgen.writers.pdf.intent import srgb


def with_red_and_green_exchanged() -> bytes:
    """A profile of RGB in which pure red means the green of sRGB, and pure green its red."""
    data = srgb()
    tags = {data[at : at + 4]: struct.unpack_from(">I", data, at + 4)[0] for at in range(132, 132 + 9 * 12, 12)}
    red, green = (data[tags[name] : tags[name] + 20] for name in (b"rXYZ", b"gXYZ"))
    return data.replace(red, b"").replace(green, green + red)


def of_one_ink() -> bytes:
    """A profile of CMYK in which cyan ink prints red, and no other ink prints anything."""
    identity = struct.pack(">9i", *(65536 if at % 4 == 0 else 0 for at in range(9)))
    ramp = bytes(range(256))
    white, red = (255, 128, 128), (136, 208, 195)  # in Lab, as sRGB has them
    grid = b"".join(bytes(red if cyan else white) for cyan in (0, 1) for _ in range(8))
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + identity + ramp * 4 + grid + ramp * 3
    head = struct.pack(
        ">I4sI4s4s4s12s4s4sI4s4sQI3I4s16s28x",
        *(0, b"", 0x02400000, b"prtr", b"CMYK", b"Lab ", bytes(12), b"acsp", b"", 0, b"", b"", 0, 0),
        *(0xF6D6, 0x10000, 0xD32D, b"", b""),
    )
    data = head + struct.pack(">I4sII", 1, b"A2B0", len(head) + 16, len(table)) + table
    return struct.pack(">I", len(data)) + data[4:]
