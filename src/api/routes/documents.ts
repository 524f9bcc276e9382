import * as z from 'zod';
import { findOf, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { component, ID, pageOf } from '../components.ts';
import { entityJson, entityTag } from '../entity-json.ts';
import { documentSchema } from '../entity-schemas.ts';
import { keepFile, keptJson, noFile, whyNoneKept } from '../file-parts.ts';
import { listAnswer, listAnswers, oneAnswers } from '../list-answer.ts';
import { openRecord } from '../open-record.ts';
import { PAGE } from '../paging.ts';
import { tagOf, unlessKnown } from '../preconditions.ts';
import { notFound, problemOfDocument } from '../problem-of.ts';
import { defineRoute } from '../route.ts';

const keptFileSchema = component(
  'KeptFile',
  z.strictObject({
    kept: z.boolean(),
    path: z.string(),
    id: ID.optional().meta({ description: 'Of the document.' }),
    became: z
      .enum(['kept', 'replaced', 'there-already'])
      .optional()
      .meta({ description: 'there-already: the same bytes under the same name; nothing was added.' }),
    scan: z.enum(['clean', 'infected', 'not-scanned']).optional(),
    held: z.boolean().optional().meta({ description: 'Held back until a person has decided about it.' }),
    problem: z.string().optional().meta({ description: 'Why it was not kept.' }),
    notes: z.array(z.string()).meta({ description: 'What a person should know, as sentences.' }),
  }),
);

const keptFiles = component('KeptFiles', z.strictObject({ files: z.array(keptFileSchema) }));

/** How a file comes in a form. */
export const FILE = z.string().meta({
  contentMediaType: 'application/octet-stream',
  description:
    'The file, with its name; folders in the name are kept. A ZIP archive is taken as the folder it was made from.',
});

export const documentRoutes = [
  defineRoute({
    method: 'GET',
    path: '/documents',
    operationId: 'listDocuments',
    summary: 'Lists documents, withdrawn and held ones among them',
    tag: 'Documents',
    scope: 'read-registers',
    query: z.strictObject(PAGE),
    answers: listAnswers(pageOf('DocumentPage', documentSchema), 'A page of documents'),
    problems: ['bad-cursor'],
    handle: async (call) => {
      const record = await openRecord(call);
      const tag = tagOf(call.url, record.head.hash);
      return listAnswer(call, tag, listOf(record.holdings, document), ({ id }) => [id], entityJson);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/documents/{id}',
    operationId: 'getDocument',
    summary: 'Reads what is known of one document',
    tag: 'Documents',
    scope: 'read-registers',
    params: z.strictObject({ id: ID }),
    answers: oneAnswers(documentSchema, 'The document'),
    handle: async (call) => {
      const found = findOf((await openRecord(call)).holdings, document, call.params.id);
      return found ? unlessKnown(call.ifNoneMatch, entityTag(found), () => entityJson(found)) : notFound();
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/documents/{id}/content',
    operationId: 'getDocumentContent',
    summary: 'The bytes of a document, as a file to save',
    tag: 'Documents',
    scope: 'download-documents',
    params: z.strictObject({ id: ID }),
    answers: { 200: { description: 'The file', file: true } },
    problems: ['held-back'],
    handle: async ({ services, caller, params }) => {
      // Deciding about a held document is for a person: a program never sees one.
      const opened = await services.documents.open(caller.organisation, params.id);
      if (!opened.ok) return problemOfDocument(opened.problem);
      const { stream, headers } = opened.download;
      return { status: 200, headers, stream };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/documents',
    operationId: 'addDocuments',
    summary: 'Keeps a file, or several; the same file under the same name is kept once, however often it is sent',
    tag: 'Documents',
    scope: 'upload-documents',
    form: z.strictObject({ file: FILE }),
    answers: {
      200: { description: 'Nothing was new: each file was there already', schema: keptFiles },
      201: { description: 'At least one file was kept', schema: keptFiles },
    },
    problems: ['not-kept', 'no-space', 'busy'],
    handle: async (call) => {
      const kept: Kept[] = [];
      for await (const part of call.parts?.() ?? []) {
        if (part.type === 'field') continue;
        if (part.fieldname === 'file') kept.push(...(await keepFile(call, part)));
        else part.file.resume();
      }
      if (kept.length === 0) return noFile();
      const refused = whyNoneKept(kept);
      if (refused) return refused;
      const isNew = kept.some((one) => one.ok && one.became !== 'there-already');
      return { status: isNew ? 201 : 200, body: { files: kept.map(keptJson) } };
    },
  }),
];
