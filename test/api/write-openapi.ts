import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openapiDocument } from '../../src/api/openapi.ts';
import { ROUTES } from '../../src/api/routes/all-routes.ts';

// Run it with `node test/api/write-openapi.ts` when the routes have changed, then `npm run format`.
const file = resolve(import.meta.dirname, '..', '..', 'docs', 'schemas', 'openapi.json');
writeFileSync(file, `${JSON.stringify(openapiDocument(ROUTES), null, 2)}\n`);
