// The person as the page keeps it: in memory only, until somebody saves it to a file.

export type EvidenceKind =
  'claimed' | 'work' | 'employer' | 'evc' | 'praktijkverklaring' | 'certificate' | 'diploma';

export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  'claimed',
  'work',
  'employer',
  'evc',
  'praktijkverklaring',
  'certificate',
  'diploma',
];

export type Priority = 'weeks' | 'euros' | 'finish' | 'near' | 'income';

export const PRIORITIES: readonly Priority[] = ['weeks', 'euros', 'finish', 'near', 'income'];

/** How the person lives now; it decides which schemes may pay. */
export type Situation = 'work' | 'benefit' | 'assistance';

export const SITUATIONS: readonly Situation[] = ['work', 'benefit', 'assistance'];

export interface PastWork {
  uri: string;
  label: string;
  /** Null when the person did not say. */
  years: number | null;
  /** The last year; null while the person still does it. */
  until: number | null;
  /** What the work usually asks, the heaviest first. */
  asks: { uri: string; label: string }[];
}

/** "open": follows from the work, neither confirmed nor rejected yet. */
export type Answer = 'open' | 'yes' | 'no';

export interface OwnSkill {
  uri: string;
  label: string;
  answer: Answer;
  evidence: EvidenceKind;
}

export interface Person {
  works: PastWork[];
  skills: OwnSkill[];
  region: string;
  postcode: string;
  radiusKm: number;
  hoursMin: number | null;
  hoursMax: number | null;
  /** Null when the person did not say. */
  situation: Situation | null;
  studyHours: number | null;
  budgetEur: number | null;
  /** Gross euros a month of a full-time week. Null: as the work usually pays. */
  payEur: number | null;
  priority: Priority;
}

/** What counts as pay; the API refuses what is outside of it. */
export const LEAST_PAY = 500;
export const MOST_PAY = 50_000;

export const NOBODY: Person = {
  works: [],
  skills: [],
  region: '',
  postcode: '',
  radiusKm: 30,
  hoursMin: null,
  hoursMax: null,
  situation: null,
  studyHours: null,
  budgetEur: null,
  payEur: null,
  priority: 'weeks',
};

/** Whether there is enough to ask for routes: some work or some skill. */
export function isKnown(person: Person): boolean {
  return person.works.length > 0 || person.skills.some((skill) => skill.answer === 'yes');
}

export function isPostcode(text: string): boolean {
  return text === '' || /^[1-9][0-9]{3}$/.test(text);
}

/** Adds work and offers what it asks as skills to confirm; what was answered before stays. */
export function withWork(person: Person, work: PastWork): Person {
  const others = person.works.filter((known) => known.uri !== work.uri);
  const answered = new Set(person.skills.map((skill) => skill.uri));
  const offered: OwnSkill[] = work.asks
    .filter((skill) => !answered.has(skill.uri))
    .map((skill) => ({ ...skill, answer: 'open', evidence: 'work' }));
  return { ...person, works: [...others, work], skills: [...person.skills, ...offered] };
}

/** Takes work away, with the skills that only followed from it and were never answered. */
export function withoutWork(person: Person, uri: string): Person {
  const works = person.works.filter((work) => work.uri !== uri);
  const stillAsked = new Set(works.flatMap((work) => work.asks.map((skill) => skill.uri)));
  const skills = person.skills.filter((skill) => skill.answer === 'yes' || stillAsked.has(skill.uri));
  return { ...person, works, skills };
}

export function withSkill(person: Person, skill: OwnSkill): Person {
  const known = person.skills.some((own) => own.uri === skill.uri);
  const skills = known
    ? person.skills.map((own) => (own.uri === skill.uri ? skill : own))
    : [...person.skills, skill];
  return { ...person, skills };
}
