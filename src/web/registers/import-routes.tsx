import { Readable } from 'node:stream';
import { MEDIA_TYPES, TABLE_FORMATS, tableFile } from '../../exchange/table-file.ts';
import type { DecideContext } from '../../record/decide.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import type { KeptRecord, Once } from '../../workspace/kept-records.ts';
import { guessColumns } from '../../workspace/registers/column-mapping.ts';
import type { GivenTables } from '../../workspace/registers/given-tables.ts';
import { commandOf, rowsTheRecordTakes, withWaysOut } from '../../workspace/registers/rows-the-record-takes.ts';
import {
  fitsIn,
  type GivenTable,
  type RowToTake,
  rowsToTake,
  type Taking,
} from '../../workspace/registers/rows-to-take.ts';
import { importMark } from '../../workspace/registers/take-back.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { registerBy } from '../record/register-kinds.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { isBrokenOff } from '../upload/receive-upload.ts';
import { FORM_BYTES, tableIn, whyTooLarge } from './carried-table.ts';
import { ColumnsPage, ImportPage } from './import-pages.tsx';
import { PreviewPage } from './import-preview-page.tsx';
import { ImportedPage } from './imported-page.tsx';
import { OUT_ROWS, outMistakes, outOf } from './left-out-rows.tsx';
import { refusedOf, refusedPart, refusedTable } from './refused-rows.tsx';
import { importedIn, takeBackRoutes } from './take-back.tsx';
import { markOf, mistakesIn, takingIn } from './taking-form.tsx';

const IMPORT = '/organisations/:organisation/registers/:register/import';
const NOT_FOUND: Answer = { show: 'not-found' };
const NO_TABLE = { field: 'table', message: 'Select a file, or paste a table' };
const LOST = 'The table did not come along. Bring the file again';

/** Taking a spreadsheet into a register: the file, what its columns mean, what would become of each row, and then all of it as one step. */
export function importRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, readTables, now, today, uploadBytes } = services;
  type Here = { readonly kind: AnyKind; readonly record: KeptRecord };
  async function opened({ seat, params }: SeatedVisit): Promise<Here | undefined> {
    const kind = registerBy(params.register ?? '');
    const record = kind && (await records.open(seat.organisation));
    return record && { kind, record };
  }

  function start({ seat }: SeatedVisit, kind: AnyKind, mistakes: readonly FormMistake[], pasted = ''): Answer {
    const title = `Import a spreadsheet: ${kind.label.many.toLowerCase()}`;
    return page(mistakes.length > 0 ? `Error: ${title}` : title, <ImportPage {...{ seat, kind, mistakes, pasted }} />, {
      status: mistakes.length > 0 ? 422 : 200,
    });
  }

  /** The register with the table and the columns that a step's form brought along, or what to answer when it did not. */
  async function broughtAlong(visit: SeatedVisit): Promise<(Here & { table: GivenTable; taking: Taking }) | Answer> {
    const here = await opened(visit);
    if (!here) return NOT_FOUND;
    const table = tableIn(visit.form.text('rows'));
    if (!table) return start(visit, here.kind, [{ field: 'table', message: LOST }]);
    const taking = takingIn(here.kind, table, visit.form);
    const mistakes = mistakesIn(here.kind, table, taking.mapping, visit.form);
    const wrong = outMistakes(table, visit.form);
    if (mistakes.length + wrong.length === 0) return { ...here, table, taking };
    if (mistakes.length === 0) {
      const more = { seat: visit.seat, kind: here.kind, mistakes: wrong, typed: visit.form.text(OUT_ROWS) };
      const rows = await read(here, table, taking);
      const body = <PreviewPage {...{ table, taking, rows, ...more }} holdings={here.record.holdings} />;
      return page('Error: What the import would do', body, { status: 422 });
    }
    const body = <ColumnsPage {...{ kind: here.kind, table, taking, mistakes }} seat={visit.seat} others={0} />;
    return page('Error: What the columns mean', body, { status: 422 });
  }

  /** What would become of the rows, on the record as it stands. */
  async function read({ kind, record }: Here, table: GivenTable, taking: Taking) {
    let made = 0;
    const context: DecideContext = {
      at: now(),
      today: today(),
      newId: () => {
        made += 1;
        return `to-be-${made}`;
      },
    };
    const { holdings } = record;
    const rows = await rowsTheRecordTakes(kind, await rowsToTake(kind, table, taking, holdings), holdings, context);
    return withWaysOut(kind, table, taking, rows, holdings, context);
  }

  /** The rows of the table in the form that would be left out as things stand. */
  async function leftOutOf(visit: SeatedVisit) {
    const step = await broughtAlong(visit);
    return 'show' in step ? step : refusedPart(step.table, refusedOf(await read(step, step.table, step.taking)));
  }

  return [
    {
      method: 'GET',
      path: IMPORT,
      needs: 'write-registers',
      answer: async (visit) => {
        const here = await opened(visit);
        return here ? start(visit, here.kind, []) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: IMPORT,
      needs: 'write-registers',
      upload: true,
      answer: async (visit) => {
        const here = await opened(visit);
        if (!here) return NOT_FOUND;
        const { kind } = here;
        const { pasted, given } = await brought(visit, readTables, uploadBytes);
        if (!given) return start(visit, kind, [NO_TABLE], pasted);
        if (!given.ok) return start(visit, kind, [{ field: 'table', message: given.problem.message }], pasted);
        // The longest table of a workbook is the register; its other sheets say about themselves.
        const [table, ...others] = given.tables;
        const why = table && whyTooLarge(table);
        if (!table || why !== undefined) return start(visit, kind, [{ field: 'table', message: why ?? LOST }], pasted);
        const guesses = guessColumns(kind, table.columns, fitsIn(kind, table));
        const taking = { mapping: guesses.map(({ to }) => to), same: {} };
        const body = <ColumnsPage {...{ kind, table, taking, guesses }} seat={visit.seat} others={others.length} />;
        return page('What the columns mean', body);
      },
    },
    {
      method: 'POST',
      path: `${IMPORT}/columns`,
      needs: 'write-registers',
      bodyBytes: FORM_BYTES,
      answer: async (visit) => {
        const step = await broughtAlong(visit);
        if ('show' in step) return step;
        const { kind, table, taking } = step;
        return page('What the columns mean', <ColumnsPage {...{ kind, table, taking }} seat={visit.seat} others={0} />);
      },
    },
    {
      method: 'POST',
      path: `${IMPORT}/preview`,
      needs: 'write-registers',
      bodyBytes: FORM_BYTES,
      answer: async (visit) => {
        const step = await broughtAlong(visit);
        if ('show' in step) return step;
        const { kind, record, table } = step;
        let { taking } = step;
        let rows = await read(step, table, taking);
        if (visit.form.text('leave-all') === 'yes') {
          taking = { ...taking, leave: withoutAll(taking, rows) };
          rows = await read(step, table, taking);
        }
        const body = <PreviewPage {...{ kind, table, taking, rows }} seat={visit.seat} holdings={record.holdings} />;
        return page('What the import would do', body);
      },
    },
    {
      method: 'POST',
      path: `${IMPORT}/take`,
      needs: 'write-registers',
      bodyBytes: FORM_BYTES,
      answer: async (visit) => {
        const step = await broughtAlong(visit);
        if ('show' in step) return step;
        const { kind, table, taking } = step;
        const { seat, form } = visit;
        const rows = await read(step, table, taking);
        /** What would become of the rows now, because somebody was quicker. */
        const again = async (status: number, look: 'changed' | 'chosen' = 'changed') => {
          const now = (await opened(visit)) ?? step;
          const { holdings } = now.record;
          const rows = await read(now, table, taking);
          const body = <PreviewPage {...{ seat, kind, table, taking, holdings, rows, look }} />;
          return page('Error: What the import would do', body, { status });
        };
        if (markOf(taking) !== form.text('shown')) return again(422, 'chosen');
        const seen = seenIn(form);
        if (rows.some((row) => row.become === 'changed' && row.entity.revision > seen)) return again(409);
        const register = paths.register(seat.organisation, kind.plural);
        const to: Once['answer'] = ({ holdings, changes }) =>
          withDone(register, 'taken-in', changes.length > 0 ? importedIn(holdings.seq, changes.length) : {});
        const done = await sendOnce(records, visit, commandOf(kind, rows), to, ({ before, after }) => ({
          mark: importMark(kind, before.head.seq, after.seq, now()),
        }));
        if (done.ok && refusedOf(rows).length + outOf(rows).length === 0) return redirect(done.to);
        if (done.ok)
          return page('What was imported', <ImportedPage {...{ seat, kind, table, rows }} to={done.to} />, {
            done: true,
          });
        return problemAnswer(done.problem, { again: (_, status) => again(status), conflict: () => again(409) });
      },
    },
    ...takeBackRoutes(services),
    ...TABLE_FORMATS.map(
      (format): Route => ({
        method: 'POST',
        path: `${IMPORT}/refused.${format}`,
        needs: 'write-registers',
        bodyBytes: FORM_BYTES,
        answer: async (visit) => {
          const here = await opened(visit);
          if (!here) return NOT_FOUND;
          const table = visit.form.text('why') === '' ? await leftOutOf(visit) : refusedTable(visit.form);
          if (!table) return start(visit, here.kind, [{ field: 'table', message: LOST }]);
          if ('show' in table) return table;
          const name = `${here.kind.label.many.toLowerCase()} to mend ${today()}.${format}`;
          return { show: 'file', name, type: MEDIA_TYPES[format], content: await tableFile(table, format) };
        },
      }),
    ),
  ];
}

/** Every row that can do without some of its cells, with those it is taken without. */
function withoutAll({ leave }: Taking, rows: readonly RowToTake[]): ReadonlyMap<number, readonly string[]> {
  const all = new Map(leave);
  for (const { at, without } of refusedOf(rows)) if (without) all.set(at, [...(all.get(at) ?? []), ...without]);
  return all;
}

/** The file of the form or else the text pasted into it. Both are read like any document. */
async function brought(
  { request }: SeatedVisit,
  readTables: RecordRouteServices['readTables'],
  uploadBytes: number,
): Promise<{ readonly pasted: string; readonly given: GivenTables | undefined }> {
  let pasted = '';
  let given: GivenTables | undefined;
  if (!request.isMultipart()) return { pasted, given };
  try {
    const limits = { fileSize: uploadBytes, files: 1, fields: 10, fieldSize: 2_000_000 };
    const options = { limits, throwFileSizeLimit: false };
    for await (const part of request.parts(options)) {
      if (part.type === 'field') {
        if (part.fieldname === 'pasted' && typeof part.value === 'string') pasted = part.value;
      } else if (part.filename === '') part.file.resume();
      else {
        given = await readTables(part.filename, part.file);
        if (part.file.truncated) given = refused('It is larger than the largest file that is taken. Split it');
      }
    }
  } catch (error) {
    if (!isBrokenOff(error)) throw error;
    return { pasted, given: refused('The upload broke off. Try again') };
  }
  // Cells copied out of a spreadsheet stand between tabs.
  if (!given && pasted.trim() !== '') {
    const name = pasted.includes('\t') ? 'pasted.tsv' : 'pasted.csv';
    given = await readTables(name, Readable.from([Buffer.from(pasted)]));
  }
  return { pasted, given };
}

function refused(message: string): GivenTables {
  return { ok: false, problem: { type: 'unreadable', message } };
}
