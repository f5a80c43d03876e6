import { createContext, useContext } from 'react';
import type { Language } from '../model/format';
import type { Dictionary } from './dictionary';
import { en } from './en';
import { nl } from './nl';

export type { Dictionary } from './dictionary';

export const DICTIONARIES: Record<Language, Dictionary> = { nl, en };

interface Texts {
  language: Language;
  text: Dictionary;
}

export const TextContext = createContext<Texts>({ language: 'nl', text: nl });

export function useText(): Texts {
  return useContext(TextContext);
}
