import { useEffect, useMemo, useState } from 'react';
import type { Language } from './model/format';
import { PATHS, useAddress, viewAt, type View } from './state/address';
import { LoketProvider } from './state/loket';
import { DICTIONARIES, TextContext, useText } from './text';
import { EmptyState } from './ui/EmptyState';
import { Fallible } from './ui/Fallible';
import { Shell } from './ui/Shell';
import { AdviceView } from './views/advice/AdviceView';
import { ChoicesView } from './views/choices/ChoicesView';
import { HowView } from './views/how/HowView';
import { AccessibilityPage, PrivacyPage, WorksPage } from './views/pages/Pages';
import { RegionView } from './views/region/RegionView';
import { VacanciesView } from './views/vacancies/VacanciesView';
import { WhoView } from './views/who/WhoView';

function NotFound() {
  const { text } = useText();
  return <EmptyState {...text.common.notFound} to={PATHS.who} />;
}

function Broken() {
  const { text } = useText();
  return <EmptyState {...text.common.broken} to={PATHS.who} />;
}

const VIEWS: Record<View, () => JSX.Element> = {
  who: WhoView,
  choices: ChoicesView,
  how: HowView,
  vacancies: VacanciesView,
  region: RegionView,
  advice: AdviceView,
  accessibility: AccessibilityPage,
  privacy: PrivacyPage,
  works: WorksPage,
};

export function App() {
  const [language, setLanguage] = useState<Language>('nl');
  const address = useAddress();
  const view = viewAt(address);
  const texts = useMemo(() => ({ language, text: DICTIONARIES[language] }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const Shown = view === null ? NotFound : VIEWS[view];
  return (
    <TextContext.Provider value={texts}>
      <LoketProvider>
        <Shell view={view} onLanguage={() => setLanguage(language === 'nl' ? 'en' : 'nl')}>
          <Fallible key={view} fallback={<Broken />}>
            <Shown />
          </Fallible>
        </Shell>
      </LoketProvider>
    </TextContext.Provider>
  );
}
