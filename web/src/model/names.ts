import type { Path } from '../api/types';

const NAMED_FIRST = 5;

/** The first few by name, and how many others there are. */
export function some(concepts: { label: string }[], others: (n: number) => string): string {
  const names = concepts.slice(0, NAMED_FIRST).map(({ label }) => label);
  const rest = concepts.length - names.length;
  return [...names, ...(rest > 0 ? [others(rest)] : [])].join('; ');
}

/** The work in between, by name. */
export function viaOf(path: Path): string {
  return path.in_between.map(({ occupation }) => occupation.label).join(', ');
}
