// The whole page, gzipped, against its budget: what a first visit downloads.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 250_000;
const dist = new URL('../dist/', import.meta.url).pathname;

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const sizes = files.map((file) => ({
  file: file.slice(dist.length),
  bytes: gzipSync(readFileSync(file)).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { file, bytes } of sizes) console.log(`${String(bytes).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  in all, gzipped; the budget is ${BUDGET_BYTES}`);
if (files.length === 0 || total > BUDGET_BYTES) {
  console.error(
    files.length === 0 ? 'There is no page in dist: run npm run build.' : 'The page is over its budget.',
  );
  process.exit(1);
}
