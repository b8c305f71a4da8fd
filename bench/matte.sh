#!/bin/sh
# Prints what issue 5 asks to see: errors of the mattes against exact alpha; speed, processor time and memory of whole
# jobs beside plain ffmpeg.
# Usage: bench/matte.sh [CLIP ALPHA]... ; pairs of a clip and its exact alpha besides the project's own talk clip.
# Definitions of the errors: src/test/java/reelskill/bench/MatteMetrics.java; of a job: JobBench.java beside it.
# With the flags of the reelskill script. RUNS (3) is how often each job runs, in turn; LONG (600) the seconds of the long clip that memory is measured on.
# Needs ffmpeg on the PATH, and mvn test-compile done before.
set -eu
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile="$folder/paths" -Dmdep.includeScope=test
java() {
    command java -XX:+UseSerialGC -cp "target/classes:target/test-classes:$(cat "$folder/paths")" "$@"
}

measure() { # CLIP ALPHA
    java reelskill.bench.MatteBench quality "$1" "$2" 300 fast default fine
    # Forty seconds with sound: the clip again and again, with the sound of the talk where it has none.
    ffmpeg -v error -y -stream_loop -1 -i "$1" -stream_loop -1 -i tests-fixtures/media/talk.mp4 -map 0:v -map 1:a -t 40 \
        -c copy "$folder/720.mp4"
    ffmpeg -v error -y -i "$folder/720.mp4" -vf scale=1920:1080:flags=lanczos -c:v libx264 -preset veryfast -crf 18 \
        -c:a copy "$folder/1080.mp4"
    java reelskill.bench.JobBench speed "$folder/720.mp4" "${RUNS:-3}" default fast
    java reelskill.bench.JobBench speed "$folder/1080.mp4" "${RUNS:-3}" default fast
}

talk=tests-fixtures/media/talk
measure $talk.mp4 ${talk}_alpha.mkv
java reelskill.bench.JobBench memory $talk.mp4 10 default
java reelskill.bench.JobBench memory $talk.mp4 "${LONG:-600}" default
while [ $# -ge 2 ]; do
    measure "$1" "$2"
    shift 2
done
