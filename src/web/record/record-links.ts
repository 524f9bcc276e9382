import type { Place, Where } from '../../record/document.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { placeInWords } from '../../report/place-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { documentsInUse } from '../../workspace/documents/kept-document.ts';
import { entityAtLine, REGISTER_PREFIX, registerRows } from '../../workspace/standing/register-documents.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { ANSWER_PREFIX } from '../../workspace/standing/statements.ts';
import { paths } from '../paths.ts';
import type { ReportLinks } from '../report/report-links.ts';
import { entryPath } from './rooms.ts';

/** Where the things that a standing rests on are in a record: documents at their lines, entries of registers, answers. */
export function recordLinks({ organisation }: Seat, standing: Standing): ReportLinks {
  const { holdings, on } = standing;
  const documents = new Map(documentsInUse(holdings, on).map(({ id, data }) => [data.path, id]));
  const registers = registerRows(standing);
  const registerOf = (path: string) => {
    const rows = registers.get(path);
    return rows && isKindName(rows.kind) ? { rows, kind: KINDS[rows.kind] } : undefined;
  };
  const answered = (path: string) => (path.startsWith(ANSWER_PREFIX) ? path.slice(ANSWER_PREFIX.length) : undefined);
  const whole = (path: string): string | undefined => {
    const [id, register, item] = [documents.get(path), registerOf(path), answered(path)];
    if (id !== undefined) return paths.document(organisation, id);
    if (register) return paths.register(organisation, register.kind.plural);
    return item === undefined ? undefined : paths.item(organisation, item);
  };
  return {
    item: (ref) => paths.item(organisation, ref),
    document: whole,
    place: (place) => {
      const register = registerOf(place.file);
      const entry = register && place.line !== undefined ? entityAtLine(register.rows, place.line) : undefined;
      if (register && entry !== undefined) return entryPath(organisation, register.kind, entry);
      const anchor = anchorOf(place);
      const page = whole(place.file);
      return page !== undefined && anchor !== undefined && documents.has(place.file) ? `${page}#${anchor}` : page;
    },
    words: (place) => placeWords(place, answered(place.file)),
  };
}

/** Entries of a register and answers are called what they are, not by how they are read. */
function placeWords(place: Place, item: string | undefined): string {
  if (item !== undefined) return `The answer to ${item}`;
  return place.file.startsWith(REGISTER_PREFIX)
    ? `${place.file.slice(REGISTER_PREFIX.length)}, kept here`
    : placeInWords(place);
}

/** Where on the page of a document the line or row stands that a place is in. */
export function anchorOf({ line, page, cell }: Where): string | undefined {
  if (cell !== undefined) return `row-${cell.replace(/(?<=^|!)[A-Z]+(?=\d+$)/, '').replace(/[^A-Za-z0-9]+/g, '-')}`;
  if (line !== undefined) return page === undefined ? `line-${line}` : `page-${page}-line-${line}`;
  return page === undefined ? undefined : `page-${page}`;
}
