import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formFields } from '../../../test/support/form-fields.ts';
import { addMade, INCIDENTS_AND_RISKS } from '../../../test/support/incidents-and-risks.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let home: string;
beforeAll(async () => {
  server = await startOwned();
  server.clock.at = '2026-11-20T09:30:00.000Z';
  home = `/organisations/${server.organisation}/incidents`;
  await addMade(server.installation, server.organisation, INCIDENTS_AND_RISKS);
});
afterAll(() => server.stop());

const text = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
const seenIn = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
const kept = async (id: string) =>
  (await server.installation.records.open(server.organisation))?.holdings.of.get('incident')?.get(id)?.data;

describe('the page of incidents', () => {
  test('shows the ones whose hours are counted first, with how long is left or over, and closed ones last', async () => {
    const { body } = await server.owner.get(home);
    const places = ['over', 'running', 'minor', 'told', 'near'].map((id) => body.indexOf(`${home}/${id}"`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text(body)).toContain('48 hours and 30 minutes left of 72 hours');
    expect(text(body)).toContain('6 days and 23 hours over the 72 hours');
  });

  test.each([
    ['?show=closed', ['told', 'near']],
    ['?show=open&severity=minor', ['minor']],
    ['?find=train', ['minor']],
    ['?personalData=yes&show=open', ['over', 'running']],
  ])('keeps to %s', async (query, ids) => {
    const { body } = await server.owner.get(`${home}${query}`);
    const all = ['over', 'running', 'minor', 'told', 'near'];
    expect(all.filter((id) => body.includes(`${home}/${id}"`))).toEqual(ids);
  });

  test('leads a reader to what there is, and offers nothing to write', async () => {
    const reader = await server.join('Rita Reed', 'reader');
    const { body } = await reader.get(home);
    expect(body).not.toContain(`${home}/report`);
    expect((await reader.get(`${home}/running`)).body).not.toContain('/step"');
    expect((await reader.get(`${home}/report`)).statusCode).toBe(403);
  });
});

describe('one incident', () => {
  test('tells what happened when, and how long after it was found', async () => {
    const { body } = await server.owner.get(`${home}/told`);
    expect(text(body)).toContain('2 days before');
    expect(text(body)).toContain('48 hours and 30 minutes');
    expect(text(body)).toContain('Reported 48 hours and 30 minutes after it was found.');
  });

  test('takes a step with one press, and back with another', async () => {
    const before = await kept('minor');
    const { body } = await server.owner.get(`${home}/minor`);
    const done = await server.owner.post(`${home}/minor/step`, { seen: seenIn(body), step: 'management' });
    expect(await kept('minor')).toMatchObject({ managementToldOn: '2026-11-20' });
    const after = await server.owner.get(String(done.headers.location));
    expect(after.body).toContain(`action="${home}/minor/undo"`);
    const undone = await server.owner.post(`${home}/minor/undo`, { seen: seenIn(after.body) });
    expect(undone.headers.location).toBe(`${home}/minor?done=undone`);
    expect(await kept('minor')).toEqual(before);
  });

  test('takes nothing back that was changed again since, or that was never changed', async () => {
    const { body } = await server.owner.get(`${home}/running`);
    const seen = seenIn(body);
    expect((await server.owner.post(`${home}/running/undo`, { seen })).statusCode).toBe(409);
    const done = await server.owner.post(`${home}/running/step`, { seen, step: 'management' });
    const after = (await server.owner.get(String(done.headers.location))).body;
    await server.owner.post(`${home}/running/step`, { seen: seenIn(after), step: 'customers' });
    const late = await server.owner.post(`${home}/running/undo`, { seen: seenIn(after) });
    expect([late.statusCode, late.body.includes('nothing was taken back')]).toEqual([409, true]);
    expect(await kept('running')).toMatchObject({ managementToldOn: '2026-11-20', customersToldOn: '2026-11-20' });
  });

  test('refuses a step from a page that is out of date', async () => {
    const stale = await server.owner.post(`${home}/minor/step`, { seen: '1', step: 'closed' });
    expect([stale.statusCode, text(stale.body).includes('Somebody has changed this incident meanwhile')]).toEqual([
      409,
      true,
    ]);
  });

  test.each([
    ['running', 'once you have decided whether it may have to be reported'],
    ['over', 'once it is reported, or you have written down why not'],
  ])('is not closed while its hours are counted: %s', async (id, words) => {
    const { body } = await server.owner.get(`${home}/${id}`);
    expect([text(body).includes(words), body.includes('Close it today')]).toEqual([true, false]);
    const refused = await server.owner.post(`${home}/${id}/step`, { seen: seenIn(body), step: 'closed' });
    expect([refused.statusCode, text(refused.body).includes(`There is a problem`)]).toEqual([422, true]);
    expect(await kept(id)).not.toHaveProperty('closedOn');
  });

  test.each([
    ['undecided', 'You can close it once you have decided whether it may have to be reported'],
    ['reportable', 'You can close it once it is reported, or you have written down why not'],
  ])(
    'is closed in no other way either while it is %s: not by its register, nor by a program',
    async (severity, words) => {
      const data = {
        title: 'A memory stick is gone',
        severity,
        personalData: true,
        foundAt: '2026-11-19T10:00:00.000Z',
      };
      await addMade(server.installation, server.organisation, [{ kind: 'incident', id: `shut-${severity}`, data }]);
      const register = `/organisations/${server.organisation}/registers/incidents/shut-${severity}`;
      const page = await server.owner.get(register);
      const form: Record<string, string> = {
        ...formFields(page.body, `incidents/shut-${severity}`),
        title: data.title,
        severity,
        personalData: 'yes',
      };
      const closing = { 'closedOn-day': '20', 'closedOn-month': '11', 'closedOn-year': '2026' };
      const refused = await server.owner.post(register, { ...form, ...closing, foundAt: '19/11/2026 10:00' });
      expect([refused.statusCode, text(refused.body).includes(words)]).toEqual([422, true]);
      const command = { do: 'change' as const, kind: 'incident', id: `shut-${severity}`, seen: Number(form.seen) };
      const done = await server.installation.records.perform(server.organisation, 'token:x', {
        ...command,
        data: { ...data, closedOn: '2026-11-20' },
      });
      expect(done).toMatchObject({
        ok: false,
        problem: { type: 'invalid', problems: [{ field: 'closedOn', message: words }] },
      });
      expect(await kept(`shut-${severity}`)).not.toHaveProperty('closedOn');
    },
  );

  test('that was not reported says why, and can be closed', async () => {
    const data = { title: 'A list went to a colleague', severity: 'reportable', personalData: true };
    const found = { foundAt: '2026-11-19T10:00:00.000Z', notReportedBecause: 'It never left the company.' };
    await addMade(server.installation, server.organisation, [
      { kind: 'incident', id: 'kept-in', data: { ...data, ...found } },
    ]);
    const { body } = await server.owner.get(`${home}/kept-in`);
    expect(text(body)).toContain('It never left the company.');
    expect(text(body)).not.toContain('left of 72 hours');
    await server.owner.post(`${home}/kept-in/step`, { seen: seenIn(body), step: 'closed' });
    expect(await kept('kept-in')).toMatchObject({ closedOn: '2026-11-20' });
  });

  test('says so when somebody else has recorded a step before', async () => {
    const { body } = await server.owner.get(`${home}/near`);
    const late = await server.owner.post(`${home}/near/step`, { seen: seenIn(body), step: 'closed' });
    const after = await server.owner.get(String(late.headers.location));
    expect([late.statusCode, text(after.body).includes('That was recorded before')]).toEqual([303, true]);
  });

  test('is where a search leads', async () => {
    const { body } = await server.owner.get(`/organisations/${server.organisation}/search?q=invoice`);
    expect(body).toContain(`${home}/near"`);
  });
});

describe('reporting one', () => {
  const GOOD = {
    title: 'An email had the wrong attachment',
    'found-day': '20',
    'found-month': '11',
    'found-year': '2026',
    'found-time': '9.05',
    personalData: 'yes',
    severity: 'undecided',
  };

  test('opens with now as when it was found, in British time', async () => {
    server.clock.at = '2026-07-20T09:30:27.415Z';
    const { body } = await server.owner.get(`${home}/report`);
    server.clock.at = '2026-11-20T09:30:00.000Z';
    expect(body).toMatch(/name="found-month"[^>]*value="7"/);
    expect(body).toMatch(/name="found-time"[^>]*value="10:30"/);
  });

  test('keeps what was typed, and leads to its page', async () => {
    const { headers } = await server.owner.post(`${home}/report`, { ...GOOD, told: ['management', 'people', 'x'] });
    const [, id = ''] = /incidents\/([^?]+)\?done=incident-kept$/.exec(String(headers.location)) ?? [];
    expect(await kept(id)).toEqual({
      title: GOOD.title,
      foundAt: '2026-11-20T09:05:00.000Z',
      personalData: true,
      severity: 'undecided',
      managementToldOn: '2026-11-20',
      peopleToldOn: '2026-11-20',
    });
  });

  test.each([
    ['no title', { title: '' }, 'title', 'Enter what happened'],
    ['a title that nobody sees', { title: '\u200b\u200d' }, 'title', 'Enter what happened'],
    ['no day', { 'found-day': '', 'found-month': '', 'found-year': '' }, 'found-day', 'Enter the day it was found'],
    ['a day that is none', { 'found-day': '31' }, 'found-day', 'The day it was found must be a real date'],
    ['no time', { 'found-time': '' }, 'found-time', 'Enter the time it was found'],
    ['a time that is none', { 'found-time': '25:00' }, 'found-time', 'Enter the time it was found'],
    ['a time to come', { 'found-time': '23:00' }, 'found-day', 'The time it was found must be in the past'],
    ['nothing of personal data', { personalData: '' }, 'personalData-1', 'Select yes or no'],
  ])('with %s is refused beside the field, with what was typed', async (_, over, anchor, words) => {
    const { statusCode, body } = await server.owner.post(`${home}/report`, { ...GOOD, ...over });
    expect([statusCode, body.includes(`href="#${anchor}"`), text(body).includes(words)]).toEqual([422, true, true]);
    expect(body).toMatch(/<input[^>]*checked[^>]*value="undecided"|<input[^>]*value="undecided"[^>]*checked/);
  });
});
