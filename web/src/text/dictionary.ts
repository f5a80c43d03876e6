import type { nl } from './nl';

/** The shape of a text: the same keys, the same blanks, other words. */
type Words<T> = T extends string
  ? string
  : T extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : { [Key in keyof T]: Words<T[Key]> };

/** Dutch is the source; every other language must say all of it. */
export type Dictionary = Words<typeof nl>;
