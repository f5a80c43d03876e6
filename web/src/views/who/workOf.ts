import type { Occupation } from '../../api/types';
import type { PastWork } from '../../model/person';

export function workOf(occupation: Occupation, years: number | null = null): PastWork {
  return {
    uri: occupation.uri,
    label: occupation.label,
    years,
    until: null,
    asks: occupation.requirements.map(({ uri, label }) => ({ uri, label })),
  };
}
