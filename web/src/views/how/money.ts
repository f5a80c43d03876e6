import type { Payer, PlannedCourse, Scheme } from '../../api/types';
import { euros, type Language } from '../../model/format';
import type { Dictionary } from '../../text';

export function costOf(course: PlannedCourse, text: Dictionary, language: Language): string {
  return course.price_eur === 0 ? text.how.line.free : euros(language, course.price_eur);
}

/** Who pays for certain; null when that is unknown. */
export function payerOf(payer: Payer, text: Dictionary, language: Language): string | null {
  if (payer.kind === 'unknown' || payer.name === null) return null;
  return payer.pays_eur === null
    ? payer.name
    : text.how.line.pays(payer.name, euros(language, payer.pays_eur));
}

export function schemeNames(schemes: Scheme[]): string {
  return schemes.map((scheme) => scheme.name).join('; ');
}
