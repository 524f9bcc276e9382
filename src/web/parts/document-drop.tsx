import { FileUpload } from 'nhsuk-react-components';
import { Term } from '../glossary/term.tsx';
import { megabytes } from '../upload/upload-limits.ts';

export type DropLimits = {
  /** Size of the largest file, in bytes. */
  readonly fileBytes: number;
  /** Size of all files together, in bytes; undefined when only each file has a limit. */
  readonly totalBytes?: number;
  readonly files: number;
};

/** Ids and names that the script of the upload pages and the routes know these inputs by. */
export const FILES_INPUT = 'files';
export const FOLDER_INPUT = 'folder';

/** Where documents are chosen; a script adds that they can be dropped, and says what was chosen. */
export function DocumentDrop({ limits, error }: { readonly limits: DropLimits; readonly error: string | undefined }) {
  const { fileBytes, totalBytes, files } = limits;
  const inAll = totalBytes === undefined ? '' : ` and ${megabytes(totalBytes)} in all`;
  return (
    <fieldset
      className="nhsuk-fieldset app-drop"
      id="drop"
      data-max-file={fileBytes}
      data-max-total={totalBytes}
      data-max-files={files}
    >
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Your documents</legend>
      <p className="nhsuk-hint" id="documents-hint">
        Word, PDF, Excel, <Term of="csv">CSV</Term>, text, <Term of="markdown">Markdown</Term>, web pages, mail and ZIP.
        Up to {megabytes(fileBytes)} a file{inAll}.
      </p>
      <div className="app-drop__ways">
        <FileUpload
          id={FILES_INPUT}
          name="documents"
          label="Files, or one ZIP"
          multiple
          {...(error !== undefined && { error })}
          aria-describedby="documents-hint"
        />
        <FileUpload
          id={FOLDER_INPUT}
          name="folder"
          label="Or a whole folder"
          multiple
          aria-describedby="documents-hint"
          {...{ webkitdirectory: '' }}
        />
      </div>
      <p className="app-drop__invitation" id="drop-invitation" hidden>
        Or drop a folder, files or a ZIP anywhere in this box.
      </p>
      <p className="app-drop__chosen" id="drop-chosen" role="status" />
    </fieldset>
  );
}

/** How far the sending and reading have come, once a script tells. */
export function UploadProgress() {
  return (
    <div className="app-progress" id="progress" hidden>
      <p id="progress-words" role="status" />
      <progress id="progress-bar" max={100} value={0} aria-labelledby="progress-words" />
    </div>
  );
}
