import { Button, FileUpload } from 'nhsuk-react-components';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { errorFor, type FormMistake } from '../parts/form-parts.tsx';
import { recordPaths } from '../record/record-paths.ts';

export const SHOW_ITEM_INPUT = 'shows-file';

/** Keeps a document and accepts it for one evidence item in one go, for those who may do both. */
export function ShowItemForm({
  seat,
  itemRef,
  forAction,
  mistakes = [],
}: {
  readonly seat: Seat;
  readonly itemRef: string;
  /** The action whose page it stands on, to come back to. */
  readonly forAction?: string | undefined;
  readonly mistakes?: readonly FormMistake[];
}) {
  if (!may(seat.role, 'upload-documents') || !may(seat.role, 'write-answers')) return null;
  // A page of an action may have one for each of its items.
  const id = forAction === undefined || mistakes.length > 0 ? SHOW_ITEM_INPUT : `${SHOW_ITEM_INPUT}-${itemRef}`;
  return (
    <form
      method="post"
      action={`${recordPaths.showItem(seat.organisation, itemRef)}${forAction === undefined ? '' : `?${new URLSearchParams({ action: forAction })}`}`}
      encType="multipart/form-data"
      noValidate
      className="app-show-item"
    >
      <FileUpload
        id={id}
        name="document"
        label={
          forAction === undefined ? 'Upload a document that shows this' : `Upload a document that shows ${itemRef}`
        }
        hint="It is kept with your other documents and counts for this item from the day it is dated."
        {...errorFor(mistakes, SHOW_ITEM_INPUT)}
      />
      <Button secondary>Upload and accept it</Button>
    </form>
  );
}
