#!/usr/bin/env bash
# What an upload of 500 MB costs the studio's process in memory, and how long the studio takes to start. Linux only.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q test-compile
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
exec java -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" reelskill.studio.server.UploadMemory
