import type { Hop, Path, Plan, PlannedCourse, WorkInBetween } from '../api/types';
import { wholeWeeks } from './format';
import { isTrainingUnknown } from './training';

/** One stop on the line from today to the new work. */
export type Stop =
  | { kind: 'start'; date: string }
  | { kind: 'wait'; weeks: number }
  | { kind: 'course'; course: PlannedCourse }
  | { kind: 'step'; hop: Hop }
  | { kind: 'work'; work: WorkInBetween }
  /** Ready: nothing is left to learn or to get, so that the work can begin. */
  | { kind: 'arrival'; date: string | null; ready: boolean };

/** Shorter waits are not worth a stop of their own. */
const SHORTEST_WAIT_WEEKS = 1;

export function stopsOf(plan: Plan, ready: boolean): Stop[] {
  const stops: Stop[] = [{ kind: 'start', date: plan.start }];
  for (const course of plan.courses) {
    if (course.waiting_weeks >= SHORTEST_WAIT_WEEKS) {
      stops.push({ kind: 'wait', weeks: course.waiting_weeks });
    }
    stops.push({ kind: 'course', course });
  }
  stops.push({ kind: 'arrival', date: isTrainingUnknown(plan) ? null : plan.finish, ready });
  return stops;
}

/** A way over other work: courses towards each step that has any, and the work in between. */
export function stopsOfPath(path: Path, gatesAreLeft: boolean): Stop[] {
  const first = path.hops[0];
  const last = path.hops[path.hops.length - 1];
  if (!first || !last) return [];
  const stops: Stop[] = [{ kind: 'start', date: first.begins }];
  path.hops.forEach((hop, place) => {
    if (hop.courses.length + hop.uncovered.length > 0) stops.push({ kind: 'step', hop });
    const work = path.in_between[place];
    if (work) stops.push({ kind: 'work', work });
  });
  const ready = last.uncovered.length === 0 && !gatesAreLeft;
  stops.push({ kind: 'arrival', date: last.finish, ready });
  return stops;
}

export interface Bar {
  kind: 'course' | 'work';
  title: string;
  /** Place and length on the line, both 0..1. */
  from: number;
  length: number;
}

const MS_A_DAY = 86_400_000;

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_A_DAY;
}

const DAYS_A_WEEK = 7;

/** How much one plan differs from another; more than 0 is longer, dearer, later. */
export function differenceOf(first: Plan, now: Plan): { weeks: number; euros: number; finishWeeks: number } {
  const days = first.finish === null || now.finish === null ? 0 : dayOf(now.finish) - dayOf(first.finish);
  return {
    weeks: wholeWeeks(now.weeks) - wholeWeeks(first.weeks),
    euros: Math.round(now.cost_eur - first.cost_eur),
    finishWeeks: Math.round(days / DAYS_A_WEEK),
  };
}

/** Bars on a line between two days. */
export interface Strip {
  start: string;
  finish: string;
  bars: Bar[];
}

type Period = Pick<Bar, 'kind' | 'title'> & { begins: string; ends: string };

function stripOf(start: string, finish: string, periods: Period[]): Strip | null {
  const days = dayOf(finish) - dayOf(start);
  if (!(days > 0) || periods.length === 0) return null;
  const bars = periods.map(({ kind, title, begins, ends }) => ({
    kind,
    title,
    from: (dayOf(begins) - dayOf(start)) / days,
    length: (dayOf(ends) - dayOf(begins)) / days,
  }));
  return { start, finish, bars };
}

/** The courses to scale; null when there are none or the days are unknown. */
export function stripOfPlan(plan: Plan): Strip | null {
  if (plan.finish === null) return null;
  return stripOf(
    plan.start,
    plan.finish,
    plan.courses.map(({ title, begins, ends }) => ({ kind: 'course', title, begins, ends })),
  );
}

/** The learning for each step and the work in between, to scale. */
export function stripOfPath({ hops, in_between: works }: Path): Strip | null {
  const first = hops[0];
  const last = hops[hops.length - 1];
  if (!first || !last) return null;
  const periods = hops.flatMap((hop, place): Period[] => {
    const work = works[place];
    return [
      ...(hop.finish > hop.begins
        ? [{ kind: 'course' as const, title: hop.to.label, begins: hop.begins, ends: hop.finish }]
        : []),
      ...(work
        ? [{ kind: 'work' as const, title: work.occupation.label, begins: work.begins, ends: work.ends }]
        : []),
    ];
  });
  return stripOf(first.begins, last.finish, periods);
}
