import { regions } from '../../api/questions';
import type { Lever, PlacementAnswer } from '../../api/types';
import { wholeWeeks } from '../../model/format';
import { useAnswer } from '../../state/useAnswer';
import { useText, type Dictionary } from '../../text';
import { Part } from './Part';

function leverName(lever: Lever, nameOf: (code: string) => string, text: Dictionary): string {
  const words = text.region.cohort;
  if (lever.work) return words.leverWork(lever.work.occupation.label, nameOf(lever.work.region));
  return lever.course ? words.leverCourse(lever.course.title) : text.common.unknown;
}

/** Where the group goes, why the others do not, and what would help. */
export function Placement({ answer }: { answer: PlacementAnswer }) {
  const { text } = useText();
  const names = useAnswer('regions', regions);
  const nameOf = (code: string) => names.data?.find((region) => region.code === code)?.name ?? code;
  const words = text.region.cohort;
  return (
    <div className="placement">
      <Part
        title={words.placed(answer.placed, answer.people)}
        empty={words.nobody}
        file="plaatsing"
        rows={answer.placements}
        columns={[
          { title: words.columns.group, value: (line) => line.group },
          { title: words.columns.people, value: (line) => line.people, numeric: true },
          { title: words.columns.occupation, value: (line) => line.occupation.label },
          { title: words.columns.region, value: (line) => nameOf(line.region) },
          { title: words.columns.weeks, value: (line) => wholeWeeks(line.weeks), numeric: true },
          { title: words.columns.open, value: (line) => line.open_skills, numeric: true },
        ]}
      />
      <Part
        title={words.unplaced}
        file="zonder-plek"
        rows={answer.unplaced}
        columns={[
          { title: words.unplacedColumns.group, value: (line) => line.group },
          { title: words.unplacedColumns.people, value: (line) => line.people, numeric: true },
          { title: words.unplacedColumns.reason, value: (line) => words.reasons[line.reason] },
          { title: words.unplacedColumns.nearest, value: (line) => line.nearest?.label ?? null },
        ]}
      />
      <Part
        title={words.levers}
        lead={words.leversLead}
        file="wat-helpt"
        rows={answer.levers}
        columns={[
          { title: words.leverColumns.what, value: (line) => leverName(line, nameOf, text) },
          { title: words.leverColumns.available, value: (line) => line.available, numeric: true },
          { title: words.leverColumns.more, value: (line) => line.more_used, numeric: true },
          { title: words.leverColumns.placed, value: (line) => line.more_placed, numeric: true },
        ]}
      />
    </div>
  );
}
