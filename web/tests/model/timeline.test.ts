import { describe, expect, it } from 'vitest';
import { euros, percent, shortDay, wholeWeeks } from '../../src/model/format';
import { barsOf, stopsOf, stopsOfPath } from '../../src/model/timeline';
import { TILES } from '../../src/model/tiles';
import { course, plan } from './fixtures';

describe('the line to the new work', () => {
  it('starts today, waits where there is waiting, and arrives', () => {
    const stops = stopsOf(plan({ courses: [course(), course({ id: 'b', waiting_weeks: 0.5 })] }));
    expect(stops.map(({ kind }) => kind)).toEqual(['start', 'wait', 'course', 'course', 'arrival']);
  });

  it('arrives on an unknown day when no course is known for what is missing', () => {
    const uncovered = [{ skill: { uri: 'u', label: 'l' }, reason: 'no_course' }];
    expect(stopsOf(plan({ courses: [], uncovered })).at(-1)).toEqual({ kind: 'arrival', date: null });
    expect(stopsOf(plan({ courses: [] })).at(-1)).toEqual({ kind: 'arrival', date: '2026-12-19' });
  });

  it('bars stand in proportion to the days', () => {
    expect(barsOf(plan())).toEqual([{ title: 'VCA', from: 0.5, length: 0.5 }]);
  });

  it('has no bars when the days are unknown', () => {
    expect(barsOf(plan({ finish: null }))).toEqual([]);
    expect(barsOf(plan({ finish: '2026-11-21' }))).toEqual([]);
  });

  it('a way over other work has work in between', () => {
    const hop = {
      from: null,
      to: { uri: 'u', label: 'l' },
      met: 1,
      required: 2,
      begins: '2026-11-21',
      finish: '2027-01-01',
      weeks: 3,
      cost_eur: 0,
      courses: [],
      uncovered: [],
      vacancies: { region: null, within_radius: null },
    };
    const stops = stopsOfPath({ hops: [hop, hop, hop], weeks: 9, cost_eur: 0, years_between: 2 });
    expect(stops.map(({ kind }) => kind)).toEqual([
      'start',
      'step',
      'work',
      'step',
      'work',
      'step',
      'arrival',
    ]);
    expect(stops[2]).toEqual({ kind: 'work', years: 1 });
    expect(stopsOfPath({ hops: [], weeks: 0, cost_eur: 0, years_between: 0 })).toEqual([]);
  });
});

describe('numbers and days', () => {
  it('are written as people do', () => {
    expect(shortDay('nl', '2026-12-07')).toBe('7 dec 2026');
    expect(shortDay('nl', 'ooit')).toBe('ooit');
    expect(euros('nl', 3715)).toMatch(/^€\s3\.715$/);
    expect(percent('en', 0.823)).toBe('82%');
  });

  it('a plan is never shown shorter than it is', () => {
    expect(wholeWeeks(2.1)).toBe(3);
    expect(wholeWeeks(3.0000000001)).toBe(3);
  });
});

describe('the tile map', () => {
  it('has 35 regions and no two on one place', () => {
    const places = Object.values(TILES).map(([column, row]) => `${column},${row}`);
    expect(places).toHaveLength(35);
    expect(new Set(places).size).toBe(35);
  });
});
