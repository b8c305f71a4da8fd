#!/usr/bin/env bash
# Says every sentence of operations.tsv over real footage, as a person would, and leaves the results to be looked at.
# For each row: target/operations/NAME.* is the export, its .png eight of its moments, NAME.txt what was said and answered.
# A sentence that begins with "$ " is another command of the program. The ending "several" stands for the files that one request
# makes, in target/operations/NAME, and "several.gif" for one of that kind; "none" for no export. Contact sheets lie in
# target/operations/home/NAME.
# Prints a table: exit code, seconds, picture, frame rate, length, loudness and peak of each result.
# Usage: bench/operations.sh [NAME...]   Needs ffmpeg and ffprobe on the PATH, and the shared media (SHARED, ../shared).
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$(realpath "${SHARED:-../shared}")/media
out=$PWD/target/operations
media=$out/media
mkdir -p "$media"

# Short pieces of the real clips, made once.
piece() { # NAME SOURCE FROM SECONDS [FILTER]
    [ -s "$media/$1" ] || ffmpeg -v error -y -ss "$3" -t "$4" -i "$shared/$2" -vf "${5:-scale=640:-2}" -c:v libx264 \
        -preset veryfast -crf 18 -g 30 -c:a aac -b:a 128k "$media/$1"
}
make() { # NAME FFMPEG-ARGUMENTS...
    local name=$1
    shift
    [ -s "$media/$name" ] || ffmpeg -v error -y "$@" "$media/$name"
}
piece man.mp4 people/gt_man_720.mp4 0 4
piece woman.mp4 intel_one-by-one-person-detection.mp4 36 5
piece chrome.mp4 people_chrome.mp4 4 6
piece people.mp4 scenes_wannaworktogether_narrated.mp4 30 8
piece film.mp4 scenes_bbb_1080p30_30s.mp4 8 8
piece still.mp4 intel_one-by-one-person-detection.mp4 2 6
piece green.mp4 greenscreen_man_noaudio.mp4 3 5
piece shaky.mp4 people_chrome.mp4 4 5 "crop=400:224:40+18*sin(9*t)+9*sin(23*t):22+10*cos(11*t)+8*sin(19*t)"
make talk.mp4 -t 14 -i tests-fixtures/media/talk.mp4 -vf scale=640:-2 -c:v libx264 -preset veryfast -crf 18 -g 30 -c:a aac -b:a 128k
# Pieces of a second and a half of two films, and six seconds of one apart, for the looks.
number=0
for from in 0 4 8 12 16 20 24; do
    piece "t$((number += 1)).mp4" scenes_bbb_1080p30_30s.mp4 $from 1.5 scale=640:360
    piece "t$((number += 1)).mp4" people_chrome.mp4 $from 1.5 scale=640:360,fps=24
done
for number in 1 2 3 4 5 6; do piece "look$number.mp4" people_chrome.mp4 $((21 + number)) 1 scale=640:360; done
piece short.mp4 scenes_bbb_1080p30_30s.mp4 8 3
make noisy.mp4 -i "$media/talk.mp4" -f lavfi -i anoisesrc=c=pink:a=0.03:d=14 -filter_complex "[0:a][1:a]amix=duration=first:normalize=0" -c:v copy
make song.m4a -f lavfi -i "aevalsrc=0.2*sin(220*2*PI*t)*(1-mod(t\,1))+0.2*sin(330*2*PI*t)*(1-mod(t\,0.5)):d=6"
make logo.png -f lavfi -i "color=0xE4572E:s=240x240,format=rgba,geq=r=228:g=87:b=46:a='255*lt(hypot(X-120,Y-120),116)*gt(hypot(X-120,Y-120),60)'" -frames:v 1
make photo1.jpg -ss 1 -i "$media/film.mp4" -frames:v 1
make photo2.jpg -ss 2 -i "$media/people.mp4" -frames:v 1
make photo3.jpg -ss 1 -i "$media/chrome.mp4" -frames:v 1
printf '1\n00:00:00,500 --> 00:00:03,000\nThese are my own words.\n\n2\n00:00:03,500 --> 00:00:06,000\n还有中文字幕。\n' > "$media/words.srt"
printf 'TITLE "teal"\nLUT_3D_SIZE 2\n0 .05 .1\n.95 .1 .05\n0 .85 .3\n.95 .95 .3\n.1 .2 .9\n.9 .2 .9\n.1 .9 1\n1 1 .95\n' > "$media/teal.cube"

run() { # NAME FILES SENTENCES ENDING
    local name=$1 code=0 begun=$SECONDS files=() direct=() file sentence kind
    rm -rf "$out/home/$name" "$out/$name".* "${out:?}/$name"
    case $4 in
        several*)
            kind=${4#several}
            mkdir "$out/$name" && direct=(-o "$out/$name/video${kind:-.mp4}")
            ;;
        jpg | png) direct=(-o "$out/$name.$4") ;;
    esac
    for file in $2; do files+=("$media/$file"); done
    export REELSKILL_HOME=$out/home/$name REELSKILL_BACKEND=local
    : > "$out/$name.txt"
    while IFS= read -r sentence; do
        printf '\n> %s\n' "$sentence" >> "$out/$name.txt"
        case $sentence in
            # shellcheck disable=SC2086 # the arguments of another command
            '$ '*) ./reelskill ${sentence#??} >> "$out/$name.txt" 2>&1 || code=$? ;;
            *) ./reelskill edit --local ${direct[@]+"${direct[@]}"} ${files[@]+"${files[@]}"} "$sentence" >> "$out/$name.txt" 2>&1 || code=$? ;;
        esac
        files=()
    done < <(sed 's/ *|| */\n/g' <<< "$3")
    [ "$4" = none ] || [ ${#direct[@]} -gt 0 ] || ./reelskill export --local -o "$out/$name.$4" >> "$out/$name.txt" 2>&1 || code=$?
    printf '%-22s exit %s  %3ss\n' "$name" "$code" $((SECONDS - begun))
    for file in "$out/$name.$4" "$out/$name"/*; do [ ! -s "$file" ] || measure "$file"; done
}

# Prints what a file is like and, where it has pictures, draws eight of its moments.
measure() { # FILE
    local facts loud seconds
    facts=$(ffprobe -v error -select_streams v:0 -show_entries stream=codec_name,width,height,avg_frame_rate -show_entries format=duration \
        -of default=nw=1:nk=1 "$1" 2>/dev/null | paste -sd ' ') || facts="$(wc -c < "$1") bytes"
    loud=$(ffmpeg -nostats -i "$1" -map 0:a:0 -af ebur128=peak=true -f null - 2>&1 | sed -n '/Summary/,$p' |
        sed -nE 's/.*(I|Peak): +(.*)/\2/p' | paste -sd ' ') || loud=silent
    printf '    %-28s %-44s %s\n' "${1##*/}" "$facts" "$loud"
    case $1 in *.png | *.jpg) return ;; esac
    seconds=$(ffprobe -v error -show_entries format=duration -of csv=p=0 "$1" 2>/dev/null) || return 0
    ffmpeg -v error -y -i "$1" -frames:v 1 -vf "fps=8/${seconds},scale=320:240:force_original_aspect_ratio=decrease,pad=320:240:-1:-1:gray,tile=4x2" \
        "${1%.*}.png" 2>/dev/null || true
}

while IFS=$'\t' read -r name files sentences ending; do
    case $name in '' | \#*) continue ;; esac
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    run "$name" "$files" "$sentences" "${ending:-mp4}" < /dev/null
done < bench/operations.tsv
