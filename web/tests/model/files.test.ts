import { describe, expect, it } from 'vitest';
import type { PlanAnswer } from '../../src/api/types';
import { NO_ADVICE, withRejection } from '../../src/model/advice';
import { MOST_COHORT_BYTES, readCohort } from '../../src/model/cohort';
import { csvOf } from '../../src/model/csv';
import { NOBODY, withSkill, withWork } from '../../src/model/person';
import { personFile, readPersonFile } from '../../src/model/personFile';
import { shareFile } from '../../src/model/shareFile';
import { course, EXPLANATION, plan } from './fixtures';

describe('a person in a file', () => {
  const person = withSkill(
    withWork(
      { ...NOBODY, region: 'AM18', postcode: '2132', budgetEur: 0, situation: 'work' },
      { uri: 'urn:w', label: 'werk', years: 3, until: null, asks: [{ uri: 'urn:s', label: 's' }] },
    ),
    { uri: 'urn:t', label: 't', answer: 'yes', evidence: 'evc' },
  );
  const advice = withRejection(
    { ...NO_ADVICE, order: ['urn:a'], notes: { 'urn:a': 'bel' } },
    { uri: 'urn:b', label: 'b' },
    'te ver',
  );

  it('comes back as it was saved', () => {
    expect(readPersonFile(personFile(person, advice))).toEqual({ person, advice });
  });

  it('does not know years that nobody gave', () => {
    const unsaid = withWork(NOBODY, { uri: 'urn:w', label: 'werk', years: null, until: null, asks: [] });
    expect(readPersonFile(personFile(unsaid, NO_ADVICE))?.person).toEqual(unsaid);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"format":"iets anders"}',
    '{"format":"overstap-profiel","version":2,"person":{}}',
    '{"format":"overstap-profiel","version":1,"person":[]}',
  ])('refuses %j', (content) => {
    expect(readPersonFile(content)).toBeNull();
  });

  it('takes what is right from a file that somebody changed', () => {
    const content = JSON.stringify({
      format: 'overstap-profiel',
      version: 1,
      person: {
        works: [1, { uri: 'urn:w' }],
        skills: 'x',
        region: '<b>',
        postcode: 12,
        radiusKm: -4,
        priority: 'macht',
      },
      advice: { order: [3], rejected: { a: 'x' }, notes: null, chosen: [{}] },
    });
    expect(readPersonFile(content)).toEqual({ person: NOBODY, advice: NO_ADVICE });
  });
});

describe('a cohort file', () => {
  it('is a profile a line', () => {
    expect(readCohort('\uFEFF# groep\n{"id":"a","count":3}\r\n\n{"id":"b"}\n')).toEqual({
      cohort: [{ id: 'a', count: 3 }, { id: 'b' }],
    });
  });

  it.each([
    ['', 'empty', 0],
    ['{"id":"a"}\nx', 'not_json', 2],
    ['{"id":"a"}\n"b"', 'not_a_profile', 2],
    ['{}', 'not_a_profile', 1],
    [' '.repeat(MOST_COHORT_BYTES + 1), 'too_large', 0],
  ])('says what is wrong with %.20j', (text, code, line) => {
    expect(readCohort(text)).toEqual({ problem: { code, line } });
  });
});

describe('a CSV', () => {
  it('quotes what needs it, leaves unknown empty and disarms formulas', () => {
    const csv = csvOf(
      ['naam', 'n'],
      [
        ['a,"b"', 1],
        ['=1+1', null],
        ['', -2],
      ],
    );
    expect(csv).toBe('\uFEFFnaam,n\r\n"a,""b""",1\r\n\'=1+1,\r\n,-2\r\n');
  });
});

describe('a share file', () => {
  const answer: PlanAnswer = {
    versions: { taxonomy: 't1', data: 'd1', parameters: 'p1' },
    destination: { uri: 'urn:l', label: 'lasser' },
    coverage: 0.4,
    closeness: null,
    level_gap: 0,
    met: 1,
    required: 4,
    gap: [
      {
        skill: { uri: 'urn:x', label: '<script>alert(1)</script>' },
        importance: 'essential',
        weight: 1,
        strength: 0,
        courses: 0,
        cannot: false,
      },
    ],
    gates: [],
    class: null,
    class_estimated: false,
    plan: plan({ courses: [course({ title: 'Lassen & "meten"' })] }),
    explanation: EXPLANATION,
    explanation_nl: EXPLANATION,
    paths: [],
    direct_possible: true,
    entrance: null,
    pay: null,
    income_change_eur: null,
  };
  const content = shareFile(answer, {
    language: 'nl',
    title: 'De weg naar lasser',
    decision: 'Dit is een advies.',
    learn: 'U leert nog',
    open: 'Geen opleiding bekend',
    schemes: 'Regelingen',
    versions: 'Versies',
    columns: ['Begint', 'Opleiding', 'Weken', 'Kosten'],
    costOf: (amount) => `€ ${amount}`,
    dayOf: (date) => date,
  });

  it('names the courses and the versions', () => {
    expect(content).toContain('Lassen &amp; &quot;meten&quot;, School');
    expect(content).toContain('t1, d1, p1');
  });

  it('runs nothing that a label holds', () => {
    expect(content).not.toContain('<script>');
  });

  it('says nothing of what the person can do', () => {
    expect(content).not.toContain('meten (work)');
    expect(content).not.toContain('laden');
  });
});
