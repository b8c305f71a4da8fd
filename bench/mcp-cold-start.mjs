// Measures spawn -> answer to initialize -> answer to tools/list, of our server and of the TypeScript SDK's smallest one.
// They take turns, so that a busy machine slows both. RSS is read when tools/list is answered, before the warm-up.
// Five more of ours are asked to begin a session once their warm-up is over: when they use no CPU any more. Usage: mcp-cold-start.mjs ROUNDS TS_SERVER java ARGUMENTS...
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [rounds, tsServer, ...ours] = process.argv.slice(2);
const servers = { ours, typescript: [process.execPath, tsServer] };

const request = (id, method, params) => JSON.stringify({ jsonrpc: '2.0', id, method, params }) + '\n';
const initialize = request(1, 'initialize', {
  protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' },
});
const firstCall = request(3, 'tools/call', { name: 'start_session', arguments: {} });
const rss = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
const initialized = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }) + '\n';

// Resolves when the process has used no CPU for half a second.
async function quiet(pid) {
  const used = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).join();
  for (let before = ''; before !== used(); ) {
    before = used();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function once([command, ...args], calls = false) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const millis = () => Number(process.hrtime.bigint() - start) / 1e6;
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const seen = {};
    let text = '';
    child.on('error', reject);
    child.stdin.write(initialize);
    child.stdout.on('data', (chunk) => {
      text += chunk;
      for (let end; (end = text.indexOf('\n')) >= 0; text = text.slice(end + 1)) {
        const answer = JSON.parse(text.slice(0, end));
        if (answer.id === 1) {
          seen.initialize = millis();
          child.stdin.write(initialized + request(2, 'tools/list', {}));
        } else if (answer.id === 2) {
          seen.toolsList = millis();
          seen.rss = rss(child.pid);
          if (!(answer.result.tools.length > 0)) reject(new Error('no tools'));
          if (!calls) child.stdin.end();
          else quiet(child.pid).then(() => (seen.called = millis(), child.stdin.write(firstCall)));
        } else if (answer.id === 3) {
          if (answer.result.isError) reject(new Error(answer.result.content[0].text));
          seen.firstCall = millis() - seen.called;
          child.stdin.end();
        }
      }
    });
    child.on('exit', () => resolve(seen));
  });
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const all = { ours: [], typescript: [] };
for (let round = -1; round < Number(rounds); round++) {
  for (const [name, command] of Object.entries(servers)) {
    const seen = await once(command);
    if (round >= 0) all[name].push(seen); // the first round only warms the disk cache
  }
}
console.log(`medians of ${rounds}, node ${process.version}   initialize ms   tools/list ms   RSS MB`);
const medians = {};
for (const name of Object.keys(all)) {
  medians[name] = ['initialize', 'toolsList', 'rss'].map((what) => median(all[name].map((seen) => seen[what])));
  console.log(name.padEnd(32) + medians[name].map((value) => value.toFixed(1).padStart(16)).join(''));
}
console.log('ours / typescript'.padEnd(32) + medians.ours.map((value, i) => (value / medians.typescript[i]).toFixed(2).padStart(16)).join(''));
const firstCalls = [];
for (let round = 0; round < 5; round++) firstCalls.push((await once(servers.ours, true)).firstCall);
console.log(`first call after the warm-up: ${median(firstCalls).toFixed(0)} ms`);
