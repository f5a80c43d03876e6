import { Button } from '@nl-design-system-candidate/button-react';
import { SkipLink } from '@nl-design-system-candidate/skip-link-react';
import type { ReactNode } from 'react';
import { versions } from '../api/questions';
import { PATHS, type View } from '../state/address';
import { useAnswer } from '../state/useAnswer';
import { useText } from '../text';
import { Go } from './Go';
import { Steps } from './Steps';

interface ShellProps {
  view: View | null;
  onLanguage: () => void;
  children: ReactNode;
}

function Logo() {
  return (
    <svg className="logo" viewBox="0 0 40 32" aria-hidden="true">
      <path d="M4 25h11l10-18h11" />
      <circle cx="4" cy="25" r="3.5" />
      <circle cx="36" cy="7" r="3.5" />
      <circle cx="20" cy="16" r="5" className="logo__change" />
    </svg>
  );
}

function Header({ view, onLanguage }: Pick<ShellProps, 'view' | 'onLanguage'>) {
  const { text, language } = useText();
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <header className="header">
      <div className="header__bar">
        <Go to={PATHS.who} as="plain" className="brand">
          <Logo />
          <span className="brand__name">{text.common.name}</span>
          <span className="brand__tagline">{text.common.tagline}</span>
        </Go>
        <nav className="header__more" aria-label={text.common.moreNavLabel}>
          <Go to={PATHS.region} current={view === 'region' ? 'page' : undefined}>
            {text.common.nav.region}
          </Go>
        </nav>
        <Button purpose="subtle" lang={other} onClick={onLanguage}>
          {text.common.language}
        </Button>
      </div>
      <Steps view={view} />
    </header>
  );
}

function Footer() {
  const { text } = useText();
  const answer = useAnswer('versions', versions);
  return (
    <footer className="footer">
      <div className="footer__inner">
        <nav aria-label={text.common.footerLabel}>
          <ul className="footer__links">
            <li>
              <Go to={PATHS.works}>{text.common.nav.works}</Go>
            </li>
            <li>
              <Go to={PATHS.privacy}>{text.common.nav.privacy}</Go>
            </li>
            <li>
              <Go to={PATHS.accessibility}>{text.common.nav.accessibility}</Go>
            </li>
          </ul>
        </nav>
        <p>{text.common.illustrative}</p>
        <p>{text.common.esco}</p>
        {answer.data && (
          <p className="footer__versions">
            {text.common.versions}: {answer.data.taxonomy}, {answer.data.data}, {answer.data.parameters}
          </p>
        )}
      </div>
    </footer>
  );
}

export function Shell({ view, onLanguage, children }: ShellProps) {
  const { text } = useText();
  return (
    <div className="page">
      <SkipLink href="#inhoud">{text.common.skip}</SkipLink>
      <Header view={view} onLanguage={onLanguage} />
      <main id="inhoud" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </div>
  );
}
