import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import type { Hop, Path, WorkInBetween } from '../../api/types';
import { day, euros, shortDay, wholeWeeks } from '../../model/format';
import { some, viaOf } from '../../model/names';
import { useText } from '../../text';
import { DataTable } from '../../ui/DataTable';
import { dipOf } from '../how/pay';

interface Row {
  begins: string;
  part: string;
  weeks: number;
  /** Null: work, which costs nothing. */
  cost: number | null;
}

/** A way over other work on paper: what to learn and what work to do, in order. */
export function WayTable({ path }: { path: Path }) {
  const { text, language } = useText();
  const words = text.advice;
  const learning = (hop: Hop): Row[] =>
    hop.courses.length === 0
      ? []
      : [
          {
            begins: hop.begins,
            part: `${hop.courses.map(({ title }) => title).join('; ')} (${text.how.paths.towards(hop.to.label)})`,
            weeks: wholeWeeks(hop.weeks),
            cost: hop.cost_eur,
          },
        ];
  const working = (work: WorkInBetween): Row => {
    const brings = some(work.skills, text.how.paths.others);
    return {
      begins: work.begins,
      part: [
        text.how.paths.toWork(work.occupation.label),
        ...(brings ? [text.how.paths.brings(brings)] : []),
      ].join('. '),
      weeks: Math.round(work.weeks),
      cost: null,
    };
  };
  const rows = path.hops.flatMap((hop, place) => {
    const work = path.in_between[place];
    return [...learning(hop), ...(work ? [working(work)] : [])];
  });
  const last = path.hops[path.hops.length - 1];
  return (
    <div className="sheet__way">
      <Heading level={3}>{words.way(viaOf(path))}</Heading>
      <Paragraph>
        {words.wayLine(
          text.common.weeks(wholeWeeks(path.weeks)),
          euros(language, path.cost_eur),
          last ? day(language, last.finish) : text.common.unknown,
          dipOf(path.income_dip_eur, text, language),
        )}
      </Paragraph>
      <DataTable
        caption={words.way(viaOf(path))}
        hideCaption
        rows={rows}
        columns={[
          {
            title: words.wayColumns.begins,
            value: (row) => row.begins,
            shown: (row) => shortDay(language, row.begins),
          },
          { title: words.wayColumns.part, value: (row) => row.part },
          { title: words.wayColumns.weeks, value: (row) => row.weeks, numeric: true },
          {
            title: words.wayColumns.cost,
            value: (row) => row.cost,
            shown: (row) => (row.cost === null ? '–' : euros(language, row.cost)),
            numeric: true,
          },
        ]}
      />
    </div>
  );
}
