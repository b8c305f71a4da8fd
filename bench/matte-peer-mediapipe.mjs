// Mattes of PNG frames by MediaPipe's ImageSegmenter with its selfie models, in headless Chromium, on the processor: its
// fastest way where there is no GPU. The page is matte-peer-mediapipe.html; this serves it, the frames and the packages on
// the loopback, and writes NAME.grey and NAME.cost as matte-peer-imgly.mjs does. Counted is what the page does from a
// decoded picture to an alpha of its size; processor time is that of all of the browser.
// Usage: matte-peer-mediapipe.mjs PACKAGES FRAMES OUT MODEL... ; MODEL is square or landscape. CHROMIUM names another
// browser than the one in PACKAGES.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, frames, out, ...models] = process.argv.slice(2);
const FLAGS = ['--headless', '--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--remote-debugging-port=0'];
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.png': 'image/png' };
const pictures = readdirSync(frames).sort();

async function browser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const require = createRequire(pathToFileURL(join(packages, 'package.json')));
  const { default: chromium } = await import(pathToFileURL(require.resolve('@sparticuz/chromium')).href);
  return chromium.executablePath();
}

// Seconds of processor that a process and all that descend from it have had; Linux counts in hundredths.
function processor(pid) {
  const parents = new Map();
  for (const each of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const fields = readFileSync(`/proc/${each}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      parents.set(Number(each), { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / 100 });
    } catch {
      // ended meanwhile
    }
  }
  const own = (id) => id === pid || (parents.has(id) && own(parents.get(id).parent));
  return [...parents].filter(([id]) => own(id)).reduce((sum, [, each]) => sum + each.seconds, 0);
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function file(path) {
  const roots = { frames, packages: join(packages, 'node_modules') };
  const [, root, ...rest] = normalize(path).split('/');
  return rest.length ? join(roots[root] ?? '/nowhere', ...rest) : new URL('matte-peer-mediapipe.html', import.meta.url).pathname;
}

async function run(model, program) {
  const name = join(out, `mediapipe-${model}`);
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  writeFileSync(`${name}.grey`, '');
  let used = 0;
  const answers = {
    '/warm': () => (used = -processor(chromium.pid)),
    '/matte': (data) => appendFileSync(`${name}.grey`, data),
    '/done': (data) => {
      used += processor(chromium.pid);
      writeFileSync(`${name}.cost`, `${Number(data) / pictures.length} ${used / pictures.length}`);
      end();
    },
    '/failed': (data) => end(new Error(data.toString())),
  };
  let end;
  const ended = new Promise((done, failed) => (end = (error) => (error ? failed(error) : done())));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://loopback');
    if (request.method === 'POST') {
      answers[pathname](await body(request));
      response.end();
    } else if (existsSync(file(pathname))) {
      response.setHeader('Content-Type', TYPES[extname(file(pathname))] ?? 'application/octet-stream');
      response.end(readFileSync(file(pathname)));
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const page = `http://127.0.0.1:${server.address().port}/?model=${model}&frames=${pictures.join(',')}`;
  const chromium = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, page], { stdio: 'ignore' });
  chromium.on('error', end).on('exit', () => end(new Error('Chromium ended early')));
  try {
    await ended;
  } finally {
    chromium.kill('SIGKILL');
    server.close();
    server.closeAllConnections();
    await new Promise((go) => setTimeout(go, 500));
    rmSync(profile, { recursive: true, force: true });
  }
}

const program = await browser();
for (const model of models) await run(model, program);
