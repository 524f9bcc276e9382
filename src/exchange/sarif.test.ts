import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { buildFinding, buildGapCheck } from '../../test/support/gap-check-builder.ts';
import { halfWay, hostileNames, manyFindings, nothingFound } from '../../test/support/gap-check-examples.ts';
import { checkSarif, relativeUri } from './sarif.ts';

/**
 * The rules of the SARIF 2.1.0 schema that we rely on, written by hand from the OASIS standard: required properties, enums
 * and formats of the objects we write. The published schema itself is not part of this repository.
 */
const message = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };
const SARIF_SUBSET = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '^https://' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string', minLength: 1 },
                  version: { type: 'string', minLength: 1 },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'fullDescription', 'help'],
                      properties: {
                        id: { type: 'string' },
                        shortDescription: message,
                        fullDescription: message,
                        help: message,
                      },
                    },
                  },
                },
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message', 'ruleId', 'ruleIndex', 'level', 'locations', 'partialFingerprints'],
              properties: {
                level: { enum: ['none', 'note', 'warning', 'error'] },
                ruleIndex: { type: 'integer', minimum: 0 },
                message,
                locations: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 1,
                  items: {
                    type: 'object',
                    required: ['physicalLocation'],
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation'],
                        properties: {
                          artifactLocation: {
                            type: 'object',
                            required: ['uri'],
                            // A relative reference: no scheme, no leading slash, nothing a URI may not hold.
                            properties: {
                              uri: { type: 'string', pattern: "^(?!/)(?:[A-Za-z0-9._~!'()*/-]|%[0-9A-F]{2})+$" },
                            },
                          },
                          region: {
                            type: 'object',
                            required: ['startLine'],
                            properties: { startLine: { type: 'integer', minimum: 1 } },
                          },
                        },
                      },
                    },
                  },
                },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  },
};

const validate = new Ajv2020({ allErrors: true }).compile(SARIF_SUBSET);
const resultsOf = (check: ReturnType<typeof halfWay>) => checkSarif(check, '0.1.0').runs.flatMap((run) => run.results);

describe('the SARIF log of a check', () => {
  test.each(Object.entries({ halfWay, hostileNames, manyFindings, nothingFound }))(
    'of %s keeps the rules of SARIF 2.1.0',
    (_name, example) => {
      validate(JSON.parse(JSON.stringify(checkSarif(example(), '0.1.0'))));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  test('has one result for each place', () => {
    const check = halfWay();
    const places = check.assessment.findings.reduce((sum, finding) => sum + Math.max(1, finding.seen.length), 0);
    expect(resultsOf(check)).toHaveLength(places);
  });

  test('puts a finding without a place on the folder', () => {
    const [result] = resultsOf(buildGapCheck({ findings: [buildFinding({ seen: [] })] }));
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('.');
  });

  test('describes each rule once and points results at it', () => {
    const [run] = checkSarif(manyFindings(), '0.1.0').runs;
    expect(run?.results.every(({ ruleId, ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id === ruleId)).toBe(true);
  });

  test('keeps the fingerprint of a finding when text above it moves it down', () => {
    const at = (line: number) =>
      resultsOf(buildGapCheck({ findings: [buildFinding({ seen: [{ file: 'a.md', line, text: 'x' }] })] }));
    expect(at(3)[0]?.partialFingerprints).toEqual(at(40)[0]?.partialFingerprints);
  });

  test('never gives two results the same fingerprint', () => {
    const prints = resultsOf(manyFindings()).map((result) => result.partialFingerprints['perennial/v1']);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test.each([
    ['policies/Backup policy.md', 'policies/Backup%20policy.md'],
    ['100% sure?#1.md', '100%25%20sure%3F%231.md'],
    ['/etc/../passwd', 'etc/passwd'],
    ['c:x.md', 'c%3Ax.md'],
  ])('writes the path %s as the relative address %s', (path, uri) => {
    expect(relativeUri(path)).toBe(uri);
  });
});
