// Mattes of PNG frames by @imgly/background-removal-node as it comes: its own decoding, scaling and network, each picture by
// itself. Writes MODEL.grey (the frames' alpha one after the other, 8 bits) and MODEL.cost (seconds of wall clock and of
// processor a frame). The first picture, which loads the network, is done once more and not counted.
// Usage: matte-peer-imgly.mjs PACKAGES FRAMES OUT MODEL... ; PACKAGES has it installed; MODEL is small or medium.
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, frames, out, ...models] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(packages, 'package.json')));
const name = '@imgly/background-removal-node';
const { removeBackground } = require(name);
const publicPath = `${pathToFileURL(dirname(require.resolve(name)))}/`;
const pictures = readdirSync(frames)
  .sort()
  .map((each) => new Blob([readFileSync(join(frames, each))], { type: 'image/png' }));

async function matte(picture, model) {
  const cut = await removeBackground(picture, { publicPath, model, output: { format: 'image/x-rgba8' } });
  const rgba = new Uint8Array(await cut.arrayBuffer());
  return rgba.filter((_, i) => i % 4 === 3);
}

for (const model of models) {
  const file = join(out, `imgly-${model}.grey`);
  await matte(pictures[0], model);
  let seconds = 0;
  let processor = 0;
  writeFileSync(file, '');
  for (const picture of pictures) {
    const began = performance.now();
    const before = process.cpuUsage();
    const alpha = await matte(picture, model);
    const used = process.cpuUsage(before);
    seconds += (performance.now() - began) / 1e3;
    processor += (used.user + used.system) / 1e6;
    appendFileSync(file, alpha);
  }
  writeFileSync(file.replace(/grey$/, 'cost'), `${seconds / pictures.length} ${processor / pictures.length}`);
}
