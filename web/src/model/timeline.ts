import type { Hop, Path, Plan, PlannedCourse } from '../api/types';
import { isTrainingUnknown } from './training';

/** One stop on the line from today to the new work. */
export type Stop =
  | { kind: 'start'; date: string }
  | { kind: 'wait'; weeks: number }
  | { kind: 'course'; course: PlannedCourse }
  | { kind: 'step'; hop: Hop }
  | { kind: 'work'; years: number }
  | { kind: 'arrival'; date: string | null };

/** Shorter waits are not worth a stop of their own. */
const SHORTEST_WAIT_WEEKS = 1;

export function stopsOf(plan: Plan): Stop[] {
  const stops: Stop[] = [{ kind: 'start', date: plan.start }];
  for (const course of plan.courses) {
    if (course.waiting_weeks >= SHORTEST_WAIT_WEEKS) {
      stops.push({ kind: 'wait', weeks: course.waiting_weeks });
    }
    stops.push({ kind: 'course', course });
  }
  stops.push({ kind: 'arrival', date: isTrainingUnknown(plan) ? null : plan.finish });
  return stops;
}

/** A way over other work: courses towards each, and the years of work in between shared equally. */
export function stopsOfPath(path: Path): Stop[] {
  const first = path.hops[0];
  const last = path.hops[path.hops.length - 1];
  if (!first || !last) return [];
  const between = path.hops.length > 1 ? path.years_between / (path.hops.length - 1) : 0;
  const stops: Stop[] = [{ kind: 'start', date: first.begins }];
  path.hops.forEach((hop, place) => {
    stops.push({ kind: 'step', hop });
    if (place < path.hops.length - 1) stops.push({ kind: 'work', years: between });
  });
  stops.push({ kind: 'arrival', date: last.finish });
  return stops;
}

export interface Bar {
  title: string;
  /** Place and length on the line, both 0..1. */
  from: number;
  length: number;
}

const MS_A_DAY = 86_400_000;

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_A_DAY;
}

/** The courses as bars on a line from start to finish; empty when the days are unknown. */
export function barsOf(plan: Plan): Bar[] {
  if (plan.finish === null) return [];
  const start = dayOf(plan.start);
  const days = dayOf(plan.finish) - start;
  if (!(days > 0)) return [];
  return plan.courses.map((course) => ({
    title: course.title,
    from: (dayOf(course.begins) - start) / days,
    length: (dayOf(course.ends) - dayOf(course.begins)) / days,
  }));
}
