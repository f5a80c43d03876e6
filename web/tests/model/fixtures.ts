import type { Explanation, Plan, PlannedCourse, Route } from '../../src/api/types';

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
    uncovered: [],
    schemes: [],
    ...part,
  };
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
    vacancies: { region: 1, within_radius: 3 },
    ...part,
  };
}
