import { useText } from '../text';
import type { Fact } from '../views/choices/facts';

export function Facts({ facts }: { facts: Fact[] }) {
  const { text } = useText();
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key} className="facts__item">
          <dt>{fact.label}</dt>
          <dd className={fact.value === null ? 'unknown' : undefined}>{fact.value ?? text.common.unknown}</dd>
        </div>
      ))}
    </dl>
  );
}
