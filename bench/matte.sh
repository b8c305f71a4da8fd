#!/bin/sh
# Prints what issue 5 asks to see: errors of the mattes against exact alpha, and speed beside plain ffmpeg.
# Usage: bench/matte.sh [CLIP ALPHA]... ; pairs of a clip and its exact alpha besides the project's own talk clip.
# Definitions of the errors: src/test/java/reelskill/bench/MatteMetrics.java. Needs: mvn test-compile done before.
set -eu
cd "$(dirname "$0")/.."

paths=$(mktemp)
trap 'rm -f "$paths"' EXIT
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile="$paths" -Dmdep.includeScope=test
bench() {
    java -Xmx1g -cp "target/classes:target/test-classes:$(cat "$paths")" reelskill.bench.MatteBench "$@"
}

talk=tests-fixtures/media/talk
bench quality $talk.mp4 ${talk}_alpha.mkv 300 fast default fine
bench speed $talk.mp4 3 fast default
while [ $# -ge 2 ]; do
    bench quality "$1" "$2" 300 fast default fine
    bench speed "$1" 3 fast default
    shift 2
done
