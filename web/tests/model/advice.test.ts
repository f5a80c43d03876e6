import { describe, expect, it } from 'vitest';
import {
  inOrder,
  moved,
  MOST_CHOSEN,
  NO_ADVICE,
  toggleChosen,
  withNote,
  withoutRejection,
  withRejection,
} from '../../src/model/advice';

const uriOf = (uri: string) => uri;

describe('the order of an adviser', () => {
  it('moves one up or down and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
  });

  it('puts what the adviser did not place after it, in the order of the system', () => {
    expect(inOrder(['a', 'b', 'c', 'd'], uriOf, ['c', 'a'])).toEqual(['c', 'a', 'b', 'd']);
    expect(inOrder(['a', 'b'], uriOf, ['gone', 'b'])).toEqual(['b', 'a']);
  });
});

describe('what an adviser says', () => {
  const welder = { uri: 'urn:w', label: 'lasser' };

  it('keeps the reason with the name, and can be taken back', () => {
    const rejected = withRejection(NO_ADVICE, welder, 'rugklachten');
    expect(rejected.rejected['urn:w']).toEqual({ label: 'lasser', reason: 'rugklachten' });
    expect(withoutRejection(rejected, 'urn:w')).toEqual(NO_ADVICE);
  });

  it('an emptied note is gone', () => {
    expect(withNote(withNote(NO_ADVICE, 'urn:w', 'bel eerst'), 'urn:w', '')).toEqual(NO_ADVICE);
  });

  it('chooses at most three', () => {
    const many = ['a', 'b', 'c', 'd'].reduce(
      (advice, uri) => toggleChosen(advice, { uri, label: uri }),
      NO_ADVICE,
    );
    expect(many.chosen).toHaveLength(MOST_CHOSEN);
    expect(toggleChosen(many, { uri: 'b', label: 'b' }).chosen.map(({ uri }) => uri)).toEqual(['a', 'c']);
  });
});
