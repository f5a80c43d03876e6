import { get, post } from './client';
import type {
  Extraction,
  MatchAnswer,
  Occupation,
  PlacementAnswer,
  PlanAnswer,
  ReasonAnswer,
  Region,
  RegionReport,
  RouteAnswer,
  Suggestion,
  Vacancy,
  Versions,
} from './types';
import type { Language } from '../model/format';
import type { Profile, Wishes } from '../model/profile';

export type Kind = 'occupation' | 'skill';

export async function suggest(
  kind: Kind,
  text: string,
  language: Language,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const query = new URLSearchParams({ kind, q: text, language, limit: '8' });
  return (await get<{ results: Suggestion[] }>(`/v1/suggestions?${query}`, signal)).results;
}

/** Chance below which a guess is not worth showing, 0..1. */
const LEAST_CHANCE = 0.1;

/** What a whole text means, where no label begins like it; the likeliest first. */
export async function meant(
  kind: Kind,
  text: string,
  language: Language,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const query = new URLSearchParams({ q: text, language, pageSize: '5' });
  const path = kind === 'occupation' ? 'occupations' : 'skills';
  const page = await get<{ items: (Suggestion & { score: number })[] }>(`/v1/${path}?${query}`, signal);
  return page.items.filter(({ score }) => score >= LEAST_CHANCE);
}

export function occupation(uri: string, language: Language): Promise<Occupation> {
  return get<Occupation>(`/v1/occupations/${encodeURIComponent(uri)}?language=${language}`);
}

export async function regions(signal: AbortSignal): Promise<Region[]> {
  return (await get<{ items: Region[] }>('/v1/regions?pageSize=100', signal)).items;
}

export function report(region: string, language: Language, signal: AbortSignal): Promise<RegionReport> {
  return get<RegionReport>(`/v1/regions/${region}/report?language=${language}`, signal);
}

export function vacancy(id: string, signal: AbortSignal): Promise<Vacancy> {
  return get<Vacancy>(`/v1/vacancies/${encodeURIComponent(id)}`, signal);
}

export async function versions(signal: AbortSignal): Promise<Versions> {
  return (await get<{ versions: Versions }>('/v1/versions', signal)).versions;
}

/** Who asks, what they find important, and the language of the labels. */
export interface Asker extends Wishes {
  profile: Profile;
  language: Language;
}

/** How long the list of occupations is; a reason may be that work is not on it. */
const SHOWN = 12;

export function routes(asker: Asker, signal: AbortSignal): Promise<RouteAnswer> {
  return post<RouteAnswer>('/v1/routes/_zoek', { ...asker, limit: SHOWN }, signal);
}

export function plan(asker: Asker, occupationUri: string, signal: AbortSignal): Promise<PlanAnswer> {
  return post<PlanAnswer>('/v1/plans/_zoek', { ...asker, occupation: occupationUri, hops: 3 }, signal);
}

export function reasons(asker: Asker, occupationUri: string, signal: AbortSignal): Promise<ReasonAnswer> {
  const question = { ...asker, occupation: occupationUri, limit: SHOWN };
  return post<ReasonAnswer>('/v1/reasons/_zoek', question, signal);
}

export function matches(profile: Profile, language: Language, signal: AbortSignal): Promise<MatchAnswer> {
  const question = { profile, language, radius_km: profile.radius_km, limit: 10, explain: true };
  return post<MatchAnswer>('/v1/matches/_zoek', question, signal);
}

export function extract(text: string, language: Language): Promise<Extraction> {
  return post<Extraction>('/v1/extractions/_zoek', { text, language, kind: 'cv' });
}

export function place(cohort: Profile[], language: Language): Promise<PlacementAnswer> {
  return post<PlacementAnswer>('/v1/placements/_zoek', { cohort, language });
}
