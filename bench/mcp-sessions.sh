#!/bin/sh
# Fifty MCP sessions at once over HTTP. Needs: a built tree (mvn test-compile), node. Usage: bench/mcp-sessions.sh [SECONDS]
set -eu
cd "$(dirname "$0")/.."
mkdir -p target/bench
[ -f target/bench/classpath ] || mvn -B -q -o dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile=target/bench/classpath
java -XX:+UseSerialGC -cp "target/classes:target/test-classes:$(cat target/bench/classpath)" reelskill.host.FixtureServer http 18472 >target/bench/server.log 2>&1 &
server=$!
trap 'kill $server' EXIT
until grep -q 18472/mcp target/bench/server.log; do kill -0 $server; sleep 0.2; done
node bench/mcp-sessions.mjs http://127.0.0.1:18472/mcp $server "${1:-60}"
