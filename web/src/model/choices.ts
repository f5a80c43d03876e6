import type { Plan, Route, StepClass } from '../api/types';
import type { Priority } from './person';
import { knownPlan } from './training';

export type SortBy = 'fit' | 'weeks' | 'euros' | 'vacancies' | 'pay';

export const SORTS: readonly SortBy[] = ['fit', 'weeks', 'euros', 'vacancies', 'pay'];

export interface Filter {
  classes: StepClass[];
  onlyWithVacancies: boolean;
  onlySameLevel: boolean;
  sort: SortBy;
}

export const CLASSES: readonly StepClass[] = ['direct', 'short_course', 'retraining', 'far'];

export const NO_FILTER: Filter = {
  classes: [...CLASSES],
  onlyWithVacancies: false,
  onlySameLevel: false,
  sort: 'fit',
};

/** As the person chose it; the order follows what matters most until one is chosen. */
export type ChosenFilter = Omit<Filter, 'sort'> & { sort: SortBy | null };

export const NOTHING_CHOSEN: ChosenFilter = { ...NO_FILTER, sort: null };

/** The order that follows from what matters; the best fit for the others. */
const SORT_FOR: Partial<Record<Priority, SortBy>> = { near: 'vacancies', income: 'pay' };

export function filterOf(chosen: ChosenFilter, priority: Priority): Filter {
  return { ...chosen, sort: chosen.sort ?? SORT_FOR[priority] ?? 'fit' };
}

const NEAR_CLASSES: readonly (StepClass | null)[] = ['direct', 'short_course'];

/** Whether a large step comes first while a smaller one is further down. */
export function hasNearerWork([first, ...others]: Route[]): boolean {
  return first?.class === 'far' && others.some((route) => NEAR_CLASSES.includes(route.class));
}

/** Whether there is work, but all of it far away. */
export function isAllFar(routes: Route[]): boolean {
  return routes.length > 0 && routes.every((route) => route.class === 'far');
}

/** Vacancies as near as is known: within the distance, else in the region; null when unknown. */
export function vacanciesNear({ vacancies }: Pick<Route, 'vacancies'>): number | null {
  return vacancies.within_radius ?? vacancies.region;
}

/** What is unknown is never filtered away. */
function passes(route: Route, filter: Filter): boolean {
  if (route.class !== null && !filter.classes.includes(route.class)) return false;
  if (filter.onlyWithVacancies && vacanciesNear(route) === 0) return false;
  if (filter.onlySameLevel && route.level_gap !== null && route.level_gap !== 0) return false;
  return true;
}

/** More than any plan takes or costs: a plan that leaves something open comes after those that do not. */
const OPEN_IS_LATER = 1e6;

function keyOf({ plan }: Route, valueOf: (plan: Plan) => number): number {
  const known = knownPlan(plan);
  if (!known) return Infinity;
  return valueOf(known) + (known.uncovered.length > 0 ? OPEN_IS_LATER : 0);
}

/** Lower is earlier; what is unknown comes last. */
const KEYS: Record<SortBy, (route: Route) => number> = {
  fit: () => 0,
  weeks: (route) => keyOf(route, ({ weeks }) => weeks),
  euros: (route) => keyOf(route, ({ cost_eur: cost }) => cost),
  vacancies: (route) => -(vacanciesNear(route) ?? -1),
  pay: (route) => -(route.pay?.month_eur ?? 0),
};

export function shownRoutes(routes: Route[], filter: Filter): Route[] {
  const key = KEYS[filter.sort];
  return routes
    .map((route, place) => ({ route, place }))
    .filter(({ route }) => passes(route, filter))
    .sort((a, b) => {
      const [ka, kb] = [key(a.route), key(b.route)];
      return ka === kb ? a.place - b.place : ka - kb;
    })
    .map(({ route }) => route);
}
