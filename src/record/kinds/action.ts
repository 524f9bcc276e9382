import { day, items, longText, reference, text } from './field.ts';
import { defineKind } from './kind.ts';
import { person } from './person.ts';

/** Something somebody is to do. */
export const action = defineKind({
  name: 'action',
  plural: 'actions',
  label: { one: 'Action', many: 'Actions' },
  purpose: 'What is to be done, by whom and until when.',
  fields: {
    what: text('What is to be done'),
    items: items('Evidence items it is for').optional(),
    owner: reference('Who does it', 'person').optional(),
    due: day('Due on').optional(),
    doneOn: day('Done on', { past: true }).optional(),
    notes: longText('Notes').optional(),
  },
  titleOf: ({ what }) => what,
  invariants: [
    ({ data }, { find }) => {
      const owner = data.owner === undefined ? undefined : find(person, data.owner)?.data;
      return owner?.leftOn && !data.doneOn
        ? { field: 'owner', message: `${owner.name} has left or is leaving. Select somebody who stays` }
        : undefined;
    },
  ],
});
