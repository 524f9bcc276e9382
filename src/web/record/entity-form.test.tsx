import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { KINDS, type KindName } from '../../record/kinds/kinds.ts';
import type { Form } from '../route.ts';
import { EntityFields } from './entity-form.tsx';
import { dataOfForm, formOfData } from './entity-form-values.ts';
import { mistakesOf } from './form-mistakes.ts';

const FACTS = ['uses-byod', 'has-paper-records'];
const TARGETS = (kind: string) => [{ id: kind, title: `The ${kind}` }];

function markup(name: KindName, form: Form, problems: { field: string; message: string }[] = []): string {
  const fields = fieldsOf(KINDS[name]);
  return renderToStaticMarkup(
    <EntityFields fields={fields} form={form} problems={problems} targets={TARGETS} facts={FACTS} />,
  );
}

const decoded = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** What a browser would send of a form that nobody touched. */
function sent(html: string): Form {
  const values = new Map<string, string[]>();
  const add = (name: string | undefined, value: string | undefined) => {
    if (name !== undefined) values.set(name, [...(values.get(name) ?? []), decoded(value ?? '')]);
  };
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [, area = '', text = ''] of html.matchAll(/<(textarea[^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(area, 'name'), text.replace(/^\n/, ''));
  for (const [, select = '', options = ''] of html.matchAll(/<(select[^>]*)>([\s\S]*?)<\/select>/g)) {
    const [chosen] = /<option[^>]* selected=""[^>]*>/.exec(options) ?? /<option[^>]*>/.exec(options) ?? [];
    add(attribute(select, 'name'), attribute(chosen ?? '', 'value'));
  }
  for (const [input] of html.matchAll(/<input[^>]*>/g))
    if (!/ type="(?:radio|checkbox)"/.test(input) || / checked=""/.test(input))
      add(attribute(input, 'name'), attribute(input, 'value'));
  return { all: (name) => values.get(name) ?? [], text: (name) => values.get(name)?.[0] ?? '' };
}

// Object.keys of a literal object gives its own names.
describe.each(Object.keys(KEPT_EXAMPLES) as KindName[])('the form of %s', (name) => {
  const fields = fieldsOf(KINDS[name]);
  const html = markup(name, formOfData(fields, KEPT_EXAMPLES[name]));

  test('that nobody touched sends back what was there', () => {
    expect(dataOfForm(fields, sent(html))).toEqual(KEPT_EXAMPLES[name]);
  });

  test('has every id once', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('has a label for every input, and what it is described by', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const labels = new Set([...html.matchAll(/ for="([^"]*)"/g)].map(([, id]) => id));
    const inputs = [...html.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*? id="([^"]*)"/g)];
    expect(inputs.filter(([, id]) => !labels.has(id))).toEqual([]);
    const described = [...html.matchAll(/ aria-describedby="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '));
    expect(described.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('leads from the summary of mistakes to every field', () => {
    const problems = fields.map((field) => ({ field: field.name, message: `Mend ${field.name}` }));
    const wrong = markup(name, formOfData(fields, KEPT_EXAMPLES[name]), problems);
    const anchors = mistakesOf(fields, problems).map(({ field }) => ` id="${field}"`);
    expect(anchors.filter((anchor) => !wrong.includes(anchor))).toEqual([]);
    expect(problems.filter(({ message }) => !wrong.includes(message))).toEqual([]);
  });
});

test('what was typed is shown as text, whatever it is', () => {
  const values: Readonly<Record<string, string>> = { name: '"><script>alert(1)</script>' };
  const form = { text: (name: string) => values[name] ?? '', all: (name: string) => [values[name] ?? ''] };
  expect(markup('person', form)).not.toContain('<script>');
});
