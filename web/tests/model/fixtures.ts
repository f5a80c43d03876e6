import type { Explanation, Path, Plan, PlannedCourse, Route } from '../../src/api/types';

export function course(part: Partial<PlannedCourse> = {}): PlannedCourse {
  return {
    id: 'vca',
    title: 'VCA',
    provider: 'School',
    form: 'avond',
    weeks: 2,
    hours: 10,
    price_eur: 100,
    begins: '2026-12-05',
    ends: '2026-12-19',
    waiting_weeks: 2,
    start_basis: 'listed',
    distance_km: null,
    paid_work: false,
    payer: { kind: 'unknown', name: null, pays_eur: null, rest_eur: null },
    closes: [{ uri: 'urn:veilig', label: 'veilig werken' }],
    coverage_gain: 0.1,
    core: true,
    opens: [],
    schemes: [],
    ...part,
  };
}

export function plan(part: Partial<Plan> = {}): Plan {
  return {
    found: true,
    weeks: 2,
    hours: 10,
    cost_eur: 100,
    optimal: true,
    start: '2026-11-21',
    finish: '2026-12-19',
    waiting_weeks: 2,
    courses: [course()],
    coverage_after: 0.6,
    core: { courses: 1, weeks: 2, cost_eur: 100, finish: '2026-12-19', coverage: 0.6 },
    uncovered: [],
    schemes: [],
    ...part,
  };
}

/** Over monteur: a course of 30 days, 70 days of work, then nothing more to learn. */
export function path(): Path {
  const hop = {
    from: null,
    to: { uri: 'urn:monteur', label: 'monteur' },
    met: 1,
    required: 2,
    begins: '2026-11-21',
    finish: '2026-12-21',
    weeks: 4,
    cost_eur: 100,
    courses: [{ id: 'vca', title: 'VCA' }],
    uncovered: [],
    vacancies: { region: null, within_radius: null },
  };
  const work = {
    occupation: hop.to,
    begins: '2026-12-21',
    ends: '2027-03-01',
    weeks: 10,
    skills: [],
    vacancies: hop.vacancies,
    pay: null,
    income_change_eur: null,
  };
  const last = {
    ...hop,
    from: hop.to,
    to: { uri: 'urn:technicus', label: 'technicus' },
    begins: work.ends,
    finish: work.ends,
    weeks: 0,
    cost_eur: 0,
    courses: [],
  };
  return { hops: [hop, last], in_between: [work], weeks: 4, cost_eur: 100, income_dip_eur: null };
}

function requirement(kind: string, label: string, weight: number, text: string): Explanation {
  return {
    kind,
    text,
    children: [
      { kind: 'weight', text: 'weight', value: weight },
      { kind: 'skill', text: label },
    ],
  };
}

export const EXPLANATION: Explanation = {
  kind: 'destination',
  text: 'meets 1 of the 4',
  children: [
    {
      kind: 'coverage',
      text: 'covered share',
      children: [
        requirement('missing_skill', 'veilig werken', 3, 'not seen: veilig werken'),
        requirement('missing_skill', 'lassen', 2, 'not seen: lassen'),
        requirement('matched_skill', 'meten', 1, 'has: meten (work)'),
        requirement('transferred_skill', 'hijsen', 4, 'partly: hijsen, through laden (en lossen) (work)'),
      ],
    },
  ],
};

export function route(label: string, part: Partial<Route> = {}): Route {
  return {
    destination: { uri: `urn:${label}`, label },
    coverage: 0.4,
    closeness: 0.4,
    level_gap: 0,
    met: 1,
    required: 4,
    gap: [],
    gates: [],
    class: 'short_course',
    class_estimated: false,
    plan: plan(),
    explanation: EXPLANATION,
    explanation_nl: EXPLANATION,
    paths: [],
    score: 0.4,
    entrance: null,
    pay: null,
    income_change_eur: null,
    vacancies: { region: 1, within_radius: 3 },
    ...part,
  };
}
