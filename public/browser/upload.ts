// The upload page with a script: dropping folders, and progress while a check runs. Without it the plain form works.
import { type Chosen, chosenFrom, droppedFiles } from './chosen-files.ts';
import { sendForm } from './send-form.ts';

/** What the person chose, kept here because a form that is shown again has lost its files. */
let chosen: readonly Chosen[] = [];

start();
// Every move inside the report has a fragment; only the way back to the form has none.
window.addEventListener('popstate', () => {
  if (window.location.hash === '') window.location.assign('/check');
});
// A file dropped beside the box would otherwise replace the page.
for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());

function start(): void {
  document.getElementById('error-summary')?.focus();
  const box = document.getElementById('drop');
  const form = box?.closest('form');
  if (!form || !box) return;
  document.getElementById('then-download')?.remove();
  document.getElementById('drop-invitation')?.removeAttribute('hidden');
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
  for (const input of inputs) {
    input.addEventListener('change', () => {
      for (const other of inputs) if (other !== input) other.value = '';
      choose(chosenFrom(input.files), box);
    });
  }
  takeDrops(box, inputs);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check(form);
  });
  if (chosen.length > 0) choose(chosen, box);
}

function takeDrops(box: HTMLElement, inputs: readonly HTMLInputElement[]): void {
  let depth = 0;
  const mark = (by: number) => {
    depth += by;
    box.classList.toggle('app-drop--over', depth > 0);
  };
  box.addEventListener('dragenter', () => mark(1));
  box.addEventListener('dragleave', () => mark(-1));
  box.addEventListener('drop', async (event) => {
    mark(-depth);
    if (!event.dataTransfer) return;
    const dropped = await droppedFiles(event.dataTransfer);
    for (const input of inputs) input.value = '';
    choose(dropped, box);
  });
}

function choose(files: readonly Chosen[], box: HTMLElement): void {
  chosen = files;
  const place = document.getElementById('drop-chosen');
  if (place) place.textContent = inWords(files, box.dataset);
}

function inWords(files: readonly Chosen[], limits: DOMStringMap): string {
  if (files.length === 0) return '';
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const large = files.find(({ file }) => file.size > Number(limits.maxFile));
  if (large) return `${large.path} is larger than one file may be. Choose again without it.`;
  if (total > Number(limits.maxTotal))
    return `Together they are ${inMegabytes(total)}, which is too much. Choose fewer files.`;
  if (files.length > Number(limits.maxFiles))
    return `These are ${files.length.toLocaleString('en-GB')} files, which is too many. Choose fewer.`;
  const [first] = files;
  const what = files.length === 1 && first ? first.path : `${files.length.toLocaleString('en-GB')} files`;
  return `Chosen: ${what}, ${inMegabytes(total)}`;
}

function inMegabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

async function check(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  if (!button || button.disabled) return;
  button.disabled = true;
  showProgress('Sending your documents', 0);
  const answer = await sendForm(form, chosen, showProgress);
  button.disabled = false;
  switch (answer.step) {
    case 'report':
      return showReport(answer);
    case 'page':
      return showPage(answer.page);
    case 'broken':
      return showProgress('The connection broke. Check that Perennial is still running, then try again.', undefined);
  }
}

/** `share` runs from 0 to 1; undefined hides the bar. */
function showProgress(words: string, share: number | undefined): void {
  document.getElementById('progress')?.removeAttribute('hidden');
  const place = document.getElementById('progress-words');
  if (place && place.textContent !== words) place.textContent = words;
  const bar = document.querySelector<HTMLProgressElement>('#progress-bar');
  if (!bar) return;
  bar.hidden = share === undefined;
  if (share !== undefined) bar.value = share * 100;
}

type Report = {
  readonly title: string;
  readonly main: string;
  readonly name: string;
  readonly head: string;
  readonly tail: string;
};

function showReport({ title, main, name, head, tail }: Report): void {
  chosen = [];
  const url = URL.createObjectURL(new Blob([head, main, tail], { type: 'text/html' }));
  replaceMain(main);
  const keep = document.createElement('p');
  keep.className = 'app-keep';
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.textContent = 'Download this report';
  const again = document.createElement('a');
  again.href = '/check';
  again.textContent = 'check something else';
  keep.append(link, ' to keep it: nothing stays here when you close this page. Or ', again, '.');
  document.getElementById('maincontent')?.prepend(keep);
  document.title = title;
  window.history.pushState(null, '', '/#report');
  window.scrollTo(0, 0);
  document.getElementById('maincontent')?.focus({ preventScroll: true });
}

/** Shows the main part of another page of ours in place of this one's: the form again, with its messages. */
function showPage(page: string): void {
  const next = new DOMParser().parseFromString(page, 'text/html');
  replaceMain(next.getElementById('maincontent')?.innerHTML ?? '');
  document.title = next.title;
  window.scrollTo(0, 0);
  document.getElementById('maincontent')?.focus({ preventScroll: true });
  start();
}

/** `markup` was made by our server, which escapes whatever came out of a file. */
function replaceMain(markup: string): void {
  const main = document.getElementById('maincontent');
  if (main) main.innerHTML = markup;
}
