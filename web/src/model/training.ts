import type { Named, Plan, Towards } from '../api/types';

/**
 * Whether something is missing and no course is known for any of it. Then how long, how dear and how
 * soon are unknown, although the API says 0 weeks of courses.
 */
export function isTrainingUnknown(plan: Plan): boolean {
  return plan.courses.length === 0 && plan.uncovered.length > 0;
}

/** The plan when its weeks, costs and last day mean something; else null. */
export function knownPlan(plan: Plan | null): Plan | null {
  return plan?.found && !isTrainingUnknown(plan) ? plan : null;
}

/** What the person still has to learn: with a course, or without one that is known. */
export function stillToLearn({ gap, plan }: Pick<Towards, 'gap' | 'plan'>): {
  taught: Named[];
  open: Named[];
} {
  const open = plan?.uncovered.map(({ skill }) => skill) ?? [];
  const untaught = new Set(open.map(({ uri }) => uri));
  return { taught: gap.map(({ skill }) => skill).filter(({ uri }) => !untaught.has(uri)), open };
}
