import { describe, expect, test } from 'vitest';
import { PEOPLE_AND_EVENTS } from './people-and-events.ts';
import type { Phrasing } from './phrasing.ts';
import { readingsOf } from './phrasing.ts';
import { SETTINGS_SAID } from './settings.ts';
import { TIMES } from './times.ts';

const ALL: readonly Phrasing[] = [...TIMES, ...SETTINGS_SAID, ...PEOPLE_AND_EVENTS];

describe.each(ALL)('$about', ({ type, reads, wordings }) => {
  test.each(wordings)('is read from: %s', (wording) => {
    expect(readingsOf(type, wording)).toContain(reads);
  });
});
