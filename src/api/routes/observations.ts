import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import { decide } from '../../record/decide.ts';
import { findOf, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { isPersonsCheck, observation } from '../../record/kinds/observation.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import type { Answer } from '../answer.ts';
import { checkBody } from '../check-input.ts';
import { component, ID, pageOf } from '../components.ts';
import { entityJson, entityTag } from '../entity-json.ts';
import { observationSchema } from '../entity-schemas.ts';
import { keepFile, noFile, whyNoneKept } from '../file-parts.ts';
import { listAnswer, listAnswers, oneAnswers } from '../list-answer.ts';
import { openRecord } from '../open-record.ts';
import { PAGE } from '../paging.ts';
import { isRemembered, performOnce } from '../perform-once.ts';
import { API_PREFIX } from '../places.ts';
import { tagOf, unlessKnown } from '../preconditions.ts';
import { pointerTo, problem } from '../problem.ts';
import { notFound, problemOfPerform } from '../problem-of.ts';
import { readJson } from '../read-json.ts';
import { type Call, defineRoute } from '../route.ts';
import { FILE } from './documents.ts';

/** What a caller says; when it came in is for us to say. */
const given = component('GivenObservation', observation.schema.omit({ receivedAt: true }));
type Given = z.infer<typeof given>;

export const observationRoutes = [
  defineRoute({
    method: 'GET',
    path: '/observations',
    operationId: 'listObservations',
    summary: 'Lists observations: what shows, or was judged not to show, what items ask for',
    tag: 'Observations',
    scope: 'read-registers',
    query: z.strictObject(PAGE),
    answers: listAnswers(pageOf('ObservationPage', observationSchema), 'A page of observations'),
    problems: ['bad-cursor'],
    handle: async (call) => {
      const record = await openRecord(call);
      const tag = tagOf(call.url, record.head.hash);
      return listAnswer(call, tag, listOf(record.holdings, observation), ({ id }) => [id], entityJson);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/observations/{id}',
    operationId: 'getObservation',
    summary: 'Reads one observation',
    tag: 'Observations',
    scope: 'read-registers',
    params: z.strictObject({ id: ID }),
    answers: oneAnswers(observationSchema, 'The observation'),
    handle: async (call) => {
      const found = findOf((await openRecord(call)).holdings, observation, call.params.id);
      return found ? unlessKnown(call.ifNoneMatch, entityTag(found), () => entityJson(found)) : notFound();
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/observations',
    operationId: 'addObservation',
    summary: 'Adds an observation; in a form with a file, the file is kept as its document first',
    tag: 'Observations',
    scope: 'upload-documents',
    idempotent: true,
    body: given,
    form: z.strictObject({
      observation: z.string().meta({
        contentMediaType: 'application/json',
        description: 'The observation as JSON, before the file and without "document".',
      }),
      file: FILE,
    }),
    answers: { 201: { description: 'Added', schema: observationSchema, headers: ['ETag', 'Location'] } },
    problems: ['not-kept', 'no-space', 'busy', 'invalid'],
    handle: async (call) => (call.parts ? addWithFile(call) : add(call, call.body)),
  }),
];

/** A program's check counts by what it found, which it must say; that somebody looked is said by themselves. */
const NO_PERSON = {
  detail: 'Nothing was kept.',
  errors: [{ pointer: pointerTo(['words']), detail: 'Say in "words" what the check found' }],
};

type AnyCall = Call<unknown, unknown, unknown>;

function add(call: AnyCall, body: Given): Promise<Answer> {
  const data = { ...body, receivedAt: call.services.now() };
  if (isPersonsCheck(data)) return Promise.resolve(problem('invalid', NO_PERSON));
  return performOnce(call, { do: 'add', kind: observation.name, data }, ({ ids, holdings }) => {
    const entity = findOf(holdings, observation, ids[0] ?? '');
    if (!entity) return notFound();
    const location = `${API_PREFIX}/observations/${entity.id}`;
    return { status: 201, headers: { etag: entityTag(entity), location }, body: entityJson(entity) };
  });
}

async function addWithFile(call: AnyCall): Promise<Answer> {
  let said: { readonly body: Given; readonly text: string } | undefined;
  for await (const part of call.parts?.() ?? []) {
    if (part.type === 'field') {
      if (part.fieldname !== 'observation') continue;
      const read = await readGiven(call, String(part.value));
      if (!read.ok) return read.answer;
      said = read;
    } else if (part.fieldname !== 'file') part.file.resume();
    else if (!said) return noObservation();
    else if (await isRemembered(call)) {
      const bodyHash = hashOfForm(said.text, part.filename, await sha256Of(part.file));
      return add({ ...call, bodyHash }, said.body);
    } else return keepAndAdd(call, said, part.filename, await keepFile(call, part));
  }
  return said ? noFile() : noObservation();
}

/** The observation of a form, held against everything but the document that is still to come. */
async function readGiven(call: AnyCall, text: string) {
  const json = readJson(Buffer.from(text));
  if (!json.ok) {
    const detail = `Nothing was kept. In "observation": ${json.sentence}`;
    return { ok: false as const, answer: problem('malformed-request', { detail }) };
  }
  const checked = checkBody(given, json.value);
  if (!checked.ok) return checked;
  // Parsed by `given`.
  const body = checked.value as Given;
  if (body.document !== undefined || body.sha256 !== undefined) {
    const errors = [
      { detail: 'Leave document and sha256 out: they follow from the file', pointer: pointerTo(['document']) },
    ];
    return { ok: false as const, answer: problem('invalid', { detail: 'Nothing was kept.', errors }) };
  }
  const at = call.services.now();
  const data = { ...body, receivedAt: at, sha256: '0'.repeat(64) };
  const { holdings } = await openRecord(call);
  const command = { do: 'add', kind: observation.name, data } as const;
  const decided = decide(holdings, command, { at, today: call.services.today(), newId: () => 'to-come' });
  return decided.ok
    ? { ok: true as const, body, text }
    : { ok: false as const, answer: problemOfPerform(decided.problem) };
}

async function keepAndAdd(
  call: AnyCall,
  { body, text }: { readonly body: Given; readonly text: string },
  filename: string,
  kept: readonly Kept[],
): Promise<Answer> {
  const refused = whyNoneKept(kept);
  if (refused) return refused;
  const [only, ...more] = kept;
  if (!only?.ok || more.length > 0) {
    const detail =
      'The archive held several files. They were kept as documents, and no observation was added: name one in "document".';
    return problem('not-kept', { detail, errors: kept.map((one) => ({ detail: noteOf(one), parameter: 'file' })) });
  }
  const file = findOf((await openRecord(call)).holdings, document, only.id);
  const bodyHash = hashOfForm(text, filename, file?.data.sha256 ?? '');
  return add({ ...call, bodyHash }, { ...body, document: only.id });
}

function noteOf(kept: Kept): string {
  return kept.ok ? `${kept.path} is document ${kept.id}` : kept.problem.message;
}

function noObservation(): Answer {
  const detail =
    'Nothing was kept. Send the part "observation" first, with the observation as JSON, then the part "file".';
  return problem('malformed-request', { detail });
}

function hashOfForm(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

async function sha256Of(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}
