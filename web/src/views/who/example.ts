import { occupation } from '../../api/questions';
import { NOBODY, withSkill, withWork, type Person } from '../../model/person';
import type { Language } from '../../model/format';
import { workOf } from './workOf';

const GROUND_HANDLER = 'http://data.europa.eu/esco/occupation/3d974e0c-8ed9-47a7-aec2-ebdb34391c87';
const FORKLIFT = 'http://data.europa.eu/esco/skill/28cb374e-6261-4133-8371-f9a5470145da';

/** A ground handler near Schiphol, to see what the page does before filling in anything. */
export async function examplePerson(language: Language): Promise<Person> {
  const work = workOf(await occupation(GROUND_HANDLER, language), 9);
  const label = language === 'nl' ? 'heftruck rijden' : 'operate forklift';
  const person = withWork({ ...NOBODY, region: 'AM18', postcode: '2132', hoursMin: 32, hoursMax: 40 }, work);
  return withSkill(person, { uri: FORKLIFT, label, answer: 'yes', evidence: 'certificate' });
}
