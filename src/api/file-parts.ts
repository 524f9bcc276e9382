import type { MultipartFile } from '@fastify/multipart';
import type { Incoming, Kept } from '../workspace/documents/documents.ts';
import type { Answer } from './answer.ts';
import { problem } from './problem.ts';
import { problemOfDocument } from './problem-of.ts';
import type { Call } from './route.ts';

type FileCall = Pick<Call<unknown, unknown, unknown>, 'services' | 'caller' | 'actor'>;

/** Keeps one file of a form. Its bytes are read to their end whatever becomes of it. */
export function keepFile(
  { services, caller, actor }: FileCall,
  { file, filename }: MultipartFile,
): Promise<readonly Kept[]> {
  const incoming: Incoming = { path: filename ?? '', stream: file, source: 'api' };
  return services.documents.keep(caller.organisation, actor, incoming);
}

/** What became of one file, as the API writes it. */
export function keptJson(kept: Kept) {
  if (!kept.ok)
    return { kept: false, path: kept.path, problem: kept.problem.type, notes: [`${kept.problem.message}.`] };
  const { path, id, became, scan, warning, notes } = kept;
  return {
    kept: true,
    path,
    id,
    became,
    scan: scan?.result ?? 'not-scanned',
    held: warning !== undefined,
    notes: [...(warning ? [warning.message] : []), ...notes],
  };
}

/** Undefined when at least one of the files was kept. */
export function whyNoneKept(kept: readonly Kept[]): Answer | undefined {
  if (kept.some(({ ok }) => ok)) return undefined;
  const refused = kept.flatMap((one) => (one.ok ? [] : [one]));
  const [first] = refused;
  if (!first) return noFile();
  if (refused.length === 1) return problemOfDocument(first.problem);
  return problem('not-kept', {
    detail: 'None of the files was kept.',
    errors: refused.map(({ problem: { message } }) => ({ detail: message, parameter: 'file' })),
  });
}

export function noFile(): Answer {
  const detail = 'Nothing was kept. Send the file as the part "file" of the form.';
  return problem('malformed-request', { detail });
}
