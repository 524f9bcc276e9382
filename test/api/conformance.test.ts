import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/api/routes/all-routes.ts';
import { startApi, type TestApi } from './api-server.ts';
import { disagreement } from './described.ts';
import { goodRequest, keepOneOfEach } from './good-requests.ts';

describe('every route answers as the description says', () => {
  let api: TestApi;
  let document: string;
  beforeAll(async () => {
    api = await startApi();
    document = await keepOneOfEach(api);
  });
  afterAll(() => api.stop());

  test.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_name, route) => {
    const asked = await goodRequest(api, route, document);
    const called = await api.call(asked);
    expect([called.status < 300, disagreement(route.method, route.path, called)], called.text.slice(0, 2000)).toEqual([
      true,
      [],
    ]);
  });
});
