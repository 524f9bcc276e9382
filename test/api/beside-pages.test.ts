import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes, isApiAddress, refuseBadAddress } from '../../src/api/api-routes.ts';
import { startApi, type TestApi } from './api-server.ts';
import { fileForm } from './good-requests.ts';

const PAGE = '<!doctype html><p>page';

describe('the API beside pages', () => {
  let api: TestApi;
  let app: FastifyInstance;
  beforeAll(async () => {
    api = await startApi();
    // The front door of the pages, with parsers and limits of its own; it answers in HTML.
    app = Fastify({ frameworkErrors: (_error, _request, reply) => void refuseBadAddress(reply) });
    await apiRoutes(app, api.services);
    app.setErrorHandler((_error, _request, reply) => reply.code(500).type('text/html').send(PAGE));
    app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/html').send(PAGE));
    app.addHook('onRequest', async (request, reply) => {
      if (!isApiAddress(request.url)) return reply.type('text/html').send(PAGE);
    });
    await app.register(rateLimit, { max: 1 });
    await app.register(cookie);
    await app.register(multipart);
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async () => ({}));
    app.get('/', async () => PAGE);
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await api.stop();
  });

  const headers = () => ({ authorization: `Bearer ${api.token}` });

  test.each([
    ['/api/v1/organisation', 200],
    ['/api/v1/nothing', 404],
    ['/api/v2/organisation', 404],
    ['/api/', 404],
    ['/api', 404],
    ['/api/v1/%ff', 404],
    ['/api/v1/items/%c0%ae', 404],
  ])('%s is answered in JSON: %i', async (url, status) => {
    const called = await app.inject({ url, headers: headers() });
    expect([
      called.statusCode,
      String(called.headers['content-type']).includes('json'),
      called.body.includes('<'),
    ]).toEqual([status, true, false]);
  });

  test('takes its own bodies and none of theirs', async () => {
    const asked = { method: 'POST', url: '/api/v1/documents' } as const;
    const form = fileForm('beside.md', '# Beside\n');
    const sent = await app.inject({ ...asked, payload: form.payload, headers: { ...headers(), ...form.headers } });
    const encoded = await app.inject({
      ...asked,
      url: '/api/v1/registers/risks',
      payload: 'title=x',
      headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([sent.statusCode, encoded.statusCode, (await app.inject('/')).body]).toEqual([201, 415, PAGE]);
  });

  test('says with every answer that it is not to be shown, framed or kept by a proxy', async () => {
    for (const url of ['/api/v1/organisation', '/api/v1/nothing']) {
      const called = await app.inject({ url, headers: headers() });
      expect([
        called.headers['x-content-type-options'],
        called.headers['content-security-policy'],
        called.headers['referrer-policy'],
        /no-store|private/.test(String(called.headers['cache-control'])),
      ]).toEqual(['nosniff', "default-src 'none'; frame-ancestors 'none'", 'no-referrer', true]);
    }
  });
});
