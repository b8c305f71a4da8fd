"""Makes emoji/*.zip.xz: one PNG for each emoji sequence, named by its code points, from the bitmaps of Noto Color Emoji.

Usage: python3 make-emoji.py NotoColorEmoji.ttf emoji      (needs fonttools)

Sequences whose first code points differ only in the last six bits share an archive. Nothing is packed inside the
archives, the PNGs included: pictures that are alike, such as those of five skin tones, are packed together by xz.

Skin tones of sequences of several people, and the reversed names that the font has for right-to-left text, are left
out: EmojiPictures falls back to the sequence without them. So are code points for private use. The variation selector U+FE0F is not part of a name.
"""

import collections
import io
import lzma
import os
import struct
import sys
import zipfile
import zlib

from fontTools.ttLib import TTFont

TONES = range(0x1F3FB, 0x1F400)
JOINER, SELECTOR = 0x200D, 0xFE0F
PRIVATE_USE = 0xF0000
XZ = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "pb": 0}]
PEOPLE = {0x1F468, 0x1F469, 0x1F9D1}
GENDERS = {0x2640, 0x2642}


def sequences(font):
    names = {}
    for code, glyph in font.getBestCmap().items():
        names.setdefault(glyph, code)
        yield (code,), glyph
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, ligatures in table.ligatures.items() if table.LookupType == 4 else ():
                for ligature in ligatures:
                    parts = [first] + ligature.Component
                    if all(part in names for part in parts):
                        yield tuple(names[part] for part in parts), ligature.LigGlyph


def wanted(name):
    joined = JOINER in name
    tones = sum(code in TONES for code in name)
    reversed_name = joined and (name[0] in GENDERS or (name[0] not in PEOPLE and PEOPLE & set(name)))
    return bool(name) and (len(name) > 1 or 0xA8 < name[0] < PRIVATE_USE) and not reversed_name and tones <= (0 if joined else 1)


def main(source, target):
    font = TTFont(source)
    strike = font["CBDT"].strikeData[0]
    pictures = {}
    for codes, glyph in sequences(font):
        name = tuple(code for code in codes if code != SELECTOR)
        if wanted(name) and hasattr(strike.get(glyph), "imageData"):
            pictures.setdefault(name, strike[glyph].imageData)
    pack(pictures, target)


def pack(pictures, target):
    blocks = collections.defaultdict(dict)
    for name, picture in sorted(pictures.items()):
        blocks[name[0] >> 6]["-".join("%x" % code for code in name)] = unpacked(picture)
    os.makedirs(target)
    for block, named in blocks.items():
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as stored:
            for name, picture in named.items():
                stored.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), picture)
        with open(os.path.join(target, "%x.zip.xz" % block), "wb") as file:
            file.write(lzma.compress(archive.getvalue(), filters=XZ))
    print(len(pictures), "pictures in", len(blocks), "archives")


def unpacked(png):
    chunks, at = [], 8
    while at < len(png):
        end = at + 12 + struct.unpack(">I", png[at : at + 4])[0]
        chunks.append((png[at + 4 : at + 8], png[at + 8 : end - 4]))
        at = end
    pixels = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    kept = [chunk for chunk in chunks if chunk[0] in (b"IHDR", b"PLTE", b"tRNS")]
    return png[:8] + b"".join(map(chunk, kept + [(b"IDAT", zlib.compress(pixels, 0)), (b"IEND", b"")]))


def chunk(named):
    kind, body = named
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


if __name__ == "__main__":
    main(*sys.argv[1:])
