// Fifty clients at once on one HTTP server: no error, no mixing of conversations, memory flat.
// Usage: mcp-sessions.mjs URL PID SECONDS
import { readFileSync } from 'node:fs';

const [url, pid, seconds] = process.argv.slice(2);
const until = Date.now() + Number(seconds) * 1000;
let calls = 0;

async function post(session, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
  if (session) headers['Mcp-Session-Id'] = session;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', ...body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`HTTP ${response.status} ${text}`);
  const json = text.startsWith('{') ? text : text.split('\n').filter((line) => line.startsWith('data: ')).pop()?.slice(6);
  return { session: response.headers.get('mcp-session-id'), answer: json && JSON.parse(json) };
}

async function client(number) {
  const { session } = await post(null, { id: 0, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {} } });
  let own;
  for (let id = 1; Date.now() < until; id++) {
    const call = async (name, args, meta) => {
      const { answer } = await post(session, { id: `${number}-${id}-${name}`, method: 'tools/call', params: { name, arguments: args, _meta: meta } });
      calls++;
      if (answer.id !== `${number}-${id}-${name}`) throw new Error(`an answer of someone else: ${answer.id}`);
      return answer.result.content[0].text;
    };
    const words = `client ${number} call ${id}`;
    const [said, conversation] = await Promise.all([
      call('echo', { words }), call('conversation', {}), call('test_tool_with_progress', {}, { progressToken: number }),
    ]);
    if (said !== words) throw new Error(`mixed: ${said} for ${words}`);
    if ((own ??= conversation) !== conversation) throw new Error('the conversation changed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return own;
}

const rss = () => (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024).toFixed(0);
const samples = [];
const sampling = setInterval(() => samples.push(rss()), (Number(seconds) * 1000) / 12);
const conversations = await Promise.all(Array.from({ length: 50 }, (_, number) => client(number)));
clearInterval(sampling);
console.log(`50 sessions, ${seconds} s: ${calls} calls, no error, ${new Set(conversations).size} conversations apart`);
console.log(`RSS MB over time: ${samples.join(' ')}`);
