import { describe, expect, it } from 'vitest';
import {
  isKnown,
  isPostcode,
  NOBODY,
  withoutWork,
  withSkill,
  withWork,
  type PastWork,
} from '../../src/model/person';
import { profileOf, wishesOf, YEARS_ASSUMED } from '../../src/model/profile';

const handler: PastWork = {
  uri: 'urn:grond',
  label: 'grondafhandelaar',
  years: 9,
  until: 2024,
  asks: [
    { uri: 'urn:laden', label: 'laden' },
    { uri: 'urn:tillen', label: 'tillen' },
  ],
};
const lifting = { uri: 'urn:tillen', label: 'tillen', evidence: 'work' as const };

describe('a person', () => {
  it('gets the skills of the work offered, and keeps earlier answers', () => {
    const answered = withSkill(NOBODY, { ...lifting, answer: 'yes' });
    const person = withWork(answered, handler);
    expect(person.skills.map(({ uri, answer }) => [uri, answer])).toEqual([
      ['urn:tillen', 'yes'],
      ['urn:laden', 'open'],
    ]);
  });

  it('loses what only followed from work that is taken away', () => {
    const person = withSkill(withWork(NOBODY, handler), { ...lifting, answer: 'yes' });
    expect(withoutWork(person, 'urn:grond').skills.map(({ uri }) => uri)).toEqual(['urn:tillen']);
  });

  it('is known once there is work or a confirmed skill', () => {
    expect(isKnown(NOBODY)).toBe(false);
    expect(isKnown(withSkill(NOBODY, { ...lifting, answer: 'no' }))).toBe(false);
    expect(isKnown(withSkill(NOBODY, { ...lifting, answer: 'yes' }))).toBe(true);
  });

  it.each([
    ['', true],
    ['2132', true],
    ['0132', false],
    ['213', false],
    ['2132 AB', false],
  ])('postcode %j', (text, right) => {
    expect(isPostcode(text)).toBe(right);
  });
});

describe('the profile to ask with', () => {
  it('sends work as work while nothing of it is rejected', () => {
    const profile = profileOf(withWork(NOBODY, handler));
    expect(profile.occupations).toEqual([{ uri: 'urn:grond', years: 9, until: 2024 }]);
    expect(profile.skills).toEqual([]);
  });

  it('says what is rejected beside the work', () => {
    const person = withSkill(withWork(NOBODY, handler), { ...lifting, answer: 'no' });
    const profile = profileOf(person);
    expect(profile.occupations).toEqual([{ uri: 'urn:grond', years: 9, until: 2024 }]);
    expect(profile.skills).toEqual([]);
    expect(profile.cannot).toEqual(['urn:tillen']);
  });

  it('reckons with the years that the page names when nobody said how many', () => {
    const profile = profileOf(withWork(NOBODY, { ...handler, years: null }));
    expect(profile.occupations[0]?.years).toBe(YEARS_ASSUMED);
  });

  it('a confirmed skill carries its own evidence', () => {
    const person = withSkill(withWork(NOBODY, handler), { ...lifting, answer: 'yes', evidence: 'diploma' });
    expect(profileOf(person).skills).toEqual([{ uri: 'urn:tillen', evidence: 'diploma' }]);
  });

  it('leaves out what is unknown', () => {
    expect(profileOf(NOBODY)).toEqual({ id: 'loket', occupations: [], skills: [], radius_km: 30 });
    expect(wishesOf(NOBODY)).toEqual({ minimise: 'weeks' });
    expect(wishesOf({ ...NOBODY, situation: 'benefit' }).applicant).toEqual({
      employed: false,
      benefit: true,
      social_assistance: false,
    });
  });
});
