import type { EvidenceKind, Person, Priority, Situation } from './person';

/** The own record format of the API (the command-line contract describes it). */
export interface Profile {
  id: string;
  count?: number;
  occupations: { uri: string; years: number; until?: number }[];
  skills: { uri: string; evidence: EvidenceKind; year?: number }[];
  /** Skills that the person says not to have, though work may imply them. */
  cannot?: string[];
  region?: string;
  postcode?: string;
  radius_km?: number;
  hours_min?: number;
  hours_max?: number;
}

/** What the person finds important, as the options of a question. */
export interface Wishes {
  minimise: string;
  budget_eur?: number;
  hours_a_week?: number;
  pay_eur?: number;
  applicant?: { employed: boolean; benefit: boolean; social_assistance: boolean };
}

/** What the API is told when nobody said how long; the page and the paper say so. */
export const YEARS_ASSUMED = 3;

/** The profile to ask with. Of work the API takes all that it asks as known, but for what is rejected. */
export function profileOf(person: Person): Profile {
  const cannot = person.skills.filter(({ answer }) => answer === 'no').map(({ uri }) => uri);
  return {
    id: 'loket',
    occupations: person.works.map((work) => ({
      uri: work.uri,
      years: work.years ?? YEARS_ASSUMED,
      ...(work.until === null ? {} : { until: work.until }),
    })),
    skills: person.skills
      .filter(({ answer }) => answer === 'yes')
      .map(({ uri, evidence }) => ({ uri, evidence })),
    ...(cannot.length === 0 ? {} : { cannot }),
    radius_km: person.radiusKm,
    ...(person.region ? { region: person.region } : {}),
    ...(person.postcode ? { postcode: person.postcode } : {}),
    ...(person.hoursMin === null ? {} : { hours_min: person.hoursMin }),
    ...(person.hoursMax === null ? {} : { hours_max: person.hoursMax }),
  };
}

function applicantOf(situation: Situation): NonNullable<Wishes['applicant']> {
  return {
    employed: situation === 'work',
    benefit: situation === 'benefit',
    social_assistance: situation === 'assistance',
  };
}

/** Near and income say which work comes first; of ways to it, the shortest. */
const MINIMISE: Record<Priority, string> = {
  weeks: 'weeks',
  euros: 'euros',
  finish: 'finish',
  near: 'weeks',
  income: 'weeks',
};

export function wishesOf(person: Person): Wishes {
  return {
    minimise: MINIMISE[person.priority],
    ...(person.payEur === null ? {} : { pay_eur: person.payEur }),
    ...(person.budgetEur === null ? {} : { budget_eur: person.budgetEur }),
    ...(person.studyHours === null ? {} : { hours_a_week: person.studyHours }),
    ...(person.situation === null ? {} : { applicant: applicantOf(person.situation) }),
  };
}
