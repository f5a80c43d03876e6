import { Button } from '@nl-design-system-candidate/button-react';
import { csvOf } from '../model/csv';
import { saveFile } from '../state/save';
import { useText } from '../text';

export interface Column<Row> {
  title: string;
  /** Null is shown as unknown and is an empty cell in the CSV. */
  value: (row: Row) => string | number | null;
  /** How it is written on the page, when not as the value itself. */
  shown?: (row: Row) => string | null;
  numeric?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  /** Name of the CSV file; without it there is no download. */
  file?: string;
  hideCaption?: boolean;
}

export function DataTable<Row>({ caption, columns, rows, file, hideCaption = false }: DataTableProps<Row>) {
  const { text } = useText();
  const download = () => {
    const cells = rows.map((row) => columns.map((column) => column.value(row)));
    saveFile(
      `${file}.csv`,
      csvOf(
        columns.map((column) => column.title),
        cells,
      ),
      'text/csv',
    );
  };
  const cellOf = (column: Column<Row>, row: Row) => {
    const shown = column.shown ? column.shown(row) : column.value(row);
    return shown ?? <span className="unknown">{text.common.unknown}</span>;
  };
  return (
    <div className="data-table">
      <section className="utrecht-table-container" tabIndex={0} aria-label={text.common.table(caption)}>
        <table className="utrecht-table utrecht-table--html-table">
          <caption className={hideCaption ? 'visually-hidden' : 'utrecht-table__caption'}>{caption}</caption>
          <thead className="utrecht-table__header">
            <tr className="utrecht-table__row">
              {columns.map((column) => (
                <th
                  key={column.title}
                  scope="col"
                  className={`utrecht-table__header-cell ${column.numeric ? 'utrecht-table__header-cell--numeric-column' : ''}`.trim()}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {rows.map((row, index) => (
              <tr key={index} className="utrecht-table__row">
                {columns.map((column) => (
                  <td
                    key={column.title}
                    data-title={column.title}
                    className={`utrecht-table__cell ${column.numeric ? 'utrecht-table__cell--numeric-column' : ''}`.trim()}
                  >
                    {cellOf(column, row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {file && (
        <Button purpose="subtle" onClick={download} aria-label={`${text.common.download}: ${caption}`}>
          {text.common.download}
        </Button>
      )}
    </div>
  );
}
