import { item, reference } from './field.ts';
import { defineKind } from './kind.ts';
import { person } from './person.ts';

/** Who looks after an evidence item. */
export const responsibility = defineKind({
  name: 'responsibility',
  plural: 'responsibilities',
  label: { one: 'Responsibility', many: 'Responsibilities' },
  purpose: 'Who looks after each evidence item, and who stands in.',
  fields: {
    item: item('Evidence item'),
    owner: reference('Owner', 'person'),
    deputy: reference('Deputy', 'person').optional(),
  },
  titleOf: ({ item: ref }) => ref,
  keyOf: ({ item: ref }) => ref,
  invariants: [
    ({ data }) =>
      data.deputy === data.owner
        ? { field: 'deputy', message: 'Deputy must be somebody else than the owner' }
        : undefined,
    ({ data }, { find }) => {
      const owner = find(person, data.owner)?.data;
      return owner?.leftOn
        ? { field: 'owner', message: `${owner.name} has left or is leaving. Select somebody who stays` }
        : undefined;
    },
  ],
});
