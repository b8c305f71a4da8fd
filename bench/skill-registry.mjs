// A registry of skills on loopback, as far as the ClawHub client needs one: whoami, resolve, upload, publish, look up, download.
// Keeps everything in memory; under /maven it hands out a Maven repository of this machine.
// Usage: node bench/skill-registry.mjs PORT FOLDER_WITH_NODE_MODULES MAVEN_REPOSITORY
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, normalize } from 'node:path';

const [port, packages, maven] = process.argv.slice(2);
const { zipSync } = createRequire(`${packages}/package.json`)('fflate');
const uploads = new Map();
const skills = new Map();
const base = `http://127.0.0.1:${port}`;

const body = async (request) => Buffer.concat(await request.toArray());

function described(skill) {
  return {
    skill: { slug: skill.slug, displayName: skill.displayName, tags: {}, stats: {}, createdAt: 1, updatedAt: 1 },
    latestVersion: { version: skill.version, createdAt: 1, changelog: '' },
    owner: { handle: 'tester' },
    moderation: null,
  };
}

async function answer(request) {
  const url = new URL(request.url, base);
  const path = url.pathname;
  if (path.startsWith('/maven/')) return new Uint8Array(await readFile(join(maven, normalize(path.slice(6)))));
  if (path === '/api/v1/whoami') return { user: { handle: 'tester' } };
  if (path === '/api/v1/resolve') return { match: null, latestVersion: null };
  if (path.startsWith('/upload/')) {
    uploads.set(path.slice(8), await body(request));
    return { storageId: path.slice(8) };
  }
  if (path.endsWith('/upload-url')) {
    const { path: name } = JSON.parse(await body(request));
    const id = `${uploads.size}-${name.replace(/\W/g, '_')}`;
    return { uploadUrl: `${base}/upload/${id}`, uploadTicket: id };
  }
  if (path === '/api/v1/skills' && request.method === 'POST') {
    const skill = JSON.parse(await body(request));
    skills.set(skill.slug, skill);
    return { ok: true, skillId: skill.slug, versionId: 'v1', publicationStatus: 'published' };
  }
  const skill = skills.get(path.split('/')[4] ?? url.searchParams.get('slug'));
  if (!skill) return undefined;
  if (path === '/api/v1/download') {
    const files = skill.files.map((file) => [file.path, uploads.get(file.storageId)]);
    return zipSync(Object.fromEntries(files), { level: 0 });
  }
  return described(skill);
}

createServer(async (request, response) => {
  const found = await answer(request).catch(() => undefined);
  if (found === undefined) console.error(`${request.method} ${request.url}: nothing`);
  const bytes = found instanceof Uint8Array;
  response.writeHead(found === undefined ? 404 : 200, { 'content-type': bytes ? 'application/zip' : 'application/json' });
  response.end(bytes ? found : JSON.stringify(found ?? { error: 'skill not found' }));
}).listen(Number(port), '127.0.0.1');
