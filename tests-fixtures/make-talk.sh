#!/bin/sh
# Makes media/talk.mp4, media/talk_alpha.mkv and media/talk.truth.json again, from published inputs.
# Usage: make-talk.sh [OUTPUT_FOLDER]. Needs Java 17, npm, ffmpeg (or REELSKILL_FFMPEG) and flite.
set -eu

PACKAGE=startbootstrap-personal@1.0.1
ARCHIVE=startbootstrap-personal-1.0.1.tgz
ARCHIVE_SHA256=73b3efead6b160a4890c49bfccf3f54736df1cd333b298cecabdf6d057e175b7
CUTOUT=package/dist/assets/profile.png

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/media}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v flite >/dev/null; then
    apt-get install -y flite
fi

(cd "$work" && npm pack --silent "$PACKAGE" >/dev/null)
echo "$ARCHIVE_SHA256  $work/$ARCHIVE" | sha256sum -c -
tar -xzf "$work/$ARCHIVE" -C "$work" "$CUTOUT"

java "$here/MakeTalk.java" --cutout "$work/$CUTOUT" --out "$out"
