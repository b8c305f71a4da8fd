#!/usr/bin/env bash
# What a turn of 100,000 events costs the client: less than a second of CPU, and no memory beside its text.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q test-compile
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
exec java -XX:+UseSerialGC -Xmx64m -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" reelskill.nemo.TurnEvents "$@"
