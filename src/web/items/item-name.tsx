import { askedUnder } from '../../catalogue/ask-of.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { paths } from '../paths.ts';

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
  const asked = askedUnder(catalogue, item);
  return (
    <>
      <a href={`${paths.item(organisation, item)}${at}`}>{item}</a>
      {asked !== '' && ` ${asked}`}
    </>
  );
}
