// The answers of the REST API that the page reads, as `overstap … --json` gives them. Only fields
// that the page uses are named; null is the API's word for unknown.

export interface Named {
  uri: string;
  label: string;
}

export interface Versions {
  taxonomy: string;
  data: string;
  parameters: string;
}

export interface Explanation {
  kind: string;
  text: string;
  value?: number;
  children?: Explanation[];
}

export interface Suggestion extends Named {
  matched_label: string;
}

export type Importance = 'essential' | 'important' | 'somewhat' | 'optional';

export interface Occupation extends Named {
  /** ISCO skill level, 1 to 4. */
  level: number | null;
  /** The most important first. */
  requirements: (Named & { importance: Importance })[];
}

export interface Region {
  code: string;
  name: string;
}

export interface GapSkill {
  skill: Named;
  importance: Importance;
  /** Share of all the work asks, 0..1. */
  weight: number;
  /** How far the person can do it already, 0..1. */
  strength: number;
  /** Courses known to teach it. */
  courses: number;
  /** The person says not to have it; else nobody knows, or it is there in part. */
  cannot: boolean;
}

export interface Scheme {
  id: string;
  name: string;
  for: 'worker' | 'employer' | 'both';
  max_eur: number | null;
  certain: boolean;
  note: string | null;
}

export interface Payer {
  kind: string;
  name: string | null;
  pays_eur: number | null;
  rest_eur: number | null;
}

export type CourseForm = 'bbl' | 'bol' | 'avond' | 'online' | 'werkplek';

export interface PlannedCourse {
  id: string;
  title: string;
  provider: string;
  form: CourseForm;
  weeks: number;
  hours: number;
  price_eur: number;
  begins: string;
  ends: string;
  waiting_weeks: number;
  /** "listed" when the provider names the day. */
  start_basis: string;
  distance_km: number | null;
  paid_work: boolean;
  payer: Payer;
  closes: Named[];
  /** Share of what the work asks that it adds, 0..1; courses of the core count first. */
  coverage_gain: number;
  /** False: it brings little and can wait. */
  core: boolean;
  /** Names of what stands before the work that it opens. */
  opens: string[];
  schemes: Scheme[];
}

/** The courses that carry a plan, without the others. */
export interface PlanCore {
  courses: number;
  weeks: number;
  cost_eur: number;
  finish: string;
  /** Share of what the work asks that is there then, 0..1. */
  coverage: number;
}

export interface Plan {
  found: boolean;
  weeks: number;
  hours: number;
  cost_eur: number;
  optimal: boolean;
  start: string;
  finish: string | null;
  waiting_weeks: number | null;
  courses: PlannedCourse[];
  coverage_after: number | null;
  core: PlanCore | null;
  uncovered: { skill: Named; reason: string }[];
  schemes: Scheme[];
}

export interface Gate {
  id: string;
  name: string;
  state: string;
  opens_with: string | null;
  courses: { id: string; title: string }[];
}

export interface Hop {
  from: Named | null;
  to: Named;
  met: number;
  required: number;
  begins: string;
  finish: string;
  weeks: number;
  cost_eur: number;
  courses: { id: string; title: string }[];
  uncovered: Named[];
  vacancies: VacancyCount;
}

/** What work pays: gross euros a month of a full-time week, as open vacancies offer it. */
export interface Income {
  pay: { month_eur: number; vacancies: number } | null;
  /** With what the person earns now; less than 0: it pays less. */
  income_change_eur: number | null;
}

/** Work between two steps, done until it counts as evidence. */
export interface WorkInBetween extends Income {
  occupation: Named;
  begins: string;
  /** The courses towards the next work begin. */
  ends: string;
  weeks: number;
  /** What it brings of what the next work asks. */
  skills: Named[];
  vacancies: VacancyCount;
}

export interface Path {
  hops: Hop[];
  /** One less than the hops. */
  in_between: WorkInBetween[];
  weeks: number;
  cost_eur: number;
  /** How much less than now the work on the way that pays least pays, the destination included. */
  income_dip_eur: number | null;
}

export interface VacancyCount {
  region: number | null;
  within_radius: number | null;
}

export type StepClass = 'direct' | 'short_course' | 'retraining' | 'far';

/** What `route` and `plan` both say of one destination. */
export interface Towards extends Income {
  destination: Named;
  coverage: number | null;
  closeness: number | null;
  level_gap: number | null;
  met: number;
  required: number;
  gap: GapSkill[];
  gates: Gate[];
  class: StepClass | null;
  class_estimated: boolean;
  plan: Plan | null;
  explanation: Explanation;
  explanation_nl: Explanation;
  paths: Path[];
  /** How scarce people are for this work, where that is known. */
  demand?: { tension: string | null };
}

/** A job with pay and lessons in which the work is learnt, of which every entry requirement is met. */
export interface Entrance {
  course: { id: string; title: string };
  weeks: number;
  begins: string;
  /** Share of what the work asks that is there after it alone, 0..1. */
  coverage: number;
}

export interface Route extends Towards {
  score: number;
  entrance: Entrance | null;
  vacancies: VacancyCount;
}

export interface RouteAnswer {
  versions: Versions;
  as_of: string;
  techniek: string;
  routes: Route[];
  /** None of the work is near by skills and level. */
  none_near: boolean;
}

export interface PlanAnswer extends Towards {
  versions: Versions;
  /** The step without work in between can be taken. */
  direct_possible: boolean;
  entrance: Entrance | null;
}

export interface ReasonAnswer {
  versions: Versions;
  destination: Named;
  met: number;
  required: number;
  within_reach: boolean;
  barriers: { kind: string; text: string }[];
  changes: { kind: string; text: string }[];
  explanation: Explanation;
  explanation_nl: Explanation;
}

export interface MatchAnswer {
  versions: Versions;
  results: {
    id: string;
    score: number;
    distance_km?: number;
    explanation?: Explanation;
    explanation_nl?: Explanation;
  }[];
}

export interface Vacancy {
  id: string;
  title: string;
  employer?: string | null;
  region?: string | null;
  hours_min?: number | null;
  hours_max?: number | null;
  pay_min?: number | null;
  pay_max?: number | null;
  level?: number | null;
  closes?: string | null;
  text?: string | null;
}

export interface Extraction {
  occupations: Named[];
  skills: Named[];
}

export interface RegionReport {
  versions: Versions;
  as_of: string;
  region: string;
  region_name: string;
  people: number | null;
  vacancies: number | null;
  fewest_shown: number;
  surplus: { occupation: Named; people: number | null; vacancies: number | null; moves: number }[];
  shortage: {
    occupation: Named;
    vacancies: number;
    people: number | null;
    tension: string | null;
    level: number | null;
  }[];
  moves: {
    origin: Named;
    destination: Named;
    people: number | null;
    score: number;
    weeks: number | null;
    missing: number;
    open_skills: number;
  }[];
  missing: { skill: Named; moves: number; people: number | null; courses: number }[];
}

export interface Placement {
  group: string;
  people: number;
  occupation: Named;
  region: string;
  weeks: number;
  open_skills: number;
  courses: { id: string; title: string }[];
}

export interface Lever {
  work: { occupation: Named; region: string } | null;
  course: { id: string; title: string } | null;
  available: number | null;
  more_used: number;
  more_placed: number;
}

export type UnplacedReason =
  'nothing_known' | 'nothing_near' | 'level' | 'no_vacancies' | 'too_long' | 'vacancies_taken' | 'no_seats';

export interface PlacementAnswer {
  versions: Versions;
  people: number;
  placed: number;
  most_placed: number;
  vacancies: number;
  placements: Placement[];
  unplaced: { group: string; people: number; reason: UnplacedReason; nearest: Named | null }[];
  levers: Lever[];
}
