import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../api/client';

export interface Answer<T> {
  /** The last answer; kept while the next is on its way. */
  data: T | null;
  problem: ApiProblem | null;
  loading: boolean;
  retry: () => void;
}

interface Held<T> {
  key: string;
  data: T | null;
  problem: ApiProblem | null;
}

const MOST_REMEMBERED = 40;
const remembered = new Map<string, unknown>();

function remember(key: string, data: unknown): void {
  remembered.delete(key);
  remembered.set(key, data);
  const oldest = remembered.keys().next().value;
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/**
 * Asks when the key changes; null asks nothing. The key must hold all that the question holds. Answers
 * are remembered while the page is open, so that going back costs nothing.
 */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (key === null || remembered.has(key)) return undefined;
    const abort = new AbortController();
    ask(abort.signal).then(
      (data) => {
        if (abort.signal.aborted) return;
        remember(key, data);
        setHeld({ key, data, problem: null });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const problem = error instanceof ApiProblem ? error : new ApiProblem(0, String(error));
        setHeld((last) => ({ key, data: last?.data ?? null, problem }));
      },
    );
    return () => abort.abort();
    // `ask` belongs to the key: the same key asks the same.
  }, [key, attempt]);
  const retry = useCallback(() => {
    setHeld((last) => (last ? { ...last, key: '', problem: null } : last));
    setAttempt((count) => count + 1);
  }, []);
  if (key === null) return { data: null, problem: null, loading: false, retry };
  if (remembered.has(key)) {
    return { data: remembered.get(key) as T, problem: null, loading: false, retry };
  }
  const current = held?.key === key;
  return {
    data: held?.data ?? null,
    problem: current ? (held?.problem ?? null) : null,
    loading: !current,
    retry,
  };
}
