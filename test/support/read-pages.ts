import { startWeb } from './web-server.ts';
import { startOwned } from './web-visitors.ts';

/** A page in one of its states as a newcomer meets it. */
export type ReadPage = {
  readonly name: string;
  readonly html: string;
  /** Whether it has to explain its terms. */
  readonly explained?: boolean;
};

/** Pages after the guided start that explain their terms. */
const EXPLAINED = new Set([
  'home',
  'plan, nobody there',
  'plan',
  'items',
  'people, none',
  'people',
  'incidents, none',
  'incidents',
  'report an incident',
  'incident',
  'risks, none',
  'risks',
]);

const POLICY =
  '# Backup policy\n\nOwner: Ann Okafor\nApproved by: Board, 2 March 2026\n\n## Purpose\n\nThis policy says what we do.\n';

/** The pages of the guided start, in the order in which somebody new goes through them, and those of the days after. */
export async function readPages(): Promise<{
  readonly guided: readonly ReadPage[];
  readonly later: readonly ReadPage[];
}> {
  const guided: ReadPage[] = [];
  const later: ReadPage[] = [];
  const fresh = await startWeb();
  try {
    const open = async (name: string, url: string) => {
      const { body } = await fresh.app.inject({ url, headers: { host: 'localhost' } });
      guided.push({ name, html: body });
    };
    await open('start page, nobody has an account', '/');
    await open('set-up', `/set-up?token=${await fresh.installation.accounts.settingUp.setUpToken()}`);
  } finally {
    await fresh.stop();
  }
  const server = await startOwned();
  try {
    await visit(server, guided, later);
  } finally {
    await server.stop();
  }
  return { guided, later };
}

async function visit(
  { app, owner, organisation, join }: Awaited<ReturnType<typeof startOwned>>,
  guided: ReadPage[],
  later: ReadPage[],
): Promise<void> {
  const home = `/organisations/${organisation}`;
  const hour = `${home}/first-hour`;
  const signedOut = async (name: string, url: string) => {
    const { body } = await app.inject({ url, headers: { host: 'localhost' } });
    guided.push({ name, html: body });
  };
  const open = async (name: string, path: string, to = guided) => {
    const { statusCode, body } = await owner.get(path);
    if (statusCode !== 200) throw new Error(`${name}: ${path} answers ${statusCode}`);
    to.push({ name, html: body, explained: EXPLAINED.has(name) });
  };
  const send = async (path: string, fields: Parameters<typeof owner.post>[1], refusedAs?: string) => {
    const { statusCode, body } = await owner.post(path, fields);
    if (statusCode !== (refusedAs === undefined ? 302 : 422) && statusCode !== 303)
      throw new Error(`${path} answers ${statusCode}`);
    if (refusedAs !== undefined) guided.push({ name: refusedAs, html: body });
  };
  const seenOn = async (path: string) =>
    /name="seen" value="(\d+)"/.exec((await owner.get(`${hour}${path}`)).body)?.[1] ?? '';

  await signedOut('start page', '/');
  await signedOut('sign-in', '/sign-in');
  await signedOut('check page', '/check');
  await open('check page, signed in', '/check');
  await open('first hour, nothing done', hour);
  await open('category, not asked yet', `${hour}/category`);
  await send(`${hour}/category`, { seen: await seenOn('/category'), staff: 'a dozen' }, 'category, number mistyped');
  const kinds: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['company of unknown size', { 'organisation-kind': 'company', 'works-under-nhs-contract': 'yes' }],
    [
      'large company',
      { 'organisation-kind': 'company', staff: '80', 'turnover-gbp': '12000000', 'supplies-digital-to-care': 'yes' },
    ],
    ['NHS trust', { 'organisation-kind': 'nhs-trust' }],
    [
      'pharmacy',
      {
        'organisation-kind': 'pharmacy',
        'works-under-nhs-contract': 'no',
        'handles-nhs-patient-data': 'no',
        'connects-to-nhs-systems': 'no',
      },
    ],
    ['nothing known but staff', { staff: '12', 'handles-nhs-patient-data': 'no' }],
    ['small IT supplier', { 'organisation-kind': 'it-supplier', staff: '12', 'handles-nhs-patient-data': 'yes' }],
  ];
  for (const [name, fields] of kinds) {
    await send(`${hour}/category`, { seen: await seenOn('/category'), ...fields });
    await open(`category, ${name}`, `${hour}/category`);
  }
  await open('facts', `${hour}/facts`);
  await open('documents, none', `${home}/documents`);
  await open('people of the first hour, none', `${hour}/people`);
  await send(`${hour}/people`, { people: '' }, 'people of the first hour, nothing typed');
  await open('staff page, not in the staff list', `${home}/mine`);
  await open('people, none', `${home}/people`, later);
  await open('incidents, none', `${home}/incidents`, later);
  await open('risks, none', `${home}/risks`, later);
  await open('plan, nobody there', `${home}/plan`, later);
  await send(`${hour}/people`, { people: 'Ann Okafor, Director, ann@larkmoor.example\nBen Hart' });
  await open('people of the first hour, named', `${hour}/people`);
  const { body } = await owner.get(`${hour}/people`);
  const [, ann = ''] = /<option value="([^"]+)">Ann Okafor/.exec(body) ?? [];
  await send(`${hour}/people/roles`, { siro: ann });
  await open('people of the first hour, roles given', `${hour}/people`);
  const uploaded = await owner.upload(`${home}/documents`, [
    { name: 'documents', filename: 'policies/Backup policy.md', value: POLICY },
  ]);
  guided.push({ name: 'documents, uploaded', html: uploaded.body });
  await open('documents', `${home}/documents`);
  await open('first hour, begun', hour);
  const reader = await join('Rita Reed', 'reader');
  guided.push({ name: 'first hour, as a reader', html: (await reader.get(hour)).body });
  await open('staff page', `${home}/mine`);
  const staff = await join('Ben Hart', 'staff');
  guided.push({ name: 'staff page, as staff', html: (await staff.get(`${home}/mine`)).body });
  await open('home', home, later);
  await open('plan', `${home}/plan`, later);
  await open('items', `${home}/items`, later);
  await open('people', `${home}/people`, later);
  const found = { 'found-day': '20', 'found-month': '11', 'found-year': '2026', 'found-time': '09:00' };
  const incident = { title: 'A letter went astray', ...found, personalData: 'yes', severity: 'undecided' };
  const reported = await owner.post(`${home}/incidents/report`, incident);
  await owner.post(`${home}/registers/risks/add`, { title: 'Theft', likelihood: '2', impact: '4', treatment: 'treat' });
  await open('incidents', `${home}/incidents`, later);
  await open('report an incident', `${home}/incidents/report`, later);
  await open('incident', String(reported.headers.location), later);
  await open('risks', `${home}/risks`, later);
  await open('activities', `${home}/activities`, later);
  await open('recording an activity', `${home}/activities/restore-test`, later);
  await open('actions', `${home}/plan/actions`, later);
  await open('registers', `${home}/registers`, later);
  await open('register of suppliers', `${home}/registers/suppliers`, later);
  await open('import of suppliers', `${home}/registers/suppliers/import`, later);
}
