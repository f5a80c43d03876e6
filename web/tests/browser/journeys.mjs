// The walks that people make. Each takes the page at its start and `see`, which checks a view.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

/** A ground handler near Schiphol, with the keyboard alone. */
async function tellWho(page) {
  await heading(page, 'Wie bent u?');
  await page.getByRole('combobox', { name: 'Wat is of was uw werk?' }).focus();
  await page.keyboard.type('grondafh');
  // The list follows what is typed; until then another occupation may be first.
  await page.locator('[role=option]:first-child', { hasText: /^grondafhandelaar/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Uw werk' }).getByText('grondafhandelaar luchtvaart').waitFor();
  await page.getByRole('textbox', { name: 'Jaren' }).fill('9');
  await page.getByLabel('Regio waar u woont').selectOption({ label: 'Groot Amsterdam' });
}

async function toChoices(page) {
  await page.getByRole('button', { name: 'Laat zien wat ik kan worden' }).focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Wat kunt u worden?');
  await page.locator('.card').first().waitFor();
}

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

export async function mainWalk(page, see) {
  await see('wie-leeg');
  await page.getByRole('button', { name: 'Laat zien wat ik kan worden' }).click();
  await page.getByText('Kies eerst uw werk').waitFor();
  await tellWho(page);
  await page
    .getByRole('group', { name: /^Kunt u dit: bagage laden/ })
    .getByRole('button', { name: 'Ja' })
    .click();
  await page
    .getByRole('group', { name: /^Kunt u dit: zware lasten/ })
    .getByRole('button', { name: 'Nee' })
    .click();
  await page.getByText('U kunt 1 ding niet dat bij dit werk hoort.').waitFor();
  await page
    .getByRole('group', { name: /^Kunt u dit: zware lasten/ })
    .getByRole('button', { name: 'Nee' })
    .click();
  await see('wie');
  await toChoices(page);
  await see('beroepen');
  const first = await page.locator('.card h2').first().innerText();
  await page
    .locator('.card')
    .first()
    .getByRole('link', { name: /^Hoe komt u er/ })
    .click();
  await heading(page, `Hoe wordt u ${first}?`);
  await page.locator('.bridge').waitFor();
  await page.getByText('Bekijk als tabel').first().click();
  await see('weg');
  await page.getByLabel('Het belangrijkst').selectOption('euros');
  await page.locator('.change__effect').waitFor();
  await page.getByRole('link', { name: 'Maak het advies' }).click();
  await heading(page, 'Uw advies');
  await page.locator('.sheet__versions').waitFor();
  await see('advies');
  assert.match(await page.locator('.sheet').innerText(), /esco-[0-9a-f]+, data-[0-9a-f]+, params-[0-9a-f]+/);
  const shared = await saved(page, () => page.getByRole('button', { name: 'Maak een deelbestand' }).click());
  const content = readFileSync(shared.path, 'utf8');
  assert.ok(content.includes(first), 'the share file names the work');
  assert.ok(
    !/grondafhandelaar|Amsterdam/i.test(content.replaceAll(first, '')),
    'the share file says nothing of the person',
  );
  await page.getByRole('link', { name: 'Vacatures' }).click();
  await heading(page, 'Vacatures');
  await page.locator('.card .facts').first().waitFor();
  await see('vacatures');
}

export async function adviserWalk(page, see) {
  await tellWho(page);
  await toChoices(page);
  const names = () => page.locator('.card h2').allInnerTexts();
  const before = await names();
  await page.getByRole('checkbox', { name: 'Ik ben adviseur' }).check();
  await page.getByRole('button', { name: `${before[1]} omhoog` }).click();
  assert.deepEqual((await names()).slice(0, 2), [before[1], before[0]], 'the adviser moved one up');
  await page.getByRole('button', { name: `Leg opzij: ${before[2]}` }).click();
  await page.getByRole('button', { name: 'Leg opzij met deze reden' }).click();
  await page.getByText('Schrijf kort waarom').waitFor();
  await page.getByRole('textbox', { name: 'Reden' }).fill('te ver reizen');
  await page.getByRole('button', { name: 'Leg opzij met deze reden' }).click();
  await page.getByRole('heading', { name: 'Opzij gelegd' }).waitFor();
  await page.getByRole('textbox', { name: `Notitie bij ${before[1]}` }).fill('Bel eerst met de opleider.');
  for (const name of [before[0], before[1]])
    await page.getByRole('checkbox', { name: `Vergelijk ${name}` }).check();
  await page.getByRole('heading', { name: 'Naast elkaar' }).waitFor();
  await see('adviseur');
  await page.getByRole('link', { name: 'Advies', exact: true }).click();
  await page.locator('.sheet__versions').nth(1).waitFor();
  const paper = await page.locator('.sheet').innerText();
  for (const said of [
    'Een adviseur heeft dit advies aangepast',
    'De volgorde is van de adviseur',
    'te ver reizen',
    'Bel eerst met de opleider',
  ]) {
    assert.ok(paper.includes(said), `the paper says: ${said}`);
  }
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('button', { name: 'Print het advies' }).isVisible(), false);
  assert.equal(await page.locator('.sheet').isVisible(), true);
  await page.emulateMedia({ media: 'screen' });
}

export async function whyNotWalk(page, see) {
  await tellWho(page);
  await toChoices(page);
  await page.getByRole('combobox', { name: 'Beroep' }).fill('lass');
  await page.getByRole('listbox', { name: 'Beroep' }).getByRole('option').first().click();
  await page.locator('.why__answer').waitFor();
  await see('waarom-niet');
  await page.getByRole('link', { name: 'Bekijk de weg hiernaartoe' }).click();
  await page.locator('.bridge').waitFor();
}

export async function fileWalk(page, see) {
  await page.getByRole('button', { name: 'Probeer met een voorbeeld' }).click();
  await page.getByRole('list', { name: 'Uw werk' }).waitFor();
  await page.getByText('Plak een tekst, zoals uw cv').click();
  await page
    .getByRole('textbox', { name: 'Tekst van uw cv' })
    .fill('Ik kan lassen en heb vijf jaar als magazijnmedewerker gewerkt.');
  await page.getByRole('button', { name: 'Zoek wat ik kan' }).click();
  await page.getByText(/^Gevonden: /).waitFor();
  await page.getByText('Bewaren', { exact: true }).click();
  const file = await saved(page, () => page.getByRole('button', { name: 'Bewaar in een bestand' }).click());
  await page.getByRole('button', { name: 'Wis alles' }).click();
  assert.equal(await page.getByRole('list', { name: 'Uw werk' }).count(), 0);
  await page.locator('input[type=file]').setInputFiles(file.path);
  await page.getByText('Uw gegevens staan weer op de pagina.').waitFor();
  await page.getByRole('list', { name: 'Uw werk' }).getByText('grondafhandelaar luchtvaart').waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await page.getByText('Dit is geen bestand dat hier is bewaard.').waitFor();
  await see('bestand');
}

export async function regionWalk(page, see) {
  await page.getByRole('link', { name: 'Regio', exact: true }).click();
  await heading(page, 'Regio');
  await page.getByRole('radio', { name: 'Utrecht' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('heading', { level: 2, name: 'Midden-Utrecht' }).waitFor();
  await page.getByLabel('Of kies uit de lijst').selectOption({ label: 'Groot Amsterdam' });
  await page.getByRole('heading', { level: 2, name: 'Groot Amsterdam' }).waitFor();
  const csv = await saved(page, () =>
    page.getByRole('button', { name: /^Download als CSV: Beroepen/ }).click(),
  );
  assert.match(readFileSync(csv.path, 'utf8'), /^\uFEFFBeroep,Vacatures/);
  await page.getByRole('button', { name: /300 grondafhandelaren/ }).click();
  await page.getByRole('heading', { name: /van de 300 mensen/ }).waitFor();
  await see('regio');
  await page.locator('input[type=file]').setInputFiles({
    name: 'x.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from('{"id":"a"}\nniet'),
  });
  await page.getByText('Regel 2 is geen JSON.').waitFor();
}

export async function emptyWalk(page, see) {
  for (const [link, name] of [
    ['Wat kunt u worden?', 'leeg'],
    ['Hoe komt u er?', null],
    ['Vacatures', null],
    ['Advies', null],
  ]) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await heading(page, 'Wij weten nog niets van u');
    if (name) await see(name);
  }
  for (const [link, name] of [
    ['Hoe werkt het?', 'hoe-werkt-het'],
    ['Privacy', 'privacy'],
    ['Toegankelijkheid', 'toegankelijkheid'],
  ]) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await heading(page, link);
    await see(name);
  }
  await page.goto(new URL('/bestaat-niet', page.url()).href);
  await heading(page, 'Deze pagina bestaat niet');
  await see('niet-gevonden');
}

export async function failureWalk(page, see) {
  await tellWho(page);
  await page.route('**/v1/routes/_zoek', (route) => route.abort());
  await page.getByRole('button', { name: 'Laat zien wat ik kan worden' }).click();
  await page.getByRole('alert').getByText('De server geeft geen antwoord').waitFor();
  await see('fout');
  await page.unroute('**/v1/routes/_zoek');
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.locator('.card').first().waitFor();
  // What the page cannot draw takes down one view, and nothing that was filled in.
  await page.route('**/v1/matches/_zoek', (route) => route.fulfill({ json: {} }));
  await page.getByRole('link', { name: 'Vacatures', exact: true }).click();
  await heading(page, 'Deze stap lukt nu niet');
  await see('stuk');
  await page.getByRole('link', { name: 'Terug naar: wie bent u?' }).click();
  await page.getByRole('list', { name: 'Uw werk' }).getByText('grondafhandelaar luchtvaart').waitFor();
}

export async function englishWalk(page, see) {
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'Who are you?');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await see('who-en');
  await page.getByRole('button', { name: 'Try it with an example' }).click();
  await page.getByRole('list', { name: 'Your work' }).waitFor();
  await page.getByRole('button', { name: 'Show what I can become' }).click();
  await page
    .locator('.card')
    .first()
    .getByRole('link', { name: /^How do you get there/ })
    .click();
  await page.locator('.bridge').waitFor();
  await see('how-en');
}
