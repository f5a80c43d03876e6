import type { Route, StepClass } from '../api/types';
import { knownPlan } from './training';

export type SortBy = 'fit' | 'weeks' | 'euros' | 'vacancies';

export const SORTS: readonly SortBy[] = ['fit', 'weeks', 'euros', 'vacancies'];

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

/** Lower is earlier; what is unknown comes last. */
const KEYS: Record<SortBy, (route: Route) => number> = {
  fit: () => 0,
  weeks: (route) => knownPlan(route.plan)?.weeks ?? Infinity,
  euros: (route) => knownPlan(route.plan)?.cost_eur ?? Infinity,
  vacancies: (route) => -(vacanciesNear(route) ?? -1),
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
