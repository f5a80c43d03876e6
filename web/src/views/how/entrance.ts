import type { Entrance } from '../../api/types';
import { percent, wholeWeeks, type Language } from '../../model/format';
import type { Dictionary } from '../../text';

/** That the work is learnt in a job with pay, in a few sentences. */
export function entranceLine(entrance: Entrance, text: Dictionary, language: Language): string {
  return text.how.entrance(
    entrance.course.title,
    text.common.weeks(wholeWeeks(entrance.weeks)),
    percent(language, entrance.coverage),
  );
}
