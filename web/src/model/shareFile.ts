import type { PlanAnswer } from '../api/types';
import { stillToLearn } from './training';

/** What the shared file says, in the chosen language. */
export interface ShareWords {
  language: string;
  title: string;
  decision: string;
  learn: string;
  open: string;
  schemes: string;
  versions: string;
  columns: [begins: string, title: string, weeks: string, cost: string];
  costOf: (euros: number) => string;
  dayOf: (date: string) => string;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function list(title: string, items: string[]): string {
  if (items.length === 0) return '';
  return `<h2>${escaped(title)}</h2>\n<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>\n`;
}

function courseTable(answer: PlanAnswer, words: ShareWords): string {
  const courses = answer.plan?.found ? answer.plan.courses : [];
  if (courses.length === 0) return '';
  const head = words.columns.map((title) => `<th scope="col">${escaped(title)}</th>`).join('');
  const rows = courses.map((course) =>
    [
      words.dayOf(course.begins),
      `${course.title}, ${course.provider}`,
      String(course.weeks),
      words.costOf(course.price_eur),
    ]
      .map((cell) => `<td>${escaped(cell)}</td>`)
      .join(''),
  );
  return `<table>\n<tr>${head}</tr>\n${rows.map((row) => `<tr>${row}</tr>`).join('\n')}\n</table>\n`;
}

/**
 * The way to the work as a page of its own that any browser opens. It holds what the work asks and
 * the courses, and nothing about the person: no work done, skills, place, hours or wishes.
 */
export function shareFile(answer: PlanAnswer, words: ShareWords): string {
  const { versions } = answer;
  const { taught, open } = stillToLearn(answer);
  const schemes = answer.plan?.schemes.map((scheme) => scheme.name) ?? [];
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head><meta charset="utf-8"><title>${escaped(words.title)}</title></head>
<body>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.decision)}</p>
${courseTable(answer, words)}${list(
    words.learn,
    taught.map(({ label }) => label),
  )}${list(
    words.open,
    open.map(({ label }) => label),
  )}${list(words.schemes, schemes)}<p>${escaped(words.versions)}: ${escaped([versions.taxonomy, versions.data, versions.parameters].join(', '))}</p>
</body>
</html>
`;
}
