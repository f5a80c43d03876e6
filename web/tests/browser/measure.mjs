// How long people wait for the page, in a real browser against the real server; docs/performance.md
// has the figures. OVERSTAP names the program, as for the walks.
//   npm --prefix web run measure [ESCO_FOLDER]     an ESCO download in place of the starter taxonomy
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const ROUNDS = 9;
/** Of the issue: what each may take at most, in milliseconds; bytes for what is sent. */
const BUDGETS = {
  'first view': 1000,
  'typeahead answer': 50,
  choices: 200,
  'a route': 200,
  'bytes sent': 250_000,
};
const GROUND_HANDLER = 'bagage';

const figures = new Map();

function note(name, value) {
  figures.set(name, [...(figures.get(name) ?? []), value]);
}

/** From the event to the first frame in which `selector` is there, as the page itself counts. */
async function untilSeen(page, selector, event) {
  await page.evaluate((wanted) => {
    window.seen = new Promise((resolve) => {
      let from = null;
      const start = (happened) => (from ??= happened.timeStamp);
      for (const type of ['click', 'input']) document.addEventListener(type, start, { capture: true });
      const look = () =>
        from !== null && document.querySelector(wanted)
          ? resolve(performance.now() - from)
          : requestAnimationFrame(look);
      look();
    });
  }, selector);
  await event();
  return page.evaluate(() => window.seen);
}

async function firstView(page, base) {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  await page.goto(`${base}/`);
  await page.getByRole('combobox', { name: 'Wat is of was uw werk?' }).waitFor();
  await page.waitForLoadState('networkidle');
  note('bytes sent', bytes);
  note(
    'first view',
    await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime),
  );
}

async function typeahead(page) {
  const box = page.getByRole('combobox', { name: 'Wat is of was uw werk?' });
  await box.focus();
  note('typed to list', await untilSeen(page, '[role=option]', () => box.fill(GROUND_HANDLER)));
  note(
    'typeahead answer',
    await page.evaluate(
      () =>
        performance.getEntriesByType('resource').findLast((entry) => entry.name.includes('/v1/suggestions'))
          .duration,
    ),
  );
  await page.getByRole('option').first().click();
  await page.getByRole('list', { name: 'Uw werk' }).waitFor();
}

async function routes(page) {
  await page.getByLabel('Regio waar u woont').selectOption({ label: 'Groot Amsterdam' });
  const show = page.getByRole('button', { name: 'Laat zien wat ik kan worden' });
  note('choices', await untilSeen(page, '.card', () => show.click()));
  const how = page.getByRole('link', { name: /^Hoe komt u er\? / });
  note('a route', await untilSeen(page, '.bridge', () => how.first().click()));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const server = await startServer(process.argv[2]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (let round = 0; round < ROUNDS; ++round) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await firstView(page, server.base);
  await typeahead(page);
  await routes(page);
  await context.close();
}
await browser.close();
await server.stop();
for (const [name, values] of figures) {
  const budget = BUDGETS[name] === undefined ? '' : `  at most ${BUDGETS[name]}`;
  console.log(
    `${name.padEnd(18)} first ${Math.round(values[0])}  median ${Math.round(median(values))}  worst ${Math.round(Math.max(...values))}${budget}`,
  );
}
