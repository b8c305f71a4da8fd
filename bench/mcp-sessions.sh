#!/bin/sh
# Fifty MCP sessions at once over HTTP, on the real server with a real studio: no error, no mixing, memory flat.
# Needs: a built tree (mvn compile), node. Usage: bench/mcp-sessions.sh [SECONDS]
set -eu
cd "$(dirname "$0")/.."
mkdir -p target/bench
[ -f target/bench/classpath ] || mvn -B -q -o dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile=target/bench/classpath
home=$(mktemp -d)
: >target/bench/server.out
REELSKILL_DEBUG=1 REELSKILL_HOME=$home java -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=warning:stderr -Djava.awt.headless=true \
  -Dreelskill.root="$PWD" -cp "target/classes:$(cat target/bench/classpath)" \
  reelskill.cli.Main mcp --local --http 0 --allow tests-fixtures/media >target/bench/server.out 2>target/bench/server.log &
server=$!
trap 'kill $server; rm -rf "$home"' EXIT
until grep -q /mcp target/bench/server.out; do kill -0 $server; sleep 0.2; done
node bench/mcp-sessions.mjs "$(grep /mcp target/bench/server.out)" $server "${1:-60}" tests-fixtures/media/talk.mp4
