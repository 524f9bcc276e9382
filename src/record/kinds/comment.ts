import { instant, item, longText, references, text } from './field.ts';
import { defineKind } from './kind.ts';

/** Something a member said to the others about an evidence item. */
export const comment = defineKind({
  name: 'comment',
  plural: 'comments',
  label: { one: 'Comment', many: 'Comments' },
  purpose: 'What people say to each other about an evidence item.',
  fields: {
    item: item('Evidence item'),
    words: longText('Comment', { personal: true }),
    by: text('By', { personal: true }),
    /** Who said it, as the journal names them: names are not theirs alone. */
    author: text('Author', { longest: 100 }).optional(),
    saidAt: instant('Said at', { past: true }),
    mentions: references('People mentioned', 'person', { personal: true }).optional(),
  },
  titleOf: ({ item: ref, by }) => `${by} on ${ref}`,
  immutable: ['item', 'by', 'author', 'saidAt'],
});
