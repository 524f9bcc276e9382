import { Button, Select, Textarea, TextInput } from 'nhsuk-react-components';
import { type AnyKind, type Field, titleInWords } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { type ColumnGuess, fillableFields, isFilled, WRONG_COLUMN } from '../../workspace/registers/column-mapping.ts';
import { isDayOfRows } from '../../workspace/registers/row-cells.ts';
import type { GivenTable, Taking } from '../../workspace/registers/rows-to-take.ts';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { carried } from './carried-table.ts';
import { JoinedName } from './joined-name.tsx';
import { ASK, Decided, LEAVE_UNSURE, targetsOf } from './taking-form.tsx';
import { KeptUsual } from './usual-choice.tsx';

type Common = { readonly seat: Seat; readonly kind: AnyKind };

/** The first step: a file, or cells pasted in. */
export function ImportPage({
  seat,
  kind,
  mistakes,
  pasted,
}: Common & { readonly mistakes: readonly FormMistake[]; readonly pasted: string }) {
  const { error } = errorFor(mistakes, 'table');
  return (
    <>
      <BackLink href={paths.register(seat.organisation, kind.plural)}>{kind.label.many}</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>
        <span className="nhsuk-caption-l">{kind.label.many}</span>
        Import a spreadsheet
      </h1>
      <p>
        Bring the list you have, as it is. You say what its columns mean. Then you see what the import would do with
        each row, before we keep anything.
      </p>
      <form
        method="post"
        action={recordPaths.importRegister(seat.organisation, kind.plural)}
        encType="multipart/form-data"
        noValidate
      >
        <div className={`nhsuk-form-group${error === undefined ? '' : ' nhsuk-form-group--error'}`}>
          <label className="nhsuk-label" htmlFor="table">
            File
          </label>
          <div className="nhsuk-hint" id="table-hint">
            CSV or Excel. The first row names the columns.
          </div>
          {error !== undefined && (
            <span className="nhsuk-error-message" id="table-error">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {error}
            </span>
          )}
          <input
            className="nhsuk-file-upload"
            type="file"
            id="table"
            name="table"
            accept=".csv,.tsv,.txt,.xlsx"
            aria-describedby={error === undefined ? 'table-hint' : 'table-hint table-error'}
          />
        </div>
        <Textarea
          id="pasted"
          name="pasted"
          label="Or paste the cells here"
          hint="Copy them from a spreadsheet, with the row that names the columns."
          rows={5}
          defaultValue={pasted}
        />
        <Button>Continue</Button>
      </form>
    </>
  );
}

const EXAMPLES = 3;
/** Fields of which a person can say one value for a whole file. */
const SAME_FOR_ALL: ReadonlySet<Field['is']> = new Set(['text', 'day', 'choice', 'yes-no']);

/** The fields that a column could be taken for. */
function hintOf(kind: AnyKind, guess: ColumnGuess | undefined): { readonly hint?: string } {
  const labels = fillableFields(kind).flatMap(({ name, label }) => (guess?.could.includes(name) ? [`“${label}”`] : []));
  return labels.length === 0 ? {} : { hint: `It could be ${labels.join(' or ')}.` };
}

/** The second step: what each column means. */
export function ColumnsPage({
  seat,
  kind,
  table,
  taking,
  others,
  guesses = [],
  mistakes = [],
}: Common & {
  readonly table: GivenTable;
  readonly taking: Taking;
  /** What was guessed of each column, when nobody has said it yet. */
  readonly guesses?: readonly ColumnGuess[];
  /** Other tables that the file holds. */
  readonly others: number;
  readonly mistakes?: readonly FormMistake[];
}) {
  const fields = fillableFields(kind);
  const required = fields.filter((field) => field.required && !isTitle(kind, field));
  const inFile = ({ name }: Field) => isFilled(name, taking.mapping);
  const missing = required.filter((field) => !inFile(field));
  const blank = required.filter(inFile);
  const optional = fields.filter((field) => !field.required && SAME_FOR_ALL.has(field.is) && !isDayOfRows(field));
  const asked = new Set(mistakes.map(({ field }) => field));
  const unsure = (at: number) =>
    taking.mapping[at] === undefined &&
    ((guesses.length > 0 && table.columns[at] !== WRONG_COLUMN && saysSomething(table, at)) ||
      asked.has(`column-${at}`));
  const anyUnsure = table.columns.some((_, at) => unsure(at));
  return (
    <>
      <BackLink href={recordPaths.importRegister(seat.organisation, kind.plural)}>Import a spreadsheet</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>
        <span className="nhsuk-caption-l">{kind.label.many}</span>
        What do the columns mean?
      </h1>
      <p>
        {counted(table.rows.length, 'row')} in {counted(table.columns.length, 'column')}.
        {others > 0 && ` The file has ${counted(others, 'other table')}, which we leave out.`} We have guessed from
        their names. Change what is not right.
        {anyUnsure && ' Where we are not sure, say what it means or leave the column out.'}
      </p>
      <JoinedName {...{ kind, table, taking }} />
      <form method="post" action={recordPaths.importPreview(seat.organisation, kind.plural)} noValidate>
        <input type="hidden" name="rows" value={carried(table)} />
        <Decided taking={taking} />
        <KeptUsual taking={taking} />
        <DataTable
          caption="Columns of the file"
          columns={['Column', 'It says', 'It means']}
          rows={table.columns.map((column, at) => ({
            key: String(at),
            cells: [
              neutralised(column) || `Column ${at + 1}`,
              <Examples key="says" table={table} at={at} />,
              <Select
                key="means"
                id={`column-${at}`}
                name={`column-${at}`}
                label={<span className="nhsuk-u-visually-hidden">{`${neutralised(column)} means`}</span>}
                defaultValue={taking.mapping[at] ?? (unsure(at) ? ASK : '')}
                {...hintOf(kind, guesses[at])}
                {...errorFor(mistakes, `column-${at}`)}
              >
                {unsure(at) && <Select.Option value={ASK}>Not sure: please select</Select.Option>}
                <Select.Option value="">Leave out</Select.Option>
                {targetsOf(kind).map(({ value, label }) => (
                  <Select.Option key={value} value={value}>
                    {label}
                  </Select.Option>
                ))}
              </Select>,
            ],
          }))}
        />
        {missing.length > 0 && (
          <>
            <h2>What the file does not say</h2>
            <p>We found no column for {missing.length === 1 ? 'this' : 'these'}, and every row needs it.</p>
            {missing.map((field) => (
              <SameField
                key={field.name}
                field={field}
                value={taking.same[field.name] ?? ''}
                label={`${field.label}: for all rows, use`}
              />
            ))}
          </>
        )}
        {blank.length > 0 && (
          <details className="nhsuk-details" open={blank.some(({ name }) => taking.same[name] !== undefined)}>
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">If a cell is empty</span>
            </summary>
            <div className="nhsuk-details__text">
              {blank.map((field) => (
                <SameField
                  key={field.name}
                  field={field}
                  value={taking.same[field.name] ?? ''}
                  label={`${field.label}: where the cell is empty, use`}
                />
              ))}
            </div>
          </details>
        )}
        {optional.length > 0 && (
          <details className="nhsuk-details" open={optional.some(({ name }) => taking.same[name] !== undefined)}>
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">Other things that are the same for every row</span>
            </summary>
            <div className="nhsuk-details__text">
              {optional.map((field) => (
                <SameField
                  key={field.name}
                  field={field}
                  value={taking.same[field.name] ?? ''}
                  label={`${field.label} (optional)`}
                />
              ))}
            </div>
          </details>
        )}
        <div className="app-buttons">
          <Button>See what the import would do</Button>
          {anyUnsure && (
            <Button secondary name={LEAVE_UNSURE} value="yes">
              Leave out every column that says “Not sure”
            </Button>
          )}
        </div>
      </form>
    </>
  );
}

function Examples({ table, at }: { readonly table: GivenTable; readonly at: number }) {
  const said = [...new Set(table.rows.map(({ cells }) => (cells[at] ?? '').trim()))].filter((text) => text !== '');
  const [first, ...more] = said
    .slice(0, EXAMPLES)
    .map((text) => neutralised(text.length > 60 ? `${text.slice(0, 60)}…` : text));
  return <span className="app-aside">{first === undefined ? 'nothing' : [first, ...more].join('; ')}</span>;
}

/** Whether a field is what an entry is called by: no two are called the same. */
function isTitle(kind: AnyKind, { name, is }: Field): boolean {
  return is === 'text' && titleInWords(kind, { [name]: MARK }) === MARK;
}
const MARK = 'a name';

function saysSomething({ rows }: GivenTable, at: number): boolean {
  return rows.some(({ cells }) => (cells[at] ?? '').trim() !== '');
}

/** One value for all rows, or for those that say none. */
export function SameField({
  field: { is, name, options = [] },
  value,
  label,
}: {
  readonly field: Field;
  readonly value: string;
  readonly label: string;
}) {
  const id = `same-${name}`;
  const choices = is === 'yes-no' ? ['Yes', 'No'] : options.map((one) => one.label);
  if (choices.length === 0)
    return <TextInput id={id} name={id} label={label} defaultValue={value} className="app-field" />;
  return (
    <Select id={id} name={id} label={label} defaultValue={value}>
      <Select.Option value="">Select</Select.Option>
      {choices.map((one) => (
        <Select.Option key={one} value={one}>
          {one}
        </Select.Option>
      ))}
    </Select>
  );
}
