import { useSyncExternalStore } from 'react';

// The address holds the view and the destination, never anything about the person.

export const PATHS = {
  who: '/',
  choices: '/beroepen',
  how: '/weg',
  vacancies: '/vacatures',
  region: '/regio',
  advice: '/advies',
  accessibility: '/toegankelijkheid',
  privacy: '/privacy',
  works: '/hoe-werkt-het',
} as const;

export type View = keyof typeof PATHS;

const CHANGED = 'overstap:address';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search);
}

export function viewAt(address: string): View | null {
  const path = new URL(address, 'http://page').pathname;
  const found = Object.entries(PATHS).find(([, known]) => known === path);
  return found ? (found[0] as View) : null;
}

export function destinationAt(address: string): string | null {
  return new URL(address, 'http://page').searchParams.get('beroep');
}

export function addressTo(uri: string): string {
  return `${PATHS.how}?beroep=${encodeURIComponent(uri)}`;
}

export function go(address: string): void {
  window.history.pushState(null, '', address);
  window.scrollTo({ top: 0 });
  window.dispatchEvent(new Event(CHANGED));
}
