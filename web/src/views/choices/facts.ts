import type { Route, Towards } from '../../api/types';
import { vacanciesNear } from '../../model/choices';
import { day, euros, wholeWeeks, type Language } from '../../model/format';
import { knownPlan } from '../../model/training';
import type { Dictionary } from '../../text';
import { payOf } from '../how/pay';

export interface Fact {
  key: string;
  label: string;
  /** Null: unknown. */
  value: string | null;
}

function levelOf(gap: number | null, text: Dictionary): string | null {
  if (gap === null) return null;
  if (gap === 0) return text.choices.levels.same;
  return gap > 0 ? text.choices.levels.higher(gap) : text.choices.levels.lower(-gap);
}

/** The tension class in words; a class that we have no word for stands as it is. */
export function tensionOf(tension: string | null, text: Dictionary): string | null {
  if (tension === null) return null;
  const key = tension.replace(' ', '_') as keyof typeof text.common.tension;
  return text.common.tension[key] ?? tension;
}

export function planFacts(towards: Towards, text: Dictionary, language: Language): Fact[] {
  const plan = knownPlan(towards.plan);
  return [
    {
      key: 'weeks',
      label: text.choices.weeks,
      value: plan ? text.common.weeks(wholeWeeks(plan.weeks)) : null,
    },
    { key: 'cost', label: text.choices.cost, value: plan ? euros(language, plan.cost_eur) : null },
    { key: 'finish', label: text.choices.finish, value: plan?.finish ? day(language, plan.finish) : null },
  ];
}

export function factsOf(route: Route, text: Dictionary, language: Language): Fact[] {
  const near = vacanciesNear(route);
  return [
    ...planFacts(route, text, language),
    { key: 'vacancies', label: text.choices.vacancies, value: near === null ? null : String(near) },
    { key: 'tension', label: text.choices.tension, value: tensionOf(route.demand?.tension ?? null, text) },
    { key: 'pay', label: text.choices.pay, value: payOf(route, text, language) },
    { key: 'level', label: text.choices.level, value: levelOf(route.level_gap, text) },
  ];
}

/** "Korte scholing", and whether that is an estimate. */
export function classLine(towards: Towards, text: Dictionary): string {
  const name = text.common.classes[towards.class ?? 'unknown'];
  return towards.class_estimated ? `${name} (${text.common.estimated})` : name;
}
