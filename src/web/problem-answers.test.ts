import fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerThrown } from '../api/send-answer.ts';
import { answerProblem } from './problem-answers.tsx';

async function answered(code: string, as: 'page' | 'api') {
  const complaints: string[] = [];
  const complain = (text: string) => complaints.push(text);
  const app = fastify();
  app.setErrorHandler(as === 'page' ? answerProblem('0', complain) : answerThrown(complain));
  app.post('/', async () => {
    throw Object.assign(new Error('write failed'), { code });
  });
  const { statusCode, body } = await app.inject({ method: 'POST', url: '/' });
  return { statusCode, body, complaints };
}

test.each(['SQLITE_FULL', 'ENOSPC', '53100'])(
  'a full disk (%s) is told as that, to people and to programs',
  async (code) => {
    const [page, api] = [await answered(code, 'page'), await answered(code, 'api')];
    expect([page.statusCode, api.statusCode]).toEqual([507, 507]);
    expect(page.body).toContain('disk is full');
    expect(api.body).toContain('disk of this installation is full');
    // Whoever runs it is told too.
    expect([page.complaints.length, api.complaints.length]).toEqual([1, 1]);
  },
);

test('another fault says nothing of what it was', async () => {
  const { statusCode, body } = await answered('EIO', 'page');
  expect([statusCode, body.includes('write failed')]).toEqual([500, false]);
});
