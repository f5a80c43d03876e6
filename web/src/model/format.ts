// Numbers and days as people write them in the chosen language.

export type Language = 'nl' | 'en';

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** One for each language: making one takes a browser longer than a hundred uses. */
function perLanguage<Formatter>(make: (locale: string) => Formatter): (language: Language) => Formatter {
  const made = new Map<Language, Formatter>();
  return (language) => {
    const known = made.get(language) ?? make(LOCALES[language]);
    made.set(language, known);
    return known;
  };
}

const MONEY = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
);
const COUNT = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const SHARE = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
);
const DAY = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const SHORT_DAY = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);

export function euros(language: Language, amount: number): string {
  return MONEY(language).format(amount);
}

export function count(language: Language, value: number): string {
  return COUNT(language).format(value);
}

export function percent(language: Language, share: number): string {
  return SHARE(language).format(share);
}

function written(formatter: Intl.DateTimeFormat, date: string): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) ? date : formatter.format(parsed);
}

/** "7 december 2026"; the text itself when it is not a day. */
export function day(language: Language, date: string): string {
  return written(DAY(language), date);
}

export function shortDay(language: Language, date: string): string {
  return written(SHORT_DAY(language), date);
}

/** Makes what writes numbers and days, so that the first answer does not wait for it. */
export function makeFormatters(language: Language): void {
  for (const formatter of [MONEY, COUNT, SHARE]) formatter(language).format(1);
  for (const formatter of [DAY, SHORT_DAY]) formatter(language).format(0);
}

/** The server's text with the sign of an amount kept on the line of its figures. */
export function firm(text: string): string {
  return text.replace(/€ (?=\d)/g, '€\u00a0');
}

/** Weeks rounded up: a plan is never shown shorter than it is. */
export function wholeWeeks(weeks: number): number {
  return Math.ceil(weeks - 1e-6);
}
