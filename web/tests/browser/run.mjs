// Walks the page in a real browser against the real server. Screenshots: build/web-screenshots.
//   node tests/browser/run.mjs [NAME...]     only the walks whose name holds one of these
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { problemsOf } from './checks.mjs';
import * as journeys from './journeys.mjs';
import { startServer } from './server.mjs';

const SCREENSHOTS = new URL('../../../build/web-screenshots/', import.meta.url).pathname;
const LONGEST_STEP_MS = 20_000;
const DESKTOP = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' };
const PHONE = { viewport: { width: 320, height: 640 }, colorScheme: 'dark', reducedMotion: 'reduce' };
// Two cores are what a small machine has; a walk keeps one busy.
const AT_ONCE = 2;

// The main walk goes both ways; the other views have theirs where they are hardest to fit.
const WALKS = [
  ['main desktop', journeys.mainWalk, DESKTOP],
  ['main phone', journeys.mainWalk, PHONE],
  ['region desktop', journeys.regionWalk, DESKTOP],
  ['region phone', journeys.regionWalk, PHONE],
  ['adviser desktop', journeys.adviserWalk, DESKTOP],
  ['empty phone', journeys.emptyWalk, PHONE],
  ['why-not desktop', journeys.whyNotWalk, DESKTOP],
  ['file phone', journeys.fileWalk, PHONE],
  ['failure desktop', journeys.failureWalk, DESKTOP],
  ['english phone', journeys.englishWalk, PHONE],
];

/** What the page does that no view may do: ask elsewhere, keep something, put a person in an address. */
function watch(page, base, problems) {
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('blob:')) problems.push(`asks elsewhere: ${url}`);
  });
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
}

async function keepsNothing(page, context) {
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  const cookies = await context.cookies();
  return kept + cookies.length === 0 ? [] : ['keeps something on the device'];
}

async function walk(browser, base, [name, journey, options]) {
  const problems = [];
  const context = await browser.newContext({ ...options, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_STEP_MS);
  watch(page, base, problems);
  const see = async (view) => {
    await page.screenshot({
      path: join(SCREENSHOTS, `${name.replace(' ', '-')}-${view}.png`),
      fullPage: true,
    });
    problems.push(...(await problemsOf(page)).map((problem) => `${view}: ${problem}`));
  };
  try {
    await page.goto(`${base}/`);
    await journey(page, see);
    problems.push(...(await keepsNothing(page, context)));
  } catch (error) {
    problems.push(String(error.message));
    await page.screenshot({ path: join(SCREENSHOTS, `${name.replace(' ', '-')}-failed.png`) });
  }
  await context.close();
  return problems;
}

const wanted = process.argv.slice(2);
const chosen = WALKS.filter(([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
mkdirSync(SCREENSHOTS, { recursive: true });
const server = process.env.OVERSTAP_URL
  ? { base: process.env.OVERSTAP_URL, stop: async () => {} }
  : await startServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let failed = 0;
const waiting = [...chosen];

async function walkUntilNoneWait() {
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const started = Date.now();
    const problems = await walk(browser, server.base, entry);
    if (problems.length > 0) failed += 1;
    console.log(
      `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${entry[0]} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    );
    for (const problem of problems) console.log(`     ${problem}`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, walkUntilNoneWait));
await browser.close();
await server.stop();
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && chosen.length > 0 ? 0 : 1);
