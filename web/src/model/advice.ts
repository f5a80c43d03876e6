import type { Named } from '../api/types';

export interface Rejection {
  label: string;
  reason: string;
}

/** What an adviser decided about the list: the system's order is only a start. */
export interface Advice {
  /** URIs in the adviser's order; those not named follow in the system's order. */
  order: string[];
  /** Which destinations were put aside and why, by URI. */
  rejected: Record<string, Rejection>;
  notes: Record<string, string>;
  /** Destinations to compare and to print. */
  chosen: Named[];
}

export const NO_ADVICE: Advice = { order: [], rejected: {}, notes: {}, chosen: [] };

export function inOrder<T>(items: T[], uriOf: (item: T) => string, order: string[]): T[] {
  const placeOf = new Map(order.map((uri, place) => [uri, place]));
  return items
    .map((item, place) => ({ item, place, at: placeOf.get(uriOf(item)) ?? order.length + place }))
    .sort((a, b) => a.at - b.at || a.place - b.place)
    .map(({ item }) => item);
}

/** The order after moving one destination up (-1) or down (+1) in the list as shown. */
export function moved(shown: string[], uri: string, by: -1 | 1): string[] {
  const from = shown.indexOf(uri);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return shown;
  const order = [...shown];
  order.splice(from, 1);
  order.splice(to, 0, uri);
  return order;
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

export function withRejection(advice: Advice, { uri, label }: Named, reason: string): Advice {
  return { ...advice, rejected: { ...advice.rejected, [uri]: { label, reason } } };
}

export function withoutRejection(advice: Advice, uri: string): Advice {
  return { ...advice, rejected: without(advice.rejected, uri) };
}

export function withNote(advice: Advice, uri: string, note: string): Advice {
  const notes = note === '' ? without(advice.notes, uri) : { ...advice.notes, [uri]: note };
  return { ...advice, notes };
}

export const MOST_CHOSEN = 3;

/** At most three; choosing one more than that changes nothing. */
export function toggleChosen(advice: Advice, destination: Named): Advice {
  const chosen = advice.chosen.some(({ uri }) => uri === destination.uri)
    ? advice.chosen.filter(({ uri }) => uri !== destination.uri)
    : [...advice.chosen, destination].slice(0, MOST_CHOSEN);
  return { ...advice, chosen };
}
