#!/usr/bin/env bash
# Prints what issue 6 asks to see of speed: each job by us, from the command line to the finished file, beside the same job by
# others, one after the other in turn; medians of wall time and of processor time of all processes, and their ratios.
# Usage: bench/render.sh [JOB]...   jobs: crossfade cuts silences copy second sound memory; all without a name.
#   RUNS (3)       how often everybody does each job
#   MEDIA          the folder of clips (../shared/media)
# Needs: apt-get install -y --no-install-recommends ffmpeg melt auto-editor time; for the job "sound": mvn test-compile.
# In the rows "melt" melt renders our exported project, in which one producer of a film serves all its cuts. In the row "melt-line"
# it is told the same cuts as its manual shows it, by a command line with the film, in and out again for each: many producers.
# Sources are clips of MEDIA, made longer by stream copy. We start each time as a first edit of another clip
# left us: programs and libraries unpacked, an archive of classes and a database made; of the job's own clips nothing is known.
set -euo pipefail
cd "$(dirname "$0")/.."
media=$(cd "${MEDIA:-../shared/media}" && pwd)
runs=${RUNS:-3}
for program in ffmpeg ffprobe melt auto-editor; do
    command -v "$program" >/dev/null || { echo "$program is missing: see the first lines of $0" >&2; exit 2; }
done
[ -x /usr/bin/time ] || { echo "/usr/bin/time is missing: see the first lines of $0" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen
./reelskill --version >/dev/null # builds what is missing, out of the measurement
# As for a person from the second edit on; the first one leaves the archive of classes to be made.
REELSKILL_HOME=$work/first ./reelskill edit --local "$media/tiny_flower.mp4" \
    "make it warmer, remove the silences and add a title saying 'Hello'" -o "$work/warm.mp4" >/dev/null 2>&1
for ((second = 0; second < 60; second++)); do
    compgen -G 'target/start-*[0-9].jsa' >/dev/null && break
    sleep 1
done

x264=(-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -c:a aac -b:a 192k -movflags +faststart)
film=$media/scenes_bbb_1080p30_30s.mp4 # 24 pictures a second, groups of up to 10.4 s: the hard case for copying

# clip NAME FROM: ten seconds of the film
clip() {
    [ -e "$work/$1" ] || ffmpeg -v error -y -ss "$2" -i "$film" -map 0:v -map 0:a -t 10 -c copy "$work/$1"
}

# looped NAME SECONDS: the film again and again. Its sound is a little longer: looped together, the pictures would come late.
looped() {
    [ -e "$work/$1" ] && return
    ffmpeg -v error -y -i "$film" -map 0:v -c copy "$work/picture.mp4" -map 0:a -c copy "$work/sound.mp4"
    ffmpeg -v error -y -stream_loop -1 -i "$work/picture.mp4" -stream_loop -1 -i "$work/sound.mp4" -t "$2" -c copy "$work/$1"
}

# measured JOB WHO COMMAND...: one run; its figures go to the job's table
measured() {
    local job=$1 who=$2
    shift 2
    if ! /usr/bin/time -f '%e %U %S %M' -o "$work/figures" "$@" >"$work/log" 2>&1; then
        echo "$job by $who failed: $*" >&2
        tail -5 "$work/log" >&2
        exit 1
    fi
    tail -1 "$work/figures" >>"$work/$job.$who"
}

# ours JOB WHO ARGUMENTS...: edit on this machine, as after the first edit of another clip
ours() {
    local job=$1 who=$2
    shift 2
    rm -rf "$work/home"
    cp -a "$work/first" "$work/home"
    rm -f "${!#}" # we replace no file of another session
    REELSKILL_HOME=$work/home measured "$job" "$who" ./reelskill edit --local "$@"
}

melted() { # OUT WHAT...
    local out=$1
    shift
    melt "$@" -consumer "avformat:$out" vcodec=libx264 preset=veryfast crf=20 acodec=aac ab=192k real_time=-1
}
export -f melted

median() { # FILE AWK-EXPRESSION
    awk "{print $2}" "$1" | sort -n | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'
}

# row JOB WHO: our medians, those of another and the ratio to it; the target where there is one
row() { # JOB OURS OTHER [TARGET]
    local file=$work/$1.$2 other=$work/$1.$3
    awk -v job="$1" -v who="$3" -v target="${4:-}" \
        -v w="$(median "$file" '$1')" -v c="$(median "$file" '$2+$3')" -v m="$(median "$file" '$4/1024')" \
        -v ow="$(median "$other" '$1')" -v oc="$(median "$other" '$2+$3')" -v om="$(median "$other" '$4/1024')" \
        'BEGIN {printf "%-10s %-14s %7.1f %7.1f %6.0f %7.1f %7.1f %6.0f   %5.2f %5.2f   %s\n",
            job, who, w, c, m, ow, oc, om, w / ow, c / oc, target == "" ? "" : "<= " target}'
}

header() {
    echo "job        beside            ours: s   cpu-s     MB  theirs: s  cpu-s    MB   ratio   cpu   wanted"
}

frames() {
    ffprobe -v error -count_packets -select_streams v -show_entries stream=nb_read_packets -of csv=p=0 "$1" | head -1
}

crossfade() { # two clips of 10 s, 1 s over each other, a title of 3 s
    clip first.mp4 0
    clip second.mp4 11.88
    local words="add a 1 second crossfade between the clips and add a title saying 'Weekly update' for 3 seconds"
    local clips=("$work/first.mp4" "$work/second.mp4")
    ours crossfade project "${clips[@]}" "$words" -o "$work/crossfade.mlt"
    ours crossfade file "${clips[@]}" "$words" -o "$work/crossfade.mp4"
    # As long as ours: the crossfade begins one second before the end that our project gives the first clip.
    local length offset seconds
    length=$(frames "$work/crossfade.mp4")
    seconds=$(ffprobe -v error -select_streams v -show_entries stream=duration -of csv=p=0 "$work/first.mp4")
    offset=$(awk -v s="$seconds" 'BEGIN {printf "%.3f", s - 1.0 - 1 / 24}')
    local graph="[0:v]settb=1/24,setpts=N[a];[1:v]settb=1/24,setpts=N[b];[a][b]xfade=duration=1:offset=$offset,drawtext=text='Weekly update':fontsize=80:fontcolor=white:x=(w-tw)/2:y=(h-th)/2:enable='lt(t,3)'[v];[0:a][1:a]acrossfade=d=1[s]"
    for ((run = 0; run < runs; run++)); do
        ours crossfade ours "${clips[@]}" "$words" -o "$work/out.mp4"
        measured crossfade ffmpeg ffmpeg -v error -y -i "${clips[0]}" -i "${clips[1]}" -filter_complex "$graph" \
            -map '[v]' -map '[s]' -frames:v "$length" "${x264[@]}" "$work/plain.mp4"
        measured crossfade melt bash -c 'melted "$@"' melted "$work/melt.mp4" "$work/crossfade.mlt"
    done
    row crossfade ours ffmpeg 1.05
    row crossfade ours melt 0.95
}

cuts() { # 100 cuts from a minute; 33.3 s stay
    looped minute.mp4 60
    local words
    words=$(cut_words 100)
    ours cuts project "$work/minute.mp4" "$words" -o "$work/cuts.mlt"
    for ((run = 0; run < runs; run++)); do
        ours cuts ours "$work/minute.mp4" "$words" -o "$work/out.mp4"
        measured cuts transcode ffmpeg -v error -y -i "$work/minute.mp4" -t "$(kept "$work/out.mp4")" "${x264[@]}" "$work/plain.mp4"
        measured cuts melt bash -c 'melted "$@"' melted "$work/melt.mp4" "$work/cuts.mlt"
        # shellcheck disable=SC2046 # many words
        measured cuts melt-line bash -c 'melted "$@"' melted "$work/melt.mp4" $(cut_line "$work/minute.mp4" 100)
    done
    row cuts ours transcode 1.40
    row cuts ours melt 0.30
    row cuts ours melt-line 0.30
}

cut_words() { # HOW MANY: of every 0.6 s the last 0.27 go
    awk -v n="$1" 'function t(s) {s = int(s * 100 + 0.5) / 100; return sprintf("%d:%05.2f", int(s / 60), s % 60)}
        BEGIN {printf "remove "; for (i = 0; i < n; i++) printf "%s%s-%s", i ? ", " : "", t(0.6 * i + 0.3333), t(0.6 * i + 0.6)}'
}

cut_line() { # FILE HOW MANY: the same cuts for melt, in frames; the last is named
    awk -v file="$1" -v n="$2" 'function frame(s) {return int(24 * s + 0.5)}
        BEGIN {for (i = 0; i < n; i++) printf "%s in=%d out=%d ", file, frame(0.6 * i), frame(0.6 * i + 0.3333) - 1}'
}

kept() { # FILE: how long its picture lasts
    ffprobe -v error -select_streams v -show_entries stream=duration -of csv=p=0 "$1"
}

silences() { # 42 s of a talk
    local talk=$media/speech_autoeditor_example.mp4
    for ((run = 0; run < runs; run++)); do
        ours silences ours "$talk" "remove the silences" -o "$work/out.mp4"
        measured silences auto-editor auto-editor "$talk" --no-open --output "$work/auto.mp4"
    done
    row silences ours auto-editor 0.70
}

copy() { # three cuts in five minutes, as far from the beginnings of groups as cuts of this film are on average
    looped five.mp4 300
    local words="remove 0:36-0:47, 2:03-2:13, 4:04-4:15"
    local keep="lt(t,36)+gte(t,47)*lt(t,123)+gte(t,133)*lt(t,244)+gte(t,255)"
    for ((run = 0; run < runs; run++)); do
        ours copy ours "$work/five.mp4" "$words" -o "$work/out.mp4"
        measured copy encoding ffmpeg -v error -y -i "$work/five.mp4" -vf "select='$keep',setpts=N/24/TB" \
            -af "aselect='$keep',asetpts=N/SR/TB" "${x264[@]}" "$work/plain.mp4"
    done
    row copy ours encoding 0.20
}

second() { # two minutes in other colours with a title, then another title
    looped two.mp4 120
    for ((run = 0; run < runs; run++)); do
        ours second first "$work/two.mp4" "make it warmer and add a title saying 'Weekly update' at 0:50 for 3 seconds" -o "$work/one.mp4"
        rm -f "$work/two-titles.mp4"
        REELSKILL_HOME=$work/home measured second again ./reelskill edit --local "change the title to 'Monthly update'" -o "$work/two-titles.mp4"
    done
    row second again first 0.20
}

memory() { # 5 cuts and 500 in five minutes: the largest of all processes
    looped five.mp4 300
    ffmpeg -v error -y -i "$work/five.mp4" -vf scale=640:360 -c:v libx264 -preset ultrafast -c:a copy "$work/small.mp4"
    for ((run = 0; run < runs; run++)); do
        ours memory few "$work/small.mp4" "$(cut_words 5)" -o "$work/out.mp4"
        ours memory many "$work/small.mp4" "$(cut_words 500)" -o "$work/out.mp4"
    done
    row memory many few
}

sound() { bench/speech.sh "$media"; }

header
for job in ${*:-crossfade cuts silences copy second memory sound}; do
    case $job in
        crossfade | cuts | silences | copy | second | memory | sound) "$job" ;;
        *) echo "no job is called $job: see the first lines of $0" >&2; exit 2 ;;
    esac
done
