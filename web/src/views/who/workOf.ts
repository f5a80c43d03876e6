import type { Occupation } from '../../api/types';
import type { PastWork } from '../../model/person';

const YEARS_BEFORE_ASKED = 3;

export function workOf(occupation: Occupation, years = YEARS_BEFORE_ASKED): PastWork {
  return {
    uri: occupation.uri,
    label: occupation.label,
    years,
    until: null,
    asks: occupation.requirements.map(({ uri, label }) => ({ uri, label })),
  };
}
