// Fifty clients at once on one HTTP server, each with an editing session and a title of its own: no error, no mixing of
// sessions, memory flat. Usage: mcp-sessions.mjs URL PID SECONDS CLIP
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [url, pid, seconds, clip] = process.argv.slice(2);
const CLIENTS = 50;
let calls = 0;
let errors = 0;
let until = Infinity;

async function post(mcp, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
  if (mcp) headers['Mcp-Session-Id'] = mcp;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', ...body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`HTTP ${response.status} ${text}`);
  const json = text.startsWith('{') ? text : text.split('\n').filter((line) => line.startsWith('data: ')).pop()?.slice(6);
  return { mcp: response.headers.get('mcp-session-id'), answer: json && JSON.parse(json) };
}

class Client {
  constructor(number) {
    this.number = number;
    this.title = `Client ${String(number).padStart(2, '0')}`;
    this.ids = 0;
  }

  async open() {
    const { mcp } = await post(null, { id: 0, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {} } });
    this.mcp = mcp;
    this.session = (await this.done('upload_media', { sources: [resolve(clip)] })).session_id;
    await this.edit(`add a title saying '${this.title}'`);
  }

  async call(name, args) {
    const id = `${this.number}-${++this.ids}`;
    const { answer } = await post(this.mcp, { id, method: 'tools/call', params: { name, arguments: args } });
    calls++;
    if (answer.id !== id) throw new Error(`an answer of somebody else: ${answer.id}`);
    if (answer.error || answer.result.isError) throw new Error(JSON.stringify(answer));
    const data = answer.result.structuredContent;
    if (this.session && data.session_id && data.session_id !== this.session) throw new Error('a session of somebody else');
    return data;
  }

  async done(name, args) {
    let data = await this.call(name, args);
    while (data.status === 'running') data = await this.call('wait_for', { job_id: data.job_id });
    return data;
  }

  edit(instruction) {
    return this.done('edit_video', { session_id: this.session, instruction });
  }

  async look() {
    const { timeline } = await this.call('show_timeline', { session_id: this.session });
    const titles = timeline.match(/Client \d\d/g) ?? [];
    if (titles.length === 0 || titles.some((title) => title !== this.title)) throw new Error(`mixed: ${timeline}`);
  }

  async work() {
    for (let round = 1; Date.now() < until; round++) {
      await this.look();
      await this.call('list_versions', { session_id: this.session });
      if (round % 5 === 0) {
        await this.edit('mute it');
        await this.look();
        await this.done('undo_edit', { session_id: this.session });
      }
      await new Promise((go) => setTimeout(go, 200));
    }
  }

  async run(what) {
    try {
      await what();
    } catch (e) {
      errors++;
      console.error(`${this.title}: ${e.message}`);
    }
  }
}

const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
const clients = Array.from({ length: CLIENTS }, (_, number) => new Client(number));
const began = Date.now();
await Promise.all(clients.map((client) => client.run(() => client.open())));
console.log(`${CLIENTS} sessions with a clip and a title each after ${((Date.now() - began) / 1000).toFixed(1)} s, ${errors} errors`);
calls = 0;
until = Date.now() + Number(seconds) * 1000;
const samples = [rss()];
const sampling = setInterval(() => samples.push(rss()), (Number(seconds) * 1000) / 12);
await Promise.all(clients.map((client) => client.run(() => client.work())));
clearInterval(sampling);
const apart = new Set(clients.map((client) => client.session)).size;
console.log(`${seconds} s: ${calls} calls, ${(calls / Number(seconds)).toFixed(0)} a second, ${errors} errors, ${apart} sessions apart`);
const middle = samples[samples.length >> 1];
console.log(`RSS MB: start ${samples[0].toFixed(0)}, middle ${middle.toFixed(0)}, end ${samples.at(-1).toFixed(0)} (${samples.map((each) => each.toFixed(0)).join(' ')})`);
process.exit(errors ? 1 : 0);
