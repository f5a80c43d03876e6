import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { NO_ADVICE, type Advice } from '../model/advice';
import { NOTHING_CHOSEN, type ChosenFilter } from '../model/choices';
import { NOBODY, type Person } from '../model/person';

type Change<T> = (next: T | ((now: T) => T)) => void;

interface Loket {
  person: Person;
  advice: Advice;
  advising: boolean;
  filter: ChosenFilter;
  setPerson: Change<Person>;
  setAdvice: Change<Advice>;
  setAdvising: Change<boolean>;
  setFilter: Change<ChosenFilter>;
}

const LoketContext = createContext<Loket | null>(null);

/** Holds the person and the advice in memory, for as long as the page is open. */
export function LoketProvider({ children }: { children: ReactNode }) {
  const [person, setPerson] = useState(NOBODY);
  const [advice, setAdvice] = useState(NO_ADVICE);
  const [advising, setAdvising] = useState(false);
  const [filter, setFilter] = useState(NOTHING_CHOSEN);
  const loket = useMemo(
    () => ({ person, advice, advising, filter, setPerson, setAdvice, setAdvising, setFilter }),
    [person, advice, advising, filter],
  );
  return <LoketContext.Provider value={loket}>{children}</LoketContext.Provider>;
}

export function useLoket(): Loket {
  const loket = useContext(LoketContext);
  if (!loket) throw new Error('useLoket is used outside LoketProvider');
  return loket;
}
