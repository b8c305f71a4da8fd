// Asks Codex's app server, which needs no login, for its skills and its MCP servers, and prints what concerns one name.
// Usage: node bench/codex-skills.mjs NAME
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const name = process.argv[2];
const codex = spawn('codex', ['app-server'], { stdio: ['pipe', 'pipe', 'ignore'] });
const waiting = new Map();
createInterface({ input: codex.stdout }).on('line', (line) => {
  const message = JSON.parse(line);
  waiting.get(message.id)?.(message.result ?? message.error);
});
let id = 0;
const ask = (method, params) => new Promise((told) => {
  waiting.set(++id, told);
  codex.stdin.write(`${JSON.stringify({ id, method, params })}\n`);
});

await ask('initialize', { clientInfo: { name: 'trial', version: '1' } });
codex.stdin.write(`${JSON.stringify({ method: 'initialized' })}\n`);
const skills = await ask('skills/list', { cwds: [process.cwd()] });
const servers = await ask('mcpServerStatus/list', {});
const found = JSON.stringify(skills).includes(`"name":"${name}"`);
const server = (servers.data ?? []).find((one) => one.name === name);
console.log(`skill ${found ? 'listed' : 'MISSING'}, server with ${Object.keys(server?.tools ?? {}).length} tools`);
codex.kill();
