#!/bin/sh
# Makes the stubs of README.md. The output is the same on every machine with the same binutils.
set -eu
cd "$(dirname "$0")"
target=../../resources/reelskill/studio/ffmpeg/stubs
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

stub() { # platform, binutils prefix, library, version nodes
    platform=$1 prefix=$2 library=$3
    shift 3
    mkdir -p "$target/$platform"
    : >"$work/versions"
    for node in "$@"; do echo "$node { };" >>"$work/versions"; done
    : | "${prefix}as" -o "$work/empty.o" -
    "${prefix}ld" -shared -s -z norelro -z noseparate-code -z max-page-size=65536 --hash-style=gnu --build-id=none \
        -soname "$library" ${1:+--version-script="$work/versions"} -o "$target/$platform/$library" "$work/empty.o"
}

for machine in "linux-x86_64 x86_64-linux-gnu-" "linux-arm64 aarch64-linux-gnu-"; do
    set -- $machine
    stub "$1" "$2" libxcb.so.1
    stub "$1" "$2" libxcb-shm.so.0
    stub "$1" "$2" libasound.so.2 ALSA_0.9 ALSA_0.9.0rc4
    stub "$1" "$2" libpulse.so.0 PULSE_0
done
