import { NO_ADVICE, type Advice, type Rejection } from './advice';
import {
  EVIDENCE_KINDS,
  LEAST_PAY,
  MOST_PAY,
  NOBODY,
  PRIORITIES,
  SITUATIONS,
  type OwnSkill,
  type PastWork,
  type Person,
} from './person';

const FORMAT = 'overstap-profiel';
const VERSION = 1;

export function personFile(person: Person, advice: Advice): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, person, advice }, null, 2)}\n`;
}

type Unchecked = Record<string, unknown>;

function isObject(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null;
}

function named(value: unknown): { uri: string; label: string } | null {
  if (!isObject(value) || !text(value['uri']) || !text(value['label'])) return null;
  return { uri: text(value['uri']), label: text(value['label']) };
}

function list<T>(value: unknown, read: (item: unknown) => T | null): T[] {
  return (Array.isArray(value) ? value : []).flatMap((item) => read(item) ?? []);
}

function work(value: unknown): PastWork | null {
  const name = named(value);
  if (!name || !isObject(value)) return null;
  return {
    ...name,
    years: number(value['years'], 0, 70),
    until: number(value['until'], 1940, 2100),
    asks: list(value['asks'], named),
  };
}

function skill(value: unknown): OwnSkill | null {
  const name = named(value);
  if (!name || !isObject(value)) return null;
  const answer = (['open', 'yes', 'no'] as const).find((known) => known === value['answer']);
  const evidence = EVIDENCE_KINDS.find((kind) => kind === value['evidence']);
  return { ...name, answer: answer ?? 'open', evidence: evidence ?? 'claimed' };
}

function texts(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function rejections(value: unknown): Record<string, Rejection> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([uri, item]) =>
      isObject(item) && text(item['label']) && text(item['reason'])
        ? [[uri, { label: text(item['label']), reason: text(item['reason']) }]]
        : [],
    ),
  );
}

function personOf(value: Unchecked): Person {
  return {
    works: list(value['works'], work),
    skills: list(value['skills'], skill),
    region: /^AM[0-9]{2}$/.test(text(value['region'])) ? text(value['region']) : '',
    postcode: /^[1-9][0-9]{3}$/.test(text(value['postcode'])) ? text(value['postcode']) : '',
    radiusKm: number(value['radiusKm'], 1, 300) ?? NOBODY.radiusKm,
    hoursMin: number(value['hoursMin'], 1, 60),
    hoursMax: number(value['hoursMax'], 1, 60),
    situation: SITUATIONS.find((known) => known === value['situation']) ?? null,
    studyHours: number(value['studyHours'], 1, 60),
    budgetEur: number(value['budgetEur'], 0, 1e6),
    payEur: number(value['payEur'], LEAST_PAY, MOST_PAY),
    priority: PRIORITIES.find((known) => known === value['priority']) ?? NOBODY.priority,
  };
}

function adviceOf(value: unknown): Advice {
  if (!isObject(value)) return NO_ADVICE;
  return {
    order: list(value['order'], (item) => text(item) || null),
    rejected: rejections(value['rejected']),
    notes: texts(value['notes']),
    chosen: list(value['chosen'], named).slice(0, 3),
  };
}

/** The person in a file that was saved before; null when it is another kind of file. */
export function readPersonFile(content: string): { person: Person; advice: Advice } | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  if (!isObject(value) || value['format'] !== FORMAT || value['version'] !== VERSION) return null;
  const person = value['person'];
  return isObject(person) ? { person: personOf(person), advice: adviceOf(value['advice']) } : null;
}
