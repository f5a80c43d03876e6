import { describe, expect, it } from 'vitest';
import { wishesOf } from '../../src/model/profile';
import { NOBODY, PRIORITIES } from '../../src/model/person';
import { nl } from '../../src/text/nl';
import { dipOf, payOf } from '../../src/views/how/pay';

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('pay', () => {
  it('says what work pays and the difference with now', () => {
    const pay = { month_eur: 2927, vacancies: 11 };
    const line = (income_change_eur: number | null) => plain(payOf({ pay, income_change_eur }, nl, 'nl'));
    expect(line(null)).toBe('€ 2.930');
    expect(line(97)).toBe('€ 2.930, € 100 meer dan nu');
    expect(line(-250)).toBe('€ 2.930, € 250 minder dan nu');
    expect(line(0)).toBe('€ 2.930, net zoveel als nu');
    expect(payOf({ pay: null, income_change_eur: null }, nl, 'nl')).toBeNull();
  });

  it('tells no dip from an unknown one', () => {
    expect(dipOf(null, nl, 'nl')).toBe('loon onderweg onbekend');
    expect(dipOf(0, nl, 'nl')).toBe('nooit minder loon dan nu');
    expect(plain(dipOf(120, nl, 'nl'))).toBe('onderweg hoogstens € 120 per maand minder loon dan nu');
  });

  it('is asked with only when the person says it', () => {
    expect(wishesOf(NOBODY)).not.toHaveProperty('pay_eur');
    expect(wishesOf({ ...NOBODY, payEur: 2600 }).pay_eur).toBe(2600);
  });

  it('is a wish that the plan takes for the shortest', () => {
    const minimised = PRIORITIES.map((priority) => wishesOf({ ...NOBODY, priority }).minimise);
    expect(minimised).toEqual(['weeks', 'euros', 'finish', 'weeks', 'weeks']);
  });
});
