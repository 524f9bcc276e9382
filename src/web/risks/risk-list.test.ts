import { describe, expect, test } from 'vitest';
import { INCIDENTS_AND_RISKS } from '../../../test/support/incidents-and-risks.ts';
import { made } from '../../../test/support/made.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import {
  BANDS,
  bandOf,
  isOpen,
  keptRisks,
  LACKS,
  nextReview,
  riskMatrix,
  riskRows,
  risksAddress,
  risksAsked,
} from './risk-list.ts';

const ON = '2026-11-20';
const holdings = withChanges(
  EMPTY_HOLDINGS,
  made(INCIDENTS_AND_RISKS.map(({ kind, id = '', data }) => ({ action: 'add' as const, kind, id, data }))),
);
const rows = riskRows(holdings, ON);

describe('risks', () => {
  test('stand by score, the highest first, and closed ones last', () => {
    expect(rows.map(({ one, score }) => [one.id, score])).toEqual([
      ['ransom', 20],
      ['leaver', 12],
      ['server', 8],
      ['paper', 4],
      ['old', 25],
    ]);
  });

  test('are counted in the matrix by likelihood and impact while they are open', () => {
    const matrix = riskMatrix(rows);
    expect([matrix[3]?.[4], matrix[2]?.[3], matrix[1]?.[3], matrix[1]?.[1], matrix[4]?.[4]]).toEqual([1, 1, 1, 1, 0]);
    expect(matrix.flat().reduce((sum, one) => sum + one, 0)).toBe(rows.filter(isOpen).length);
  });

  test.each([
    ['review', ['ransom']],
    ['planned', ['server', 'paper']],
    ['owner', ['leaver', 'server', 'paper']],
    ['accepter', ['server']],
  ] as const)('that lack %s are told', (lack, ids) => {
    const { has } = LACKS.find((one) => one.lack === lack) ?? { has: () => false };
    expect(rows.filter((row) => isOpen(row) && has(row)).map(({ one }) => one.id)).toEqual(ids);
  });

  test.each([
    ['', ['ransom', 'leaver', 'server', 'paper']],
    ['owner=ann', ['ransom']],
    ['owner=none', ['server', 'paper']],
    ['treatment=tolerate', ['server']],
    ['band=low&state=all', ['paper']],
    ['state=closed', ['old']],
    ['likelihood=3&impact=4', ['leaver']],
    ['find=patel', ['leaver', 'server']],
    ['lack=review&find=hosting', ['ransom']],
    ['band=huge&likelihood=9&lack=x', ['ransom', 'leaver', 'server', 'paper']],
  ])('are kept to what %s asks', (typed, ids) => {
    const query = new URLSearchParams(typed);
    const form = { text: (name: string) => query.get(name) ?? '', all: (name: string) => query.getAll(name) };
    expect(keptRisks(rows, holdings, risksAsked(form)).map(({ one }) => one.id)).toEqual(ids);
  });

  test('have an address that asks for the same again', () => {
    const typed = 'find=a+b&treatment=treat&state=all&owner=ann&band=high&likelihood=3&impact=4&lack=owner';
    const query = new URLSearchParams(typed);
    const form = { text: (name: string) => query.get(name) ?? '', all: (name: string) => query.getAll(name) };
    const address = risksAddress('/risks', risksAsked(form));
    expect([...new URL(address, 'http://x').searchParams].sort()).toEqual([...query].sort());
  });
});

test('every score there can be is in one band', () => {
  const scores = Array.from({ length: 25 }, (_, at) => at + 1);
  expect(scores.filter((score) => bandOf(score).from > score || bandOf(score).to < score)).toEqual([]);
  expect(BANDS.slice(1).map(({ from }, at) => from - (BANDS[at]?.to ?? 0))).toEqual([1, 1, 1]);
});

test('the next review is as far off as the last one was from the one after', () => {
  const data = { title: 'x', likelihood: 1, impact: 1, treatment: 'treat' as const };
  expect([
    nextReview({ ...data, reviewedOn: '2026-05-01', reviewOn: '2026-11-01' }, ON),
    nextReview({ ...data, reviewOn: '2026-11-01' }, ON),
    nextReview({ ...data, reviewedOn: '2026-05-01', reviewOn: '2026-05-01' }, ON),
  ]).toEqual(['2027-05-23', undefined, undefined]);
});
