import { REGISTERS } from '../../src/api/entity-schemas.ts';
import type { ApiRoute } from '../../src/api/route.ts';
import type { Command } from '../../src/record/decide.ts';
import type { KindName } from '../../src/record/kinds/kinds.ts';
import { KEPT_EXAMPLES } from '../support/kept-examples.ts';
import { multipartBody } from '../support/multipart.ts';
import type { Asked, TestApi } from './api-server.ts';

/** Where another example of a kind has to differ, so that it is not the same thing twice. */
const ANOTHER: Readonly<Record<string, (n: number) => Readonly<Record<string, unknown>>>> = {
  person: (n) => ({ email: `bea${n}@larkmoor.example` }),
  supplier: (n) => ({ name: `Supplier ${n}` }),
  appointment: () => ({ role: 'it-lead' }),
  responsibility: (n) => ({ item: `${n % 97}.${n % 89}.${n % 83}` }),
  'information-asset': (n) => ({ name: `Asset ${n}` }),
  'digital-asset': (n) => ({ name: `LT-${n}`, serial: `S${n}` }),
  'data-flow': (n) => ({ name: `Flow ${n}` }),
  risk: (n) => ({ title: `Risk ${n}` }),
};

let made = 0;

export function anotherOf(kind: string): Readonly<Record<string, unknown>> {
  made += 1;
  // Asked for with the names of kinds alone.
  return { ...KEPT_EXAMPLES[kind as KindName], ...ANOTHER[kind]?.(made) };
}

/** Puts one of everything into the record, and a document whose file is really there. Gives the id of that document. */
export async function keepOneOfEach(api: TestApi): Promise<string> {
  const kinds = Object.keys(KEPT_EXAMPLES).filter((kind) => kind !== 'organisation' && kind !== 'grant');
  const commands = kinds.map((kind): Command => ({ do: 'add', kind, id: kind, data: KEPT_EXAMPLES[kind as KindName] }));
  const performed = await api.all.records.perform(api.organisation, 'system', { do: 'together', commands });
  if (!performed.ok) throw new Error(JSON.stringify(performed.problem));
  const uploaded = await api.call({
    method: 'POST',
    url: '/api/v1/documents',
    ...fileForm('a/restore.md', '# Restore log\n'),
  });
  return String(uploaded.body.files[0].id);
}

export function fileForm(filename: string, value: string | Uint8Array, observation?: unknown) {
  const file = { name: 'file', filename, value };
  return multipartBody([
    ...(observation === undefined ? [] : [{ name: 'observation', value: JSON.stringify(observation) }]),
    file,
  ]);
}

const OBSERVATION = { items: ['7.3.4'], kind: 'statement', verdict: 'shows', words: 'We restored it.' };

/** A request that a route is to do, for a record that `keepOneOfEach` has filled. `document` is the id it gave. */
export async function goodRequest(api: TestApi, route: ApiRoute, document: string): Promise<Asked> {
  const { method } = route;
  const url = (id: string) =>
    `/api/v1${route.path.replace('{id}', id).replace('{ref}', '7.3.4').replace('{name}', 'not-found')}`;
  if (route.path === '/documents')
    return { method, url: url(''), ...(method === 'POST' && fileForm(`b/${made++}.md`, 'x')) };
  if (route.path.startsWith('/documents/')) return { method, url: url(document) };
  if (route.path.startsWith('/observations'))
    return { method, url: url('observation'), ...(method === 'POST' && { payload: OBSERVATION }) };
  if (route.operationId === 'putAnswer')
    return { method, url: url(''), payload: { said: 'no' }, headers: { 'if-match': await tagOf(api, url('')) } };
  const kind = REGISTERS.find((one) => route.path.startsWith(`/registers/${one.kind.plural}`))?.kind;
  if (!kind || method === 'GET') return { method, url: url(kind?.name ?? '') };
  if (method === 'POST') return { method, url: url(''), payload: anotherOf(kind.name) };
  const added = await api.call({
    method: 'POST',
    url: `/api/v1/registers/${kind.plural}`,
    payload: anotherOf(kind.name),
  });
  if (added.status !== 201) throw new Error(added.text);
  const asked = { method, url: url(added.body.id), headers: { 'if-match': String(added.headers.etag) } };
  return method === 'DELETE' ? asked : { ...asked, payload: added.body.data };
}

async function tagOf(api: TestApi, url: string): Promise<string> {
  return String((await api.call({ url })).headers.etag);
}
