import { Select } from 'nhsuk-react-components';
import type { AnyKind } from '../../record/kinds/kind.ts';
import { type ListAsked, narrowingFields, valuesOf } from './narrowed-list.ts';

/** A choice for each field that a list of a kind can be narrowed by. */
export function NarrowingSelects({ kind, asked }: { readonly kind: AnyKind; readonly asked: ListAsked }) {
  return narrowingFields(kind).map((field) => (
    <Select
      key={field.name}
      id={`only-${field.name}`}
      name={field.name}
      label={field.label}
      defaultValue={asked.only.get(field.name) ?? ''}
    >
      <Select.Option value="">All</Select.Option>
      {valuesOf(field).map(({ value, label }) => (
        <Select.Option key={value} value={value}>
          {label}
        </Select.Option>
      ))}
    </Select>
  ));
}
