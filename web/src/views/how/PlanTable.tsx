import type { Plan, PlannedCourse } from '../../api/types';
import { percent, shortDay, wholeWeeks } from '../../model/format';
import { coreOf } from '../../model/training';
import { useText } from '../../text';
import { DataTable } from '../../ui/DataTable';
import { costOf, payerOf } from './money';

export function PlanTable({ plan, file }: { plan: Plan; file?: string }) {
  const { text, language } = useText();
  const words = text.how.line;
  const { columns, title } = words;
  return (
    <DataTable
      caption={title}
      hideCaption
      {...(file === undefined ? {} : { file })}
      rows={plan.courses}
      columns={[
        {
          title: columns.begins,
          value: (course) => course.begins,
          shown: (course) => shortDay(language, course.begins),
        },
        { title: columns.title, value: (course) => `${course.title}, ${course.provider}` },
        { title: columns.weeks, value: (course) => wholeWeeks(course.weeks), numeric: true },
        {
          title: columns.cost,
          value: (course) => course.price_eur,
          shown: (course) => costOf(course, text, language),
          numeric: true,
        },
        {
          title: columns.share,
          value: (course) => course.coverage_gain,
          shown: (course) => percent(language, course.coverage_gain),
          numeric: true,
        },
        ...(coreOf(plan) === null
          ? []
          : [
              {
                title: columns.core,
                value: (course: PlannedCourse) => (course.core ? words.first : words.canWait),
              },
            ]),
        { title: columns.payer, value: (course) => payerOf(course.payer, text, language) },
      ]}
    />
  );
}
