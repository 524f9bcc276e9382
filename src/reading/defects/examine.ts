import type { Day } from '../../record/day.ts';
import type { Content } from '../../record/document.ts';
import { controlOf } from '../profile/control-statements.ts';
import { headingsOver, type Passage, passagesOf } from '../profile/passages.ts';
import { isBlank, placeholdersIn } from '../profile/placeholders.ts';
import type { Examined, ProfiledDocument } from './defect-rule.ts';
import { readTables } from './read-table.ts';

/** Prepares one document for the rules: its passages, its tables with their columns understood, and whether it is a blank form. */
export function examine(document: ProfiledDocument, on: Day): Examined {
  const { content } = document;
  const passages = passagesOf(content);
  const model = new Map<number, boolean>();
  return {
    ...document,
    on,
    control: controlOf(content),
    passages,
    tables: readTables(content),
    lower: content.lines
      .map((line) => line.text)
      .join('\n')
      .toLowerCase(),
    openlyBlank: isOpenlyBlank(document, passages),
    inModelPart: (section) => {
      let known = model.get(section);
      if (known === undefined) {
        // The document's own title is no part of it: a guide to templates is not a template.
        const headings = headingsOver(content, section);
        known = headings.some(
          (heading, depth) =>
            (depth < headings.length - 1 || (depth === 0 && content.lines[section]?.level !== 1)) &&
            MODEL_HEADING.test(heading),
        );
        model.set(section, known);
      }
      return known;
    },
  };
}

const MODEL_HEADING =
  /\b(?:templates?|specimen|sample|pro[- ]?forma|model (?:letter|email|wording)|form\b|script|acknowledge?ment|declaration|questionnaire|example|wording|checklist|statement of understanding|user agreement|employee agreement|receipt and understanding)\b/i;

/**
 * A template or form that nobody has filled in. A form counts as filled once more of its labelled fields hold something
 * than not; a template counts as blank unless most of its prompts are gone.
 */
function isOpenlyBlank({ path, profile, content }: ProfiledDocument, passages: readonly Passage[]): boolean {
  if (content.lines.slice(0, 10).some(({ text }) => CALLED_BLANK.test(text)) && !isFilledIn(content, passages))
    return true;
  if (profile.kind === 'template') return !isFilledIn(content, passages);
  const inForms = path
    .toLowerCase()
    .split('/')
    .slice(0, -1)
    .some((folder) => /^(?:blank )?forms?$/.test(folder));
  if (/(?:^|\/)readme\b/i.test(path)) return false;
  const formLike = profile.kind === 'form' || inForms || /\b(?:form|questionnaire)\b/i.test(profile.title);
  if (!formLike || content.format === 'csv' || content.format === 'xlsx') return false;
  return !isFilledIn(content, passages);
}

const CALLED_BLANK =
  /\bblank (?:form|master|copy|template|original)\b|\bmaster (?:copy|form)\b|\bdo not (?:fill in|complete|write on) this\b/i;

function isFilledIn(content: Content, passages: readonly Passage[]): boolean {
  let filled = 0;
  let open = 0;
  for (const passage of passages) {
    if (passage.role !== 'text' && passage.role !== 'item') continue;
    const [, value] = /^[A-Z][^:]{1,45}:\s*(.*)$/.exec(passage.text) ?? [];
    if (passage.ticked === true) filled += 1;
    else if (value !== undefined && (isBlank(value) || /[☐□]|_{3,}/.test(value))) open += 1;
    else if (value !== undefined && value.length < 60 && isPersonOrDate(value)) filled += 1;
    else if (placeholdersIn(passage.text).length > 0) open += 1;
  }
  for (const table of content.tables) {
    for (const row of table.rows) {
      const [label, ...values] = row.cells;
      if (label === undefined || label.text === '' || values.length === 0) continue;
      if (values.every((cell) => isBlank(cell.text))) open += 1;
      else if (values.some((cell) => isPersonOrDate(cell.text))) filled += 1;
    }
  }
  return filled >= 3 && filled > open;
}

/** What a person writes into a form: a name, a date, a number, a tick. */
function isPersonOrDate(text: string): boolean {
  return (
    /^[A-Z][\w'’-]+ [A-Z][\w'’-]+/.test(text) ||
    /\b20\d{2}\b|\d{1,2}[/-]\d{1,2}[/-]\d{2}/.test(text) ||
    /^(?:yes|no|☑|☒|✓|✔)/i.test(text)
  );
}
