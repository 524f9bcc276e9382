import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { observation } from '../../record/kinds/observation.ts';
import { observationCommand } from './observation-command.ts';

const AT = '2026-11-21T08:00:00.000Z';
const decision = { ref: '7.3.4', document: 'document', seen: '5', receivedAt: AT, collector: 'Bryn Howells' };
const accepted = (items: readonly string[]) => ({
  kind: 'observation',
  id: 'o1',
  revision: 5,
  revisedAt: '2026-11-20T09:30:00.000Z',
  data: observation.schema.parse({ ...KEPT_EXAMPLES.observation, items }),
});

describe('a verdict on a document', () => {
  test('is a new observation when there was none', () => {
    expect(observationCommand(undefined, { ...decision, seen: '', verdict: 'shows' })).toEqual({
      do: 'add',
      kind: 'observation',
      data: {
        items: ['7.3.4'],
        kind: 'document',
        verdict: 'shows',
        document: 'document',
        receivedAt: AT,
        collector: 'Bryn Howells',
      },
    });
  });

  test('that is there already changes nothing', () => {
    expect(observationCommand(accepted(['7.3.4']), { ...decision, verdict: 'shows' })).toBe('as-it-is');
  });

  test('changes the one that was there, and not when it came in', () => {
    const command = observationCommand(accepted(['7.3.4']), { ...decision, verdict: 'does-not-show' });
    expect(command).toMatchObject({
      do: 'change',
      id: 'o1',
      seen: 5,
      data: { verdict: 'does-not-show', receivedAt: KEPT_EXAMPLES.observation.receivedAt },
    });
  });

  test('for one of several items leaves the others as they are', () => {
    const command = observationCommand(accepted(['7.3.1', '7.3.4']), { ...decision, verdict: 'does-not-show' });
    expect(command).toMatchObject({
      commands: [
        { do: 'change', id: 'o1', data: { items: ['7.3.1'], verdict: 'shows' } },
        { do: 'add', data: { items: ['7.3.4'], verdict: 'does-not-show', receivedAt: AT } },
      ],
    });
  });

  test('is not kept over one that somebody else has given meanwhile', () => {
    expect(observationCommand(accepted(['7.3.4']), { ...decision, seen: '', verdict: 'does-not-show' })).toBe(
      'changed-meanwhile',
    );
  });
});
