import { describe, expect, it } from 'vitest';
import {
  filterOf,
  hasNearerWork,
  isAllFar,
  NO_FILTER,
  NOTHING_CHOSEN,
  shownRoutes,
  vacanciesNear,
} from '../../src/model/choices';
import { plan, route } from './fixtures';

const labels = (routes: ReturnType<typeof route>[]) => routes.map(({ destination }) => destination.label);

describe('filters and order', () => {
  it('keep the order of the system unless asked otherwise', () => {
    const routes = [route('a'), route('b'), route('c')];
    expect(shownRoutes(routes, NO_FILTER)).toEqual(routes);
  });

  it('follow what matters most until an order is chosen', () => {
    expect(filterOf(NOTHING_CHOSEN, 'weeks').sort).toBe('fit');
    expect(filterOf(NOTHING_CHOSEN, 'near').sort).toBe('vacancies');
    expect(filterOf(NOTHING_CHOSEN, 'income').sort).toBe('pay');
    expect(filterOf({ ...NOTHING_CHOSEN, sort: 'euros' }, 'near').sort).toBe('euros');
  });

  it('never filter away what is unknown', () => {
    const unknown = route('x', {
      class: null,
      level_gap: null,
      vacancies: { region: null, within_radius: null },
    });
    const filter = { ...NO_FILTER, classes: [], onlyWithVacancies: true, onlySameLevel: true };
    expect(labels(shownRoutes([unknown, route('far', { class: 'far' })], filter))).toEqual(['x']);
  });

  it('sort by weeks with no plan last and ties in the order given', () => {
    const routes = [
      route('none', { plan: plan({ found: false, weeks: 0 }) }),
      route('long', { plan: plan({ weeks: 30 }) }),
      route('first', { plan: plan({ weeks: 3 }) }),
      route('second', { plan: plan({ weeks: 3 }) }),
      route('unknown', { plan: null }),
    ];
    const shown = shownRoutes(routes, { ...NO_FILTER, sort: 'weeks' });
    expect(labels(shown)).toEqual(['first', 'second', 'long', 'none', 'unknown']);
  });

  it('sort by pay with what is unknown last', () => {
    const paid = (label: string, month_eur: number) => route(label, { pay: { month_eur, vacancies: 5 } });
    const routes = [route('unknown'), paid('little', 2500), paid('much', 3500), paid('same', 2500)];
    const shown = shownRoutes(routes, { ...NO_FILTER, sort: 'pay' });
    expect(labels(shown)).toEqual(['much', 'little', 'same', 'unknown']);
  });

  it('what nobody can teach is not the shortest way', () => {
    const uncovered = [{ skill: { uri: 'u', label: 'l' }, reason: 'no_course' }];
    const routes = [
      route('untaught', { plan: plan({ weeks: 0, cost_eur: 0, courses: [], uncovered }) }),
      route('partly', { plan: plan({ weeks: 3, cost_eur: 50, uncovered }) }),
      route('whole', { plan: plan({ weeks: 30, cost_eur: 900 }) }),
      route('ready', { plan: plan({ weeks: 0, cost_eur: 0, courses: [] }) }),
    ];
    for (const sort of ['weeks', 'euros'] as const)
      expect(labels(shownRoutes(routes, { ...NO_FILTER, sort }))).toEqual([
        'ready',
        'whole',
        'partly',
        'untaught',
      ]);
  });

  it('say when a smaller step is further down than a large one', () => {
    const [far, near] = [route('far', { class: 'far' }), route('near', { class: 'short_course' })];
    expect(hasNearerWork([far, near])).toBe(true);
    expect(hasNearerWork([near, far])).toBe(false);
    expect(hasNearerWork([far, far])).toBe(false);
    expect(hasNearerWork([])).toBe(false);
    expect([[], [far], [far, near], [route('?', { class: null })]].map(isAllFar)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('count vacancies within the distance, else in the region, else unknown', () => {
    expect(vacanciesNear(route('a'))).toBe(3);
    expect(vacanciesNear(route('a', { vacancies: { region: 1, within_radius: null } }))).toBe(1);
    expect(vacanciesNear(route('a', { vacancies: { region: null, within_radius: null } }))).toBeNull();
  });

  it('unknown vacancies come after none', () => {
    const routes = [
      route('unknown', { vacancies: { region: null, within_radius: null } }),
      route('none', { vacancies: { region: 0, within_radius: 0 } }),
    ];
    expect(labels(shownRoutes(routes, { ...NO_FILTER, sort: 'vacancies' }))).toEqual(['none', 'unknown']);
  });
});
