/** Where each arbeidsmarktregio lies on the tile map: column and row, from the north-west. */
export const TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  AM02: [5, 1],
  AM01: [6, 1],
  AM15: [3, 2],
  AM03: [6, 2],
  AM37: [2, 3],
  AM17: [3, 3],
  AM11: [4, 3],
  AM36: [5, 3],
  AM05: [6, 3],
  AM19: [2, 4],
  AM18: [3, 4],
  AM12: [4, 4],
  AM06: [5, 4],
  AM09: [6, 4],
  AM21: [1, 5],
  AM34: [2, 5],
  AM13: [3, 5],
  AM14: [4, 5],
  AM38: [5, 5],
  AM07: [6, 5],
  AM22: [1, 6],
  AM20: [2, 6],
  AM35: [3, 6],
  AM10: [4, 6],
  AM08: [5, 6],
  AM24: [1, 7],
  AM23: [2, 7],
  AM26: [3, 7],
  AM27: [4, 7],
  AM29: [5, 7],
  AM25: [2, 8],
  AM28: [3, 8],
  AM32: [4, 8],
  AM33: [5, 8],
  AM30: [5, 9],
};

/** Long names break where a reader expects it: a tile is narrow, and not every browser knows Dutch. */
const BREAKS: readonly (readonly [name: string, broken: string])[] = [
  ['Kennemerland', 'Kennemer\u00adland'],
  ['Drechtsteden', 'Drecht\u00adsteden'],
  ['Stedendriehoek', 'Steden\u00addriehoek'],
];

export function tileName(name: string): string {
  return BREAKS.reduce((text, [whole, broken]) => text.replace(whole, broken), name);
}
