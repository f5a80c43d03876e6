import { describe, expect, it } from 'vitest';
import { euros, firm, percent, shortDay, wholeWeeks } from '../../src/model/format';
import { differenceOf, stopsOf, stopsOfPath, stripOfPath, stripOfPlan } from '../../src/model/timeline';
import { tileName, TILES } from '../../src/model/tiles';
import { some, viaOf } from '../../src/model/names';
import { coreOf, isReady, leftAfter } from '../../src/model/training';
import { course, path, plan } from './fixtures';

describe('the line to the new work', () => {
  it('starts today, waits where there is waiting, and arrives', () => {
    const stops = stopsOf(plan({ courses: [course(), course({ id: 'b', waiting_weeks: 0.5 })] }), true);
    expect(stops.map(({ kind }) => kind)).toEqual(['start', 'wait', 'course', 'course', 'arrival']);
  });

  it('arrives on an unknown day when no course is known for what is missing', () => {
    const uncovered = [{ skill: { uri: 'u', label: 'l' }, reason: 'no_course' }];
    expect(stopsOf(plan({ courses: [], uncovered }), false).at(-1)).toEqual({
      kind: 'arrival',
      date: null,
      ready: false,
    });
    expect(stopsOf(plan({ courses: [] }), true).at(-1)).toEqual({
      kind: 'arrival',
      date: '2026-12-19',
      ready: true,
    });
  });

  it('ends with what no course of the plan teaches or opens', () => {
    const gate = { name: 'n', opens_with: null, courses: [] };
    const gates = [
      { ...gate, id: 'taken', state: 'closed', courses: [{ id: 'vca', title: 'VCA' }] },
      { ...gate, id: 'left', state: 'closed' },
      { ...gate, id: 'had', state: 'open' },
      { ...gate, id: 'unknown', state: 'unknown' },
    ];
    expect(leftAfter({ plan: plan(), gates }).gates.map(({ id }) => id)).toEqual(['left']);
    expect(isReady(leftAfter({ plan: plan(), gates: [] }))).toBe(true);
    const uncovered = [{ skill: { uri: 'u', label: 'l' }, reason: 'no_course' }];
    expect(isReady(leftAfter({ plan: plan({ uncovered }), gates: [] }))).toBe(false);
  });

  it('differs from another in weeks, euros and last day', () => {
    const other = plan({ weeks: 4.5, cost_eur: 80, finish: '2027-01-09' });
    expect(differenceOf(plan(), other)).toEqual({ weeks: 3, euros: -20, finishWeeks: 3 });
    expect(differenceOf(plan(), plan({ finish: null }))).toEqual({ weeks: 0, euros: 0, finishWeeks: 0 });
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
    const stops = stopsOfPath(path(), false);
    expect(stops.map(({ kind }) => kind)).toEqual(['start', 'step', 'work', 'arrival']);
    expect(stops[2]).toMatchObject({ work: { occupation: { label: 'monteur' }, weeks: 10 } });
    expect(stops.at(-1)).toEqual({ kind: 'arrival', date: '2027-03-01', ready: true });
    expect(stopsOfPath(path(), true).at(-1)).toMatchObject({ ready: false });
    expect(
      stopsOfPath({ hops: [], in_between: [], weeks: 0, cost_eur: 0, income_dip_eur: null }, false),
    ).toEqual([]);
  });

  it('a way over other work is drawn to scale', () => {
    const strip = stripOfPath(path());
    expect(strip?.bars.map(({ kind, title }) => [kind, title])).toEqual([
      ['course', 'monteur'],
      ['work', 'monteur'],
    ]);
    expect(strip?.bars[1]).toMatchObject({ from: 0.3, length: 0.7 });
    expect(stripOfPath({ hops: [], in_between: [], weeks: 0, cost_eur: 0, income_dip_eur: null })).toBeNull();
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

  it('an amount stays on one line', () => {
    expect(firm('kost € 195 en € 3.200, in €')).toBe('kost €\u00a0195 en €\u00a03.200, in €');
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

  it('breaks a long name where its parts meet, and changes no letter', () => {
    expect(tileName('Zuid-Kennemerland en IJmond')).toBe('Zuid-Kennemer\u00adland en IJmond');
    expect(tileName('Twente')).toBe('Twente');
  });
});

describe('what matters most in a plan', () => {
  const core = { courses: 1, weeks: 2, cost_eur: 100, finish: '2026-12-19', coverage: 0.55 };
  const courses = [course({ coverage_gain: 0.15 }), course({ id: 'b', coverage_gain: 0.05, core: false })];

  it('is said when a course can wait', () => {
    const found = coreOf(plan({ courses, core, coverage_after: 0.6 }));
    expect(found?.core).toEqual(core);
    expect(found?.courses).toBe(2);
    expect(found?.all).toBe(0.6);
    expect(found?.gain).toBeCloseTo(0.2);
  });

  it('is not said of a plan that needs all of its courses, or has none', () => {
    expect(coreOf(plan())).toBeNull();
    expect(coreOf(plan({ courses: [], core: null, coverage_after: null }))).toBeNull();
  });
});
