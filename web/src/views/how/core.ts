import type { Plan } from '../../api/types';
import { euros, percent, wholeWeeks, type Language } from '../../model/format';
import { coreOf } from '../../model/training';
import type { Dictionary } from '../../text';

/** Which courses matter most, in a sentence or two; null when no course can wait. */
export function coreLine(plan: Plan, text: Dictionary, language: Language): string | null {
  const found = coreOf(plan);
  if (found === null) return null;
  const { core, courses, all, gain } = found;
  const words = text.how.line;
  if (core.courses === 0) return words.noCore(percent(language, gain));
  return words.core(
    core.courses,
    courses,
    text.common.weeks(wholeWeeks(core.weeks)),
    euros(language, core.cost_eur),
    percent(language, core.coverage),
    percent(language, all),
  );
}
