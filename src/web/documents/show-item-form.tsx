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
  mistakes = [],
}: {
  readonly seat: Seat;
  readonly itemRef: string;
  readonly mistakes?: readonly FormMistake[];
}) {
  if (!may(seat.role, 'upload-documents') || !may(seat.role, 'write-answers')) return null;
  return (
    <form
      method="post"
      action={recordPaths.showItem(seat.organisation, itemRef)}
      encType="multipart/form-data"
      noValidate
      className="app-show-item"
    >
      <FileUpload
        id={SHOW_ITEM_INPUT}
        name="document"
        label="Upload a document that shows this"
        hint="It is kept with your other documents and accepted for this item from the day it is dated."
        {...errorFor(mistakes, SHOW_ITEM_INPUT)}
      />
      <Button secondary>Upload and accept it</Button>
    </form>
  );
}
