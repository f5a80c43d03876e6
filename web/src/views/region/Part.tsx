import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { DataTable, type Column } from '../../ui/DataTable';

interface PartProps<Row> {
  title: string;
  lead?: string;
  rows: Row[];
  columns: Column<Row>[];
  file: string;
  /** Why there are no rows; without it there is then nothing to see. */
  empty?: string;
}

/** A table with a CSV under a title of its own. */
export function Part<Row>({ title, lead, rows, columns, file, empty }: PartProps<Row>) {
  if (rows.length === 0 && !empty) return null;
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      {lead && <Paragraph>{lead}</Paragraph>}
      {rows.length === 0 ? (
        <Paragraph>{empty}</Paragraph>
      ) : (
        <DataTable caption={title} hideCaption rows={rows} columns={columns} file={file} />
      )}
    </section>
  );
}
