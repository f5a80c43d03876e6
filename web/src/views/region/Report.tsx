import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import type { RegionReport } from '../../api/types';
import { count, wholeWeeks } from '../../model/format';
import { useText } from '../../text';
import { DataTable, type Column } from '../../ui/DataTable';
import { Facts } from '../../ui/Facts';
import { SelectField } from '../../ui/fields';
import { tensionOf } from '../choices/facts';

interface PartProps<Row> {
  title: string;
  rows: Row[];
  columns: Column<Row>[];
  file: string;
}

function Part<Row>({ title, rows, columns, file }: PartProps<Row>) {
  const { text } = useText();
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      {rows.length === 0 ? (
        <Paragraph>{text.region.empty}</Paragraph>
      ) : (
        <DataTable caption={title} hideCaption rows={rows} columns={columns} file={file} />
      )}
    </section>
  );
}

/** Numbers of people too small to show come as null, or as nobody in a sum: they are few, not unknown. */
function usePeople(report: RegionReport): (people: number | null) => string {
  const { text, language } = useText();
  return (people) =>
    people === null || people < report.fewest_shown
      ? text.region.hidden(report.fewest_shown)
      : count(language, people);
}

function Shortage({ report }: { report: RegionReport }) {
  const { text } = useText();
  const people = usePeople(report);
  const { title, columns } = text.region.shortage;
  return (
    <Part
      title={title}
      rows={report.shortage}
      file={`tekort-${report.region}`}
      columns={[
        { title: columns.occupation, value: (line) => line.occupation.label },
        { title: columns.vacancies, value: (line) => line.vacancies, numeric: true },
        {
          title: columns.people,
          value: (line) => line.people,
          shown: (line) => people(line.people),
          numeric: true,
        },
        { title: columns.tension, value: (line) => tensionOf(line.tension, text) },
        { title: columns.level, value: (line) => line.level, numeric: true },
      ]}
    />
  );
}

function Missing({ report }: { report: RegionReport }) {
  const { text } = useText();
  const people = usePeople(report);
  const { title, columns } = text.region.missing;
  return (
    <Part
      title={title}
      rows={report.missing}
      file={`ontbreekt-${report.region}`}
      columns={[
        { title: columns.skill, value: (line) => line.skill.label },
        { title: columns.moves, value: (line) => line.moves, numeric: true },
        {
          title: columns.people,
          value: (line) => line.people,
          shown: (line) => people(line.people),
          numeric: true,
        },
        { title: columns.courses, value: (line) => line.courses, numeric: true },
      ]}
    />
  );
}

function Moves({ report }: { report: RegionReport }) {
  const { text } = useText();
  const people = usePeople(report);
  const [origin, setOrigin] = useState('');
  const { title, columns, origin: label, all } = text.region.moves;
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
        columns={[
          { title: columns.origin, value: (line) => line.origin.label },
          { title: columns.destination, value: (line) => line.destination.label },
          {
            title: columns.people,
            value: (line) => line.people,
            shown: (line) => people(line.people),
            numeric: true,
          },
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
