// What must hold on every view: no axe violation, valid HTML, nothing wider than the window.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'];

// Rules about how a source file is written do not fit a page that a browser wrote out.
const WRITTEN_BY_THE_BROWSER = [
  'void-style',
  'attribute-boolean-style',
  'attribute-empty-style',
  'no-inline-style',
  'no-trailing-whitespace',
  'doctype-style',
  'attr-quotes',
  'no-implicit-input-type',
];
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    ...Object.fromEntries(WRITTEN_BY_THE_BROWSER.map((rule) => [rule, 'off'])),
    'valid-id': ['error', { relaxed: true }],
    'long-title': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A typeahead and a group of facts have no element of their own.
    'prefer-native-element': ['error', { exclude: ['combobox', 'listbox', 'group'] }],
    'no-raw-characters': ['error', { relaxed: true }],
  },
});

async function axeProblems(page) {
  await page.evaluate(AXE);
  const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `axe ${id}: ${node.html.slice(0, 160)} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''})`,
    ),
  );
}

async function htmlProblems(page) {
  const report = await validator.validateString(await page.content());
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `html ${ruleId}: ${message} at ${selector}`),
  );
}

// 320 px is a small phone, 640 px a window of 1280 px at 200 % zoom.
const WIDTHS = [320, 640, 1280];

async function widthProblems(page) {
  const before = page.viewportSize();
  const problems = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ ...before, width });
    problems.push(...(await tooWide(page, width)));
  }
  await page.setViewportSize(before);
  return problems;
}

async function tooWide(page, width) {
  const { wide, name } = await page.evaluate(() => {
    const seen = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll('main *')].find(
      (element) =>
        !element.closest('.utrecht-table-container') && element.getBoundingClientRect().right > seen + 1,
    );
    return {
      wide: document.documentElement.scrollWidth - seen,
      name: over ? `${over.tagName}.${over.className}` : '',
    };
  });
  return wide > 0 ? [`${wide} px wider than a window of ${width} px: ${name}`] : [];
}

export async function problemsOf(page) {
  return [...(await axeProblems(page)), ...(await htmlProblems(page)), ...(await widthProblems(page))];
}
