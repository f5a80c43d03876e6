// A server of its own with the starter data, on free ports, in a folder that is thrown away.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = new URL('../../../', import.meta.url).pathname;
const STARTER = join(ROOT, 'data/starter');
const KINDS = ['regions', 'schemes', 'courses', 'vacancies', 'profiles', 'demand'];
const LONGEST_START_MS = 30_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function loadStarterData(overstap, store, taxonomy) {
  const run = (...args) => execFileSync(overstap, ['--store', store, 'import', ...args], { stdio: 'ignore' });
  run('esco', taxonomy, '--languages', 'nl,en');
  for (const kind of KINDS) run(kind, join(STARTER, `${kind}.jsonl`));
}

async function answers(base) {
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until) {
    try {
      if ((await fetch(`${base}/v1/versions`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server does not answer at ${base}.`);
}

/**
 * Starts `overstap serve`; OVERSTAP names the program. `taxonomy` is the folder of an ESCO download.
 * Gives its address and how to stop it.
 */
export async function startServer(taxonomy = join(STARTER, 'taxonomy')) {
  const overstap = process.env.OVERSTAP ?? join(ROOT, 'build/release/overstap');
  const folder = mkdtempSync(join(tmpdir(), 'overstap-web-'));
  const store = join(folder, 'store');
  loadStarterData(overstap, store, taxonomy);
  const [http, grpc] = [await freePort(), await freePort()];
  const server = spawn(
    overstap,
    [
      '--store',
      store,
      '--today',
      '2026-11-21',
      'serve',
      '--http',
      `127.0.0.1:${http}`,
      '--grpc',
      `127.0.0.1:${grpc}`,
      '--web',
      join(ROOT, 'web/dist'),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const base = `http://127.0.0.1:${http}`;
  const stop = () =>
    new Promise((resolve) => {
      server.once('exit', () => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
      server.kill('SIGTERM');
    });
  try {
    await answers(base);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, stop };
}
