"""Makes emoji.zip: one PNG for each emoji sequence, named by its code points, from the bitmaps of Noto Color Emoji.

Usage: python3 make-emoji.py NotoColorEmoji.ttf emoji.zip      (needs fonttools)

Skin tones of sequences of several people, and the reversed names that the font has for right-to-left text, are left
out: EmojiPictures falls back to the sequence without them. The variation selector U+FE0F is not part of a name.
"""

import sys
import zipfile

from fontTools.ttLib import TTFont

TONES = range(0x1F3FB, 0x1F400)
JOINER, SELECTOR = 0x200D, 0xFE0F
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
    return bool(name) and (len(name) > 1 or name[0] > 0xA8) and not reversed_name and tones <= (0 if joined else 1)


def main(source, target):
    font = TTFont(source)
    strike = font["CBDT"].strikeData[0]
    pictures = {}
    for codes, glyph in sequences(font):
        name = tuple(code for code in codes if code != SELECTOR)
        if wanted(name) and hasattr(strike.get(glyph), "imageData"):
            pictures.setdefault(name, strike[glyph].imageData)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, picture in sorted(pictures.items()):
            entry = zipfile.ZipInfo("-".join("%x" % code for code in name), (2026, 1, 1, 0, 0, 0))
            archive.writestr(entry, picture)
    print(len(pictures), "pictures")


main(*sys.argv[1:])
