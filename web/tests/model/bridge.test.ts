import { describe, expect, it } from 'vitest';
import { planksOf } from '../../src/model/bridge';
import type { Explanation } from '../../src/api/types';
import { EXPLANATION, route } from './fixtures';

describe('the skill bridge', () => {
  it('has a plank for each thing the work asks, by state and then by weight', () => {
    const planks = planksOf(route('lasser'));
    expect(planks.map(({ label, state }) => [label, state])).toEqual([
      ['meten', 'have'],
      ['hijsen', 'transfers'],
      ['veilig werken', 'learn'],
      ['lassen', 'open'],
    ]);
  });

  it('shares add up to the whole span', () => {
    const total = planksOf(route('lasser')).reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 10);
  });

  it('names what a skill is partly known through, brackets included, and which course teaches it', () => {
    const planks = planksOf(route('lasser'));
    expect(planks.find(({ label }) => label === 'hijsen')?.through).toBe('laden (en lossen)');
    expect(planks.find(({ label }) => label === 'veilig werken')?.course).toBe('VCA');
  });

  it('is empty when nothing is known of the work', () => {
    expect(planksOf(route('lasser', { explanation: { kind: 'destination', text: '' } }))).toEqual([]);
  });

  it('tells what the person rejected from what nobody knows', () => {
    const rejected = JSON.parse(
      JSON.stringify(EXPLANATION).replace('missing_skill', 'cannot_skill'),
    ) as Explanation;
    const planks = planksOf(route('lasser', { explanation: rejected }));
    expect(planks.filter((plank) => plank.rejected).map(({ label, state }) => [label, state])).toEqual([
      ['veilig werken', 'learn'],
    ]);
  });

  it('without a plan nothing is learnt', () => {
    const states = planksOf(route('lasser', { plan: null })).map(({ state }) => state);
    expect(states).not.toContain('learn');
  });
});
