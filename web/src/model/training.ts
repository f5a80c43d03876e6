import type { Gate, Named, Plan, PlanCore, Towards } from '../api/types';

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

/** What matters most in a plan; null when no course can wait. */
export function coreOf({ core, courses, coverage_after: all }: Plan): {
  core: PlanCore;
  /** Number of courses, and the coverage after them. */
  courses: number;
  all: number;
  /** Share of the work that all courses together add. */
  gain: number;
} | null {
  if (core === null || all === null || core.courses === courses.length) return null;
  const gain = courses.reduce((sum, course) => sum + course.coverage_gain, 0);
  return { core, courses: courses.length, all, gain };
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

/** What is still needed after all courses of the plan. */
export interface Left {
  skills: Named[];
  gates: Gate[];
}

/** A gate that a course of the plan opens is not left; one that nobody knows of is not counted. */
export function leftAfter({ plan, gates }: Pick<Towards, 'plan' | 'gates'>): Left {
  const taken = new Set(plan?.courses.map(({ id }) => id) ?? []);
  return {
    skills: plan?.uncovered.map(({ skill }) => skill) ?? [],
    gates: gates.filter(
      ({ state, courses }) => state === 'closed' && !courses.some(({ id }) => taken.has(id)),
    ),
  };
}

export function isReady({ skills, gates }: Left): boolean {
  return skills.length + gates.length === 0;
}
