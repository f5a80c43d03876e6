import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import type { RegionReport } from '../../api/types';
import { count, wholeWeeks } from '../../model/format';
import { useText } from '../../text';
import type { Column } from '../../ui/DataTable';
import { Facts } from '../../ui/Facts';
import { SelectField } from '../../ui/fields';
import { tensionOf } from '../choices/facts';
import { Part } from './Part';

/**
 * A number of people that is too small to show comes as null. A sum counts only what is shown, so 0
 * says that no group in it is large enough, not that there is nobody.
 */
function usePeople(report: RegionReport): (people: number | null) => string {
  const { text, language } = useText();
  return (people) => {
    if (people === null) return text.region.hidden(report.fewest_shown);
    if (people === 0) return text.region.noGroup(report.fewest_shown);
    return count(language, people);
  };
}

function usePeopleColumn<Row extends { people: number | null }>(
  report: RegionReport,
  title: string,
): Column<Row> {
  const people = usePeople(report);
  const known = ({ people: number }: Row) => (number === 0 ? null : number);
  return { title, value: known, shown: (line) => people(line.people), numeric: true };
}

/** Why a list that follows from numbers of people is empty. */
function useNoMoves(report: RegionReport): string {
  const { text } = useText();
  return report.people === 0 ? text.region.allHidden(report.fewest_shown) : text.region.empty;
}

function Shortage({ report }: { report: RegionReport }) {
  const { text } = useText();
  const { title, columns } = text.region.shortage;
  const people = usePeopleColumn<RegionReport['shortage'][number]>(report, columns.people);
  return (
    <Part
      title={title}
      rows={report.shortage}
      file={`tekort-${report.region}`}
      empty={text.region.empty}
      columns={[
        { title: columns.occupation, value: (line) => line.occupation.label },
        { title: columns.vacancies, value: (line) => line.vacancies, numeric: true },
        people,
        { title: columns.tension, value: (line) => tensionOf(line.tension, text) },
        { title: columns.level, value: (line) => line.level, numeric: true },
      ]}
    />
  );
}

function Missing({ report }: { report: RegionReport }) {
  const { text } = useText();
  const { title, columns } = text.region.missing;
  const people = usePeopleColumn<RegionReport['missing'][number]>(report, columns.people);
  const empty = useNoMoves(report);
  return (
    <Part
      title={title}
      rows={report.missing}
      file={`ontbreekt-${report.region}`}
      empty={empty}
      columns={[
        { title: columns.skill, value: (line) => line.skill.label },
        { title: columns.moves, value: (line) => line.moves, numeric: true },
        people,
        { title: columns.courses, value: (line) => line.courses, numeric: true },
      ]}
    />
  );
}

function Moves({ report }: { report: RegionReport }) {
  const { text } = useText();
  const [origin, setOrigin] = useState('');
  const { title, columns, origin: label, all } = text.region.moves;
  const people = usePeopleColumn<RegionReport['moves'][number]>(report, columns.people);
  const empty = useNoMoves(report);
  const origins = report.surplus.map(({ occupation }) => ({
    value: occupation.uri,
    label: occupation.label,
  }));
  return (
    <>
      {origins.length > 0 && (
        <SelectField
          label={label}
          value={origin}
          options={[{ value: '', label: all }, ...origins]}
          onChange={setOrigin}
        />
      )}
      <Part
        title={title}
        rows={report.moves.filter((move) => origin === '' || move.origin.uri === origin)}
        file={`overstappen-${report.region}`}
        empty={empty}
        columns={[
          { title: columns.origin, value: (line) => line.origin.label },
          { title: columns.destination, value: (line) => line.destination.label },
          people,
          {
            title: columns.weeks,
            value: (line) => (line.weeks === null ? null : wholeWeeks(line.weeks)),
            numeric: true,
          },
          { title: columns.missing, value: (line) => line.missing, numeric: true },
        ]}
      />
    </>
  );
}

export function Report({ report }: { report: RegionReport }) {
  const { text, language } = useText();
  const people = usePeople(report);
  const facts = [
    { key: 'people', label: text.region.people, value: people(report.people) },
    {
      key: 'vacancies',
      label: text.region.vacancies,
      value: report.vacancies === null ? null : count(language, report.vacancies),
    },
  ];
  return (
    <section aria-labelledby="regio">
      <Heading level={2} id="regio">
        {report.region_name}
      </Heading>
      <Facts facts={facts} />
      <Moves report={report} />
      <Shortage report={report} />
      <Missing report={report} />
    </section>
  );
}
