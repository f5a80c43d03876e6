import type { EvidenceKind, Person, Situation } from './person';

/** The own record format of the API (the command-line contract describes it). */
export interface Profile {
  id: string;
  count?: number;
  occupations: { uri: string; years: number; until?: number }[];
  skills: { uri: string; evidence: EvidenceKind; year?: number }[];
  region?: string;
  postcode?: string;
  radius_km?: number;
  hours_min?: number;
  hours_max?: number;
  level?: number;
}

/** What the person finds important, as the options of a question. */
export interface Wishes {
  minimise: string;
  budget_eur?: number;
  hours_a_week?: number;
  applicant?: { employed: boolean; benefit: boolean; social_assistance: boolean };
}

/**
 * The profile to ask with. The API takes all that an occupation asks as known from work. Where the
 * person says "no" to one of those skills, the others are sent one by one instead of the
 * occupation; the level of that work is kept.
 */
export function profileOf(person: Person): Profile {
  const rejected = new Set(person.skills.filter((skill) => skill.answer === 'no').map((skill) => skill.uri));
  const whole = person.works.filter((work) => !work.asks.some((skill) => rejected.has(skill.uri)));
  const parts = person.works.filter((work) => !whole.includes(work));
  const skills = new Map<string, Profile['skills'][number]>();
  for (const work of parts) {
    for (const skill of work.asks.filter((asked) => !rejected.has(asked.uri))) {
      skills.set(skill.uri, {
        uri: skill.uri,
        evidence: 'work',
        ...(work.until === null ? {} : { year: work.until }),
      });
    }
  }
  for (const skill of person.skills.filter((own) => own.answer === 'yes')) {
    skills.set(skill.uri, { uri: skill.uri, evidence: skill.evidence });
  }
  const levels = parts.flatMap((work) => (work.level === null ? [] : [work.level]));
  return {
    id: 'loket',
    occupations: whole.map((work) => ({
      uri: work.uri,
      years: work.years,
      ...(work.until === null ? {} : { until: work.until }),
    })),
    skills: [...skills.values()],
    radius_km: person.radiusKm,
    ...(person.region ? { region: person.region } : {}),
    ...(person.postcode ? { postcode: person.postcode } : {}),
    ...(person.hoursMin === null ? {} : { hours_min: person.hoursMin }),
    ...(person.hoursMax === null ? {} : { hours_max: person.hoursMax }),
    ...(levels.length > 0 ? { level: Math.max(...levels) } : {}),
  };
}

/** Work of which the person cannot do everything: it counts by its skills, not as a whole. */
export function countedBySkills(person: Person): string[] {
  const whole = new Set(profileOf(person).occupations.map((work) => work.uri));
  return person.works.filter((work) => !whole.has(work.uri)).map((work) => work.label);
}

function applicantOf(situation: Situation): NonNullable<Wishes['applicant']> {
  return {
    employed: situation === 'work',
    benefit: situation === 'benefit',
    social_assistance: situation === 'assistance',
  };
}

export function wishesOf(person: Person): Wishes {
  return {
    minimise: person.priority,
    ...(person.budgetEur === null ? {} : { budget_eur: person.budgetEur }),
    ...(person.studyHours === null ? {} : { hours_a_week: person.studyHours }),
    ...(person.situation === null ? {} : { applicant: applicantOf(person.situation) }),
  };
}
