import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { Route } from '../../api/types';
import { withoutRejection } from '../../model/advice';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';

/** What the adviser put aside stays in sight, with the reason. */
export function Rejected({ routes }: { routes: Route[] }) {
  const { text } = useText();
  const { advice, setAdvice } = useLoket();
  if (routes.length === 0) return null;
  return (
    <section className="rejected" aria-labelledby="opzij">
      <Heading level={2} id="opzij" appearance="level-3">
        {text.choices.adviser.rejected}
      </Heading>
      <ul>
        {routes.map(({ destination: { uri, label } }) => (
          <li key={uri}>
            <span>
              <strong>{label}</strong>: {advice.rejected[uri]?.reason}
            </span>
            <Button
              purpose="subtle"
              aria-label={text.choices.adviser.restoreFor(label)}
              onClick={() => setAdvice((now) => withoutRejection(now, uri))}
            >
              {text.choices.adviser.restore}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
