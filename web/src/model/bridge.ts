import type { Explanation, Towards } from '../api/types';

/**
 * How one thing that the work asks stands:
 * have: the person can do it; transfers: partly, through something near; learn: a course of the
 * plan teaches it; open: missing, and no course of the plan teaches it.
 */
export type PlankState = 'have' | 'transfers' | 'learn' | 'open';

export interface Plank {
  label: string;
  state: PlankState;
  /** Share of all the work asks, 0..1; the planks together are 1. */
  share: number;
  /** The skill that it is partly known through. */
  through: string | null;
  /** The course that teaches it. */
  course: string | null;
  /** The person says not to have it; of what else is missing nobody knows. */
  rejected: boolean;
}

const STATES: readonly PlankState[] = ['have', 'transfers', 'learn', 'open'];

interface Requirement {
  label: string;
  weight: number;
  kind: string;
  through: string | null;
}

function child(node: Explanation, kind: string): Explanation | undefined {
  return node.children?.find((candidate) => candidate.kind === kind);
}

function requirementsOf(explanation: Explanation): Requirement[] {
  return (child(explanation, 'coverage')?.children ?? []).map((node) => ({
    label: child(node, 'skill')?.text ?? node.text,
    weight: child(node, 'weight')?.value ?? 0,
    kind: node.kind,
    through: /, through (.+) \([a-z]+\)$/.exec(node.text)?.[1] ?? null,
  }));
}

function coursesByLabel(towards: Towards): Map<string, string> {
  const courses = towards.plan?.courses ?? [];
  return new Map(
    courses.flatMap((course) => course.closes.map((skill) => [skill.label, course.title] as const)),
  );
}

/** What the work asks, in the order of the states, the heaviest first. Empty when unknown. */
export function planksOf(towards: Towards): Plank[] {
  const courses = coursesByLabel(towards);
  const requirements = requirementsOf(towards.explanation);
  const total = requirements.reduce((sum, requirement) => sum + requirement.weight, 0);
  const planks = requirements.map((requirement): Plank => {
    const course = courses.get(requirement.label) ?? null;
    const missing: PlankState = course === null ? 'open' : 'learn';
    const known: Record<string, PlankState> = {
      matched_skill: 'have',
      transferred_skill: 'transfers',
    };
    return {
      label: requirement.label,
      state: known[requirement.kind] ?? missing,
      share: total > 0 ? requirement.weight / total : 0,
      through: requirement.through,
      course,
      rejected: requirement.kind === 'cannot_skill',
    };
  });
  return planks.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.share - a.share);
}

export function planksIn(planks: Plank[], state: PlankState): Plank[] {
  return planks.filter((plank) => plank.state === state);
}
