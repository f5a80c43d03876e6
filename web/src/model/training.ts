import type { Plan } from '../api/types';

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
