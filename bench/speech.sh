#!/bin/sh
# Prints word error rates, the speed of recognition, and the speed of all analysis of sound without it (issue 6: at least
# 150 times real time), as processor time of all processes. Usage: bench/speech.sh [FOLDER]; FOLDER holds the clips that
# bench/speech has the texts of. Needs: mvn test-compile done before.
set -eu
cd "$(dirname "$0")/.."

paths=$(mktemp)
trap 'rm -f "$paths"' EXIT
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile="$paths" -Dmdep.includeScope=test
exec java -Xmx1g -cp "target/classes:target/test-classes:$(cat "$paths")" reelskill.bench.SpeechBench "${1:-../shared/media}"
