import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue/load-catalogue.ts';
import { activity } from '../record/kinds/activity.ts';
import { fieldsOf } from '../record/kinds/kind.ts';
import { ACTIVITY_TEMPLATES, type ActivityTemplate } from './activity-templates.ts';

const loaded = await loadCatalogue('catalogue');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
const { items } = loaded.value;
const templates: readonly (readonly [string, ActivityTemplate])[] = Object.entries(ACTIVITY_TEMPLATES);

/** Items whose proof rule asks for an activity by a name. */
const asking = (rule: string | undefined) =>
  items
    .filter((item) => item.rule?.proofs.flat().some((one) => one.is === 'activity' && one.activity === rule))
    .map(({ ref }) => ref);

describe('the templates of activities', () => {
  test('are there for every kind of activity but "other"', () => {
    const kinds = fieldsOf(activity).find(({ name }) => name === 'kind')?.options ?? [];
    expect(templates.map(([kind]) => kind).sort()).toEqual(
      kinds
        .map(({ value }) => value)
        .filter((value) => value !== 'other')
        .sort(),
    );
  });

  test('speak for every activity that a proof rule asks for, but inductions, which are training', () => {
    const asked = items.flatMap((item) => item.rule?.proofs.flat() ?? []);
    const names = new Set(asked.flatMap((one) => (one.is === 'activity' ? [one.activity] : [])));
    expect([...names].filter((name) => !templates.some(([, { rule }]) => rule === name))).toEqual(['induction']);
  });

  test.each(templates)('%s names items that are there', (_, { rule, sourced, helps }) => {
    const refs = items.map(({ ref }) => ref);
    expect([
      helps.filter((ref) => !refs.includes(ref)),
      sourced.filter((ref) => !asking(rule).includes(ref)),
      rule !== undefined && asking(rule).length === 0,
    ]).toEqual([[], [], false]);
  });

  test.each(templates)('%s asks three to six questions, which fit the scope when all were looked at', (_, { look }) => {
    const scope = `Looked at: ${look.map(({ covers }) => covers).join(', ')}`;
    expect([look.length >= 3 && look.length <= 6, scope.length < 300]).toEqual([true, true]);
  });
});
