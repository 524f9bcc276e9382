import type { Catalogue } from '../../catalogue/catalogue.ts';
import { paths } from '../paths.ts';

/** What an item asks, in our own words; empty for a number that the catalogue does not know. */
export function askedBy({ items }: Pick<Catalogue, 'items'>, ref: string): string {
  const item = items.find((one) => one.ref === ref);
  return item?.rule?.ask ?? item?.requirement ?? '';
}

/** An evidence item by its number, which leads to it, and what it asks. */
export function ItemName({
  organisation,
  catalogue,
  item,
  at = '',
}: {
  readonly organisation: string;
  readonly catalogue: Pick<Catalogue, 'items'>;
  /** Its number. */
  readonly item: string;
  /** A place on its page, such as `#answer`. */
  readonly at?: string;
}) {
  const asked = askedBy(catalogue, item);
  return (
    <>
      <a href={`${paths.item(organisation, item)}${at}`}>{item}</a>
      {asked !== '' && ` ${asked}`}
    </>
  );
}
