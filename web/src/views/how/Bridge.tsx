import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { planksIn, planksOf, type Plank, type PlankState } from '../../model/bridge';
import { percent } from '../../model/format';
import type { Towards } from '../../api/types';
import { useText, type Dictionary } from '../../text';
import { DataTable } from '../../ui/DataTable';
import { BridgeDrawing } from './BridgeDrawing';

/** Either side of the bridge: what the person brings, and what is still to come. */
const SIDES: readonly (readonly PlankState[])[] = [
  ['have', 'transfers'],
  ['learn', 'open'],
];

function viaOf(plank: Plank, text: Dictionary): string | null {
  const words = text.how.bridge;
  if (plank.state === 'transfers' && plank.through) return words.through(plank.through);
  const said = [plank.course ? words.course(plank.course) : '', plank.rejected ? words.rejected : ''];
  return said.filter(Boolean).join('; ') || null;
}

function PlankList({ state, planks }: { state: PlankState; planks: Plank[] }) {
  const { text } = useText();
  if (planks.length === 0) return null;
  return (
    <div className={`planks planks--${state}`}>
      <Heading level={3} appearance="level-4">
        <span className="planks__key" aria-hidden="true" /> {text.how.bridge.states[state]}{' '}
        <span className="planks__count">{planks.length}</span>
      </Heading>
      <ul>
        {planks.map((plank) => (
          <li key={plank.label}>
            {plank.label}
            {viaOf(plank, text) && <span className="hint"> {viaOf(plank, text)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PlankTable({ planks }: { planks: Plank[] }) {
  const { text, language } = useText();
  const { columns, states, title } = text.how.bridge;
  return (
    <details className="more more--quiet">
      <summary>{text.common.asTable}</summary>
      <DataTable
        caption={title}
        hideCaption
        rows={planks}
        columns={[
          { title: columns.skill, value: (plank) => plank.label },
          { title: columns.state, value: (plank) => states[plank.state] },
          {
            title: columns.share,
            value: (plank) => plank.share,
            shown: (plank) => percent(language, plank.share),
            numeric: true,
          },
          { title: columns.via, value: (plank) => viaOf(plank, text) ?? '–' },
        ]}
      />
    </details>
  );
}

export function Bridge({ towards }: { towards: Towards }) {
  const { text } = useText();
  const planks = planksOf(towards);
  const words = text.how.bridge;
  return (
    <section aria-labelledby="brug">
      <Heading level={2} id="brug">
        {words.title}
      </Heading>
      {planks.length === 0 ? (
        <Paragraph className="unknown">{words.unknown}</Paragraph>
      ) : (
        <>
          <Paragraph>{words.lead}</Paragraph>
          <BridgeDrawing planks={planks} destination={towards.destination.label} />
          <div className="planks-grid">
            {SIDES.filter((side) => planks.some(({ state }) => side.includes(state))).map((side) => (
              <div key={side.join()} className="planks-side">
                {side.map((state) => (
                  <PlankList key={state} state={state} planks={planksIn(planks, state)} />
                ))}
              </div>
            ))}
          </div>
          <PlankTable planks={planks} />
        </>
      )}
    </section>
  );
}
