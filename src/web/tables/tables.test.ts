import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { type Deed, isDeed, may, ROLES } from '../../workspace/may.ts';
import { REGISTERS } from '../record/register-kinds.ts';

/** Tables without files, by their captions, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'Where you are signed in': 'buttons that end a session; what happened to the account comes as a file',
  'What they look after': 'the fields of a form',
  'Evidence items that would stand lower': 'what one decision would do, before it is made',
  'Files to look at': 'the answer to one upload; nothing of it is kept',
  'What became of each file': 'the answer to one upload; the documents come as a file',
};

let server: OwnedServer;
let pages: readonly string[];
beforeAll(async () => {
  server = await startOwned();
  const { owner, organisation, routes } = server;
  await owner.upload(`/organisations/${organisation}/documents`, [
    {
      name: 'documents',
      filename: 'backup policy.md',
      value: '# Backup policy\n\nOwner: Ann Okafor\n\nReview: 2 March 2026\n',
    },
  ]);
  const commands = Object.entries(KEPT_EXAMPLES)
    .filter(([kind]) => !['document', 'observation', 'share', 'grant', 'organisation', 'submission'].includes(kind))
    .map(([kind, data]) => ({
      do: 'add' as const,
      kind,
      id: kind,
      data,
    }));
  const done = await server.installation.records.perform(organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  const isPage = ({ method, url, needs }: (typeof routes)[number]) =>
    method === 'GET' && !url.startsWith('/api/') && !/\.\w+$/.test(url) && (needs === 'signed-in' || isDeed(needs));
  pages = routes.filter(isPage).flatMap(({ url }) => addressesOf(url.replace(':organisation', organisation)));
}, 60_000);
afterAll(() => server.stop());

/** Addresses of a route, with what was kept in the place of its parameters; none where nothing was. */
function addressesOf(url: string): readonly string[] {
  if (url.includes('/:register'))
    return REGISTERS.flatMap(({ plural }) => addressesOf(url.replace(':register', plural)));
  // What was kept has the name of its kind as its id.
  const whole = url.replace(/\/([a-z-]+)\/:id/, (_, plural: string) => {
    const kind = REGISTERS.find((one) => one.plural === plural)?.name;
    return kind === undefined ? `/${plural}/:id` : `/${plural}/${kind}`;
  });
  return whole.includes(':') ? [] : [whole];
}

/** What whoever asks for an address needs. */
function needsOf(address: string): Deed | undefined {
  const [path = ''] = address.split('?');
  const found = server.routes
    .filter(({ method, url }) => method === 'GET' && patternOf(url).test(path))
    // A word stands before a parameter in the same place.
    .sort((a, b) => a.url.split(':').length - b.url.split(':').length)[0];
  return found && isDeed(found.needs) ? found.needs : undefined;
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
}

/** The tables of a page: what each is called, and what stands right after it. */
function tablesIn(html: string): readonly { readonly caption: string; readonly files: readonly string[] }[] {
  return html
    .split('<table')
    .slice(1)
    .map((part) => {
      const caption = /<caption[^>]*>([^<]*)/.exec(part)?.[1] ?? '';
      const files = /<\/table><p class="app-files">(.*?)<\/p>/.exec(part)?.[1] ?? '';
      return {
        caption,
        files: [...files.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
      };
    });
}

describe('every table on a page', () => {
  test('comes as a file, or is one of those that say why not', async () => {
    const bare: string[] = [];
    const seen = new Set<string>();
    for (const page of pages) {
      const { statusCode, body } = await server.owner.get(page);
      if (statusCode !== 200) {
        // Only there for the example, or at another time.
        expect([303, 404], page).toContain(statusCode);
        continue;
      }
      for (const { caption, files } of tablesIn(body)) {
        seen.add(caption);
        if (files.length === 0 && !(caption in WITHOUT)) bare.push(`${page}: ${caption}`);
      }
    }
    expect(bare).toEqual([]);
    expect(seen.size).toBeGreaterThan(25);
  }, 60_000);

  test('has files for nobody who may not see the page', async () => {
    const open: string[] = [];
    const looked = new Set<string>();
    for (const page of pages) {
      const needed = needsOf(page);
      const { body } = await server.owner.get(page);
      for (const { files } of tablesIn(body))
        for (const file of files) {
          const asked = needsOf(file);
          if (needed === undefined) continue;
          looked.add(page);
          const more = asked === undefined ? ROLES : ROLES.filter((role) => may(role, asked) && !may(role, needed));
          if (more.length > 0) open.push(`${file} (${page}): ${more.join()}`);
        }
    }
    expect(open).toEqual([]);
    expect(looked.size).toBeGreaterThan(25);
  }, 60_000);

  test('has files of their kind, to be saved', async () => {
    const wrong: string[] = [];
    const links = new Set<string>();
    for (const page of pages) {
      const { body } = await server.owner.get(page);
      for (const [, files = ''] of body.matchAll(/<p class="app-files">(.*?)<\/p>/g))
        for (const [, href = ''] of files.matchAll(/href="([^"]*)"/g)) links.add(href.replaceAll('&amp;', '&'));
    }
    for (const link of links) {
      const { statusCode, headers, rawPayload } = await server.owner.get(link);
      const type = String(headers['content-type']);
      const good = link.split('?')[0]?.endsWith('.csv')
        ? type.startsWith('text/csv') && rawPayload.subarray(0, 3).toString('hex') === 'efbbbf'
        : type.includes('spreadsheetml') && rawPayload.subarray(0, 2).toString() === 'PK';
      if (statusCode !== 200 || !good || !/^attachment;/.test(String(headers['content-disposition']))) wrong.push(link);
    }
    expect(wrong).toEqual([]);
    expect(links.size).toBeGreaterThan(50);
  }, 60_000);
});

describe('a table that is narrowed', () => {
  test.each([
    ['registers/suppliers/export', '', 1],
    ['registers/suppliers/export', '?find=nobody', 0],
    ['people/staff', '?show=all', 1],
    ['people/staff', '?show=left', 0],
    ['suppliers/export', '?show=personal', 1],
  ])('is saved as it is shown: %s%s', async (path, query, rows) => {
    const { body } = await server.owner.get(`/organisations/${server.organisation}/${path}.csv${query}`);
    expect(body.trim().split('\r\n')).toHaveLength(rows + 1);
  });
});

test('a table of many rows comes as a workbook too', async () => {
  const commands = Array.from({ length: 300 }, (_, at) => ({
    do: 'add' as const,
    kind: 'person',
    data: { name: `Person ${at}`, employment: 'staff' },
  }));
  const { organisation, owner, installation } = server;
  const done = await installation.records.perform(organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  const { statusCode, rawPayload } = await owner.get(`/organisations/${organisation}/people/staff.xlsx`);
  expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
});
