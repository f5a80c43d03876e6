import type { Profile } from './profile';

export interface CohortProblem {
  line: number;
  code: 'not_json' | 'not_a_profile' | 'empty' | 'too_large';
}

export const MOST_COHORT_BYTES = 900_000;

/** One profile a line, as `overstap place` reads it; blank lines and lines of remarks are skipped. */
export function readCohort(text: string): { cohort: Profile[] } | { problem: CohortProblem } {
  if (text.length > MOST_COHORT_BYTES) return { problem: { line: 0, code: 'too_large' } };
  const cohort: Profile[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return { problem: { line: index + 1, code: 'not_json' } };
    }
    if (typeof value !== 'object' || value === null || !('id' in value)) {
      return { problem: { line: index + 1, code: 'not_a_profile' } };
    }
    cohort.push(value as Profile);
  }
  return cohort.length > 0 ? { cohort } : { problem: { line: 0, code: 'empty' } };
}
