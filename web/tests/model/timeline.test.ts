import { describe, expect, it } from 'vitest';
import { euros, percent, shortDay, wholeWeeks } from '../../src/model/format';
import { stopsOf, stopsOfPath, stripOfPath, stripOfPlan } from '../../src/model/timeline';
import { TILES } from '../../src/model/tiles';
import { some, viaOf } from '../../src/model/names';
import { course, path, plan } from './fixtures';

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
    expect(stripOfPlan(plan())).toEqual({
      start: '2026-11-21',
      finish: '2026-12-19',
      bars: [{ kind: 'course', title: 'VCA', from: 0.5, length: 0.5 }],
    });
  });

  it('has no bars when the days are unknown', () => {
    expect(stripOfPlan(plan({ finish: null }))).toBeNull();
    expect(stripOfPlan(plan({ finish: '2026-11-21' }))).toBeNull();
  });

  it('a way over other work has its courses and the work in between', () => {
    const stops = stopsOfPath(path());
    expect(stops.map(({ kind }) => kind)).toEqual(['start', 'step', 'work', 'arrival']);
    expect(stops[2]).toMatchObject({ work: { occupation: { label: 'monteur' }, weeks: 10 } });
    expect(stops.at(-1)).toEqual({ kind: 'arrival', date: '2027-03-01' });
    expect(stopsOfPath({ hops: [], in_between: [], weeks: 0, cost_eur: 0 })).toEqual([]);
  });

  it('a way over other work is drawn to scale', () => {
    const strip = stripOfPath(path());
    expect(strip?.bars.map(({ kind, title }) => [kind, title])).toEqual([
      ['course', 'monteur'],
      ['work', 'monteur'],
    ]);
    expect(strip?.bars[1]).toMatchObject({ from: 0.3, length: 0.7 });
    expect(stripOfPath({ hops: [], in_between: [], weeks: 0, cost_eur: 0 })).toBeNull();
  });

  it('work in between is named, the first few things that it brings too', () => {
    expect(viaOf(path())).toBe('monteur');
    const named = (label: string) => ({ uri: label, label });
    expect(some(['a', 'b'].map(named), (n) => `+${n}`)).toBe('a; b');
    expect(some(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(named), (n) => `+${n}`)).toBe('a; b; c; d; e; +2');
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
