import { PATHS, type View } from '../state/address';
import { useText } from '../text';
import { Go } from './Go';

const STEPS = ['who', 'choices', 'how', 'vacancies', 'advice'] as const;

/** The five views as stations on a line. */
export function Steps({ view }: { view: View | null }) {
  const { text } = useText();
  const at = STEPS.findIndex((step) => step === view);
  return (
    <nav className="steps" aria-label={text.common.navLabel}>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step} className={index < at ? 'steps__past' : undefined}>
            <Go
              to={PATHS[step]}
              as="plain"
              className="steps__stop"
              current={index === at ? 'step' : undefined}
            >
              <span className="steps__dot" aria-hidden="true" />
              <span className="steps__name">{text.common.nav[step]}</span>
            </Go>
          </li>
        ))}
      </ol>
    </nav>
  );
}
