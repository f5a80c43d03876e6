import { Heading } from '@nl-design-system-candidate/heading-react';
import type { Route } from '../../api/types';
import { addressTo } from '../../state/address';
import { useText } from '../../text';
import { Go } from '../../ui/Go';
import { classLine, factsOf } from './facts';

const MOST_MISSING = 6;

/** Two or three destinations side by side. */
export function Compare({ routes }: { routes: Route[] }) {
  const { text, language } = useText();
  if (routes.length < 2) return null;
  const columns = routes.map((route) => ({ route, facts: factsOf(route, text, language) }));
  const rows = (columns[0]?.facts ?? []).map(({ label }, index) => ({
    label,
    cells: columns.map(({ facts }) => facts[index]?.value ?? null),
  }));
  const known = routes.map(({ met, required }) => text.choices.known(met, required));
  const missing = routes.map(({ gap }) =>
    gap
      .slice(0, MOST_MISSING)
      .map(({ skill }) => skill.label)
      .join(', '),
  );
  return (
    <section className="compare" aria-labelledby="vergelijk">
      <Heading level={2} id="vergelijk">
        {text.choices.compareTitle}
      </Heading>
      <section
        className="utrecht-table-container"
        tabIndex={0}
        aria-label={text.common.table(text.choices.compareTitle)}
      >
        <table className="utrecht-table utrecht-table--html-table">
          <thead className="utrecht-table__header">
            <tr className="utrecht-table__row">
              <td className="utrecht-table__cell" />
              {routes.map((route) => (
                <th key={route.destination.uri} scope="col" className="utrecht-table__header-cell">
                  <Go to={addressTo(route.destination.uri)}>{route.destination.label}</Go>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            <CompareRow
              label={text.choices.filters.classes}
              cells={routes.map((route) => classLine(route, text))}
            />
            <CompareRow label={text.who.skills.legend} cells={known} />
            {rows.map((row) => (
              <CompareRow key={row.label} label={row.label} cells={row.cells} />
            ))}
            <CompareRow label={text.choices.missing} cells={missing} />
          </tbody>
        </table>
      </section>
    </section>
  );
}

function CompareRow({ label, cells }: { label: string; cells: (string | null)[] }) {
  const { text } = useText();
  return (
    <tr className="utrecht-table__row">
      <th scope="row" className="utrecht-table__header-cell">
        {label}
      </th>
      {cells.map((cell, index) => (
        <td key={index} className="utrecht-table__cell">
          {cell ?? <span className="unknown">{text.common.unknown}</span>}
        </td>
      ))}
    </tr>
  );
}
