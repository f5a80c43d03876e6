import type { Income } from '../../api/types';
import { euros, type Language } from '../../model/format';
import type { Dictionary } from '../../text';

/** A median is no exact amount. */
function tens(amount: number): number {
  return Math.round(amount / 10) * 10;
}

/** "€ 2.930, € 100 meer dan nu"; null when it is not known what the work pays. */
export function payOf({ pay, income_change_eur: change }: Income, text: Dictionary, language: Language) {
  if (pay === null) return null;
  const month = euros(language, tens(pay.month_eur));
  if (change === null) return month;
  const words = text.common.pay;
  if (tens(change) === 0) return `${month}, ${words.same}`;
  const amount = euros(language, tens(Math.abs(change)));
  return `${month}, ${change > 0 ? words.more(amount) : words.less(amount)}`;
}

/** What a way over other work does to income, as a sentence without its full stop. */
export function dipOf(dip: number | null, text: Dictionary, language: Language): string {
  const words = text.how.paths;
  if (dip === null) return words.dipUnknown;
  return tens(dip) === 0 ? words.noDip : words.dip(euros(language, tens(dip)));
}
