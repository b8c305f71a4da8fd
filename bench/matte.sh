#!/bin/sh
# Prints what issue 5 asks to see: errors of the mattes against exact alpha; speed, processor time and memory of whole
# jobs beside plain ffmpeg, at 1280x720 and 1920x1080. About 45 minutes on two quiet cores.
# Usage: bench/matte.sh [CLIP ALPHA]... ; pairs of a 720p clip and its exact alpha besides those the project makes itself.
#   RUNS (3)     how often each job runs, in turn; the median counts
#   LONG (600)   the seconds of the long clip that memory is measured on
#   CUTOUT       a picture of a person with alpha; without it the one of the talk clip is fetched with npm
# Clips: the talk (tests-fixtures), one that is made here (src/test/java/reelskill/bench/TruthClip.java: a cut-out person
# over cluttered pictures, calm, quick, and coming nearer), and those named. Speed and memory: of the last of them.
# Definitions of the errors: MatteMetrics.java beside it; of a job: JobBench.java. Others' mattes of the same frames: matte-peers.sh.
# Needs ffmpeg on the PATH, and mvn test-compile done before.
set -eu
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile="$folder/paths" -Dmdep.includeScope=test
java() { # with the flags of the reelskill script
    MALLOC_ARENA_MAX=2 command java -XX:Tier4InvocationThreshold=300000 -XX:Tier4MinInvocationThreshold=60000 \
        -XX:Tier4CompileThreshold=600000 -XX:Tier4BackEdgeThreshold=2000000 \
        -XX:+UseSerialGC -Xms64m -cp "target/classes:target/test-classes:$(cat "$folder/paths")" "$@"
}

if [ -z "${CUTOUT:-}" ]; then
    (cd "$folder" && npm pack --silent startbootstrap-personal@1.0.1 >/dev/null)
    archive=$folder/startbootstrap-personal-1.0.1.tgz
    echo "73b3efead6b160a4890c49bfccf3f54736df1cd333b298cecabdf6d057e175b7  $archive" | sha256sum -c - >/dev/null
    tar -xzf "$archive" -C "$folder" package/dist/assets/profile.png
    CUTOUT=$folder/package/dist/assets/profile.png
fi

quality() { # CLIP ALPHA
    echo "== errors, $(basename "$1")"
    java reelskill.bench.MatteBench quality "$1" "$2" 300 fast default fine
}

rooms=src/main/resources/reelskill/studio/matte/rooms
clip=$folder/made.mp4
java reelskill.bench.MatteBench truth "$clip" "$folder/made_alpha.mkv" "$CUTOUT" \
    $rooms/bookshelf.jpg $rooms/living-room.jpg $rooms/outdoor.jpg
quality tests-fixtures/media/talk.mp4 tests-fixtures/media/talk_alpha.mkv
quality "$clip" "$folder/made_alpha.mkv"
while [ $# -ge 2 ]; do
    quality "$1" "$2"
    clip=$1
    shift 2
done

# Two minutes with sound, as people film: the clip again and again, with the sound of the talk.
ffmpeg -v error -y -stream_loop -1 -i "$clip" -stream_loop -1 -i tests-fixtures/media/talk.mp4 -map 0:v -map 1:a -t 120 \
    -c copy "$folder/720.mp4"
ffmpeg -v error -y -i "$folder/720.mp4" -vf scale=1920:1080:flags=lanczos -c:v libx264 -preset veryfast -crf 18 \
    -c:a copy "$folder/1080.mp4"
echo "== speed, $(basename "$clip")"
for size in 720 1080; do
    java reelskill.bench.JobBench speed "$folder/$size.mp4" "${RUNS:-3}" default fast
done
echo "== memory of all processes, $(basename "$clip")"
java reelskill.bench.JobBench memory "$folder/720.mp4" 10 default fast fine
java reelskill.bench.JobBench memory "$folder/1080.mp4" 10 default
java reelskill.bench.JobBench memory "$folder/720.mp4" "${LONG:-600}" default
