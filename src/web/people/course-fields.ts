import { type Holdings, listOf } from '../../record/holdings.ts';
import { type DataOf, type Entity, type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';

export type Training = Entity<DataOf<typeof trainingRecord>>;

const ASKED: readonly string[] = ['course', 'kind', 'completedOn', 'result'];

/** What is asked about a course somebody took. The Toolkit wants a result or a certificate beside the day. */
export const COURSE_FIELDS: readonly Field[] = fieldsOf(trainingRecord)
  .filter(({ name }) => ASKED.includes(name))
  .map((field) =>
    field.name === 'kind'
      ? { ...field, options: (field.options ?? []).filter(({ value }) => value !== POLICY_READ) }
      : field,
  );

/** What is asked about a course that several people took: one document, such as a list of results, may show it for all. */
export const SEVERAL_FIELDS: readonly Field[] = [
  ...COURSE_FIELDS,
  ...fieldsOf(trainingRecord).flatMap((field) =>
    field.name === 'document'
      ? {
          ...field,
          label: 'Certificate or list of results',
          hint: 'A document in the record that shows it for all of them.',
        }
      : [],
  ),
];

/** What tells that people took this very course on this very day, by person. */
export function sameCourse(holdings: Holdings, course: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const titled = (title: unknown) => String(title).trim().toLowerCase();
  return new Set(
    listOf(holdings, trainingRecord)
      .filter(
        ({ data }) =>
          data.completedOn === course.completedOn &&
          data.kind === course.kind &&
          titled(data.course) === titled(course.course),
      )
      .map(({ data }) => data.person),
  );
}
