import { expect, test } from 'vitest';
import { aDocument } from '../../../test/support/record-builder.ts';
import type { Condition } from '../../catalogue/catalogue.ts';
import { readMarkdown } from '../../reading/formats/markdown.ts';
import { documentEvidence } from '../document-evidence.ts';
import { indexEvidence } from '../evidence-index.ts';
import { prepareDocument } from './document-condition.ts';

const TODAY = '2026-11-20';
const NETWORK: Extract<Condition, { is: 'document' }> = {
  is: 'document',
  kinds: ['policy'],
  about: 'network security policy',
  names: [],
};

/** Whether a policy of this text counts as the one on network security. */
function isOnNetworks(text: string): boolean {
  const one = aDocument('policies/data protection policy.md', { kind: 'policy', title: 'Data protection policy' });
  const evidence = documentEvidence({ ...one, content: readMarkdown(text) }, TODAY);
  return prepareDocument(NETWORK, [evidence], indexEvidence([evidence]), { facts: {} }).witnesses.length > 0;
}

test('a policy that speaks of a subject in passing is no policy on it', () => {
  expect(
    isOnNetworks('# Data protection policy\n\n## Security\n\nKeep data safe.\n\nLock it.\n\nUse our network only.\n'),
  ).toBe(false);
});

test('a policy with a section on a subject counts for it', () => {
  expect(isOnNetworks('# Data protection policy\n\n## Our network\n\nOne firewall stands before it.\n')).toBe(true);
});
