#!/bin/sh
# Cold start of the real MCP server on a plain JDK, with everything on the class path, beside the TypeScript SDK's smallest
# server; then the first call after the warm-up. Needs: a built tree (mvn compile), npm.
# Usage: bench/mcp-cold-start.sh [ROUNDS]
set -eu
cd "$(dirname "$0")/.."
modules=$PWD/target/bench/npm
mkdir -p "$modules"
[ -d "$modules/node_modules/@modelcontextprotocol/sdk" ] \
  || npm install --prefix "$modules" --no-audit --no-fund --silent @modelcontextprotocol/sdk@1.32.2 zod@4
[ -f target/bench/classpath ] || mvn -B -q -o dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile=target/bench/classpath
export REELSKILL_HOME="$PWD/target/bench/home"
BENCH_MODULES=$modules/node_modules exec node bench/mcp-cold-start.mjs "${1:-21}" bench/mcp-typescript-server.mjs \
  java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Xlog:all=warning:stderr \
  -Djava.awt.headless=true -Dreelskill.root="$PWD" \
  -cp "target/classes:$(cat target/bench/classpath)" reelskill.cli.Main mcp --local
