import type { Chosen } from './chosen-files.ts';

type ReportLine = {
  readonly step: 'report';
  readonly title: string;
  readonly main: string;
  readonly name: string;
  readonly head: string;
  readonly tail: string;
};
type Line =
  | { readonly step: 'reading'; readonly done: number; readonly total: number }
  | { readonly step: 'page'; readonly page: string }
  | ReportLine;

/** What came of it: the report, another page to show, or nothing because the connection broke. */
export type SendAnswer = Exclude<Line, { readonly step: 'reading' }> | { readonly step: 'broken' };

/** Sending takes up to this share of the bar, reading the rest. */
const SENDING = 0.4;

/**
 * Sends the form by XMLHttpRequest, which unlike `fetch` tells how far an upload has come. The answer is one JSON value a
 * line, or a page when something was wrong with the form.
 */
export function sendForm(
  form: HTMLFormElement,
  chosen: readonly Chosen[],
  onProgress: (words: string, share: number) => void,
): Promise<SendAnswer> {
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/x-ndjson, text/html');
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const share = total > 0 ? loaded / total : 0;
    onProgress(share < 1 ? 'Sending your documents' : 'Reading your documents', share * SENDING);
  });

  return new Promise((answer) => {
    let taken = 0;
    let last: SendAnswer = { step: 'broken' };
    const take = () => {
      for (
        let end = request.responseText.indexOf('\n', taken);
        end !== -1;
        end = request.responseText.indexOf('\n', taken)
      ) {
        const line = parseLine(request.responseText.slice(taken, end));
        taken = end + 1;
        if (line.step !== 'reading') last = line;
        else
          onProgress(
            `Reading ${line.done} of ${line.total} files`,
            SENDING + (line.done / Math.max(1, line.total)) * (1 - SENDING),
          );
      }
    };
    const isLines = () => request.getResponseHeader('content-type')?.includes('ndjson') === true;
    request.addEventListener('progress', () => {
      if (isLines()) take();
    });
    request.addEventListener('load', () => {
      if (isLines()) take();
      answer(isLines() ? last : { step: 'page', page: request.responseText });
    });
    for (const type of ['error', 'abort', 'timeout']) request.addEventListener(type, () => answer({ step: 'broken' }));
    request.send(formData(form, chosen));
  });
}

/** Paths go first, as a list: browsers take folders out of the names of files. */
function formData(form: HTMLFormElement, chosen: readonly Chosen[]): FormData {
  const data = new FormData(form);
  data.delete('documents');
  data.delete('folder');
  data.append('paths', JSON.stringify(chosen.map(({ path }) => path)));
  for (const { file } of chosen) data.append('documents', file, file.name);
  return data;
}

function parseLine(text: string): Line {
  // Our own server writes these lines; their shape is tested there.
  return JSON.parse(text) as Line;
}
