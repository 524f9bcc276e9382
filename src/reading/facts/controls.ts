import { findDates } from '../dates/find-dates.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow, strengthOfPlan } from './fact-family.ts';
import type { Statement } from './statement.ts';
import type { Control } from './vocabulary/controls.ts';
import { CONTROLS } from './vocabulary/controls.ts';

/** The safeguards one of whose cue words stands in the text: a look-up of words before any pattern is tried. */
function named(text: string): readonly Control[] {
  const lower = text.toLowerCase();
  return CONTROLS.filter(({ words }) => words.some((word) => lower.includes(word)));
}

const ABSENT =
  /\b(?:(?:is|are|was|were|has|have)(?: still| currently| yet)? not(?: yet| currently| been| presently)* (?:switched on|turned on|on|enabled|enforced|in place|in use|used|deployed|installed|enrolled|configured|implemented|active|available|set up|signed up|registered|joined|licensed|purchased|held)|(?:have|has) (?:still )?not (?:yet )?(?:signed up|registered|joined|enrolled|deployed|enabled|implemented|bought|installed)|not (?:yet )?(?:implemented|deployed|enabled|installed|in place|enrolled|configured|signed up)|(?:is|are) (?:switched |turned )?(?:off|disabled)|missing|none (?:are|is|has|have)(?: yet)? (?:enrolled|enabled|installed|deployed|in place)|no such|do(?:es)? not (?:have|use|run|operate))\b|:\s*(?:off|none|no)\b/i;
const PLANNED =
  /\b(?:will be (?:switched|turned|introduced|enabled|deployed|rolled|implemented|installed|enrolled|completed)|to be (?:switched|turned|introduced|enabled|deployed|rolled|implemented|installed|enrolled|costed|bought|purchased|agreed|configured|set up)|planned|is due|in progress|being (?:rolled|introduced|evaluated|piloted|costed)|pilot(?:ed|ing)?|future (?:enhancement|release|phase)|roadmap|business case|not before|consider(?:ing)?|proposed|phase (?:two|2|three|3)|subscribe to|target(?:ed)? (?:for|date)|if (?:desired|needed|budget))\b|[(;] ?future\)/i;
const LIVE =
  /\b(?:(?:is|are|has been|have been)\s(?:now |all |always |automatically |fully |centrally |also |already |currently )*(?:switched on|turned on|on\b|enabled|enforced|in place|in use|deployed|installed|enrolled|active|configured|implemented|immutable|running|live|registered|signed up|operational|applied|used|provided)|enforces|protects|monitors|scans|detects|blocks|analy[sz]es|leverages?|utilis[e]s|ingests?|integrates with|(?:tools?|policies|systems?|software|agents?|controls?) (?:\w+ )?(?:enforce|protect|monitor|scan|detect|block|use|include|incorporate|maintain)|(?:we|company|organisation|team) (?:use|uses|have|has|run|runs|operate|operates|utili[sz]es)|relies on|registered)\b|:\s*(?:on|yes|enabled|active|in place)\b/i;
/** An instruction at the head of a list item says what is wanted, not what is there. */
const INSTRUCTION =
  /^(?:\d[\d.]*\s+)?(?:configure|enable|implement|enforce|integrate|deploy|use|monitor|evaluate|review|maintain|ensure|track|define|establish|apply|assess|test|set up|create|add|check|extend|percentage of|number of|% of)\b/i;
/** A label such as "Monitoring:" or the safeguard's own name, with what is there behind the colon. */
const LABELS_WHAT_IS = /\b(?:monitoring|detection|protection|scanning|logging|prevention)\b/;
const RULE =
  /\b(?:must|shall|should|will|may|might|could|can|ensure|recommend(?:ed|s)?|require[sd]?|where (?:available|possible|supported|appropriate)|if|e\.g\.|such as|for example)\b/i;
const OTHERS =
  /\b(?:suppliers?|vendors?|third[- ]part(?:y|ies)|sub-?processors?|processors?|sub-?contractors?|hosting provider|customers? (?:must|should|may|can)|their)\b/i;

const OTHER_HEADING =
  /\b(?:gap|risk|threat|attack|scenario|example|supplier|definition|glossary|metric|kpi|measure|roadmap)/;
/** Behind the name: it names a document, not the safeguard. */
const PAPER = /^(?:\s?\([A-Z]+\))?\s(?:polic(?:y|ies)|procedure|standard|strategy|controls?)\b/i;

/** Whether a safeguard is there: subject is the safeguard, value `live`, `absent` or `planned`. */
export const controls: FactFamily = {
  name: 'controls',
  cues: [...new Set(CONTROLS.flatMap(({ words }) => words))],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 420 || statement.ticked === false || /\?\s*$|☐/.test(text)) return;
    if (statement.row !== undefined && statement.from === 'cell') return;
    if (OTHERS.test(text) || OTHER_HEADING.test(statement.heading)) return;
    for (const { id, pattern, unless } of named(text)) {
      const match = pattern.exec(text);
      if (match === null || unless?.test(text) === true || PAPER.test(text.slice(match.index + match[0].length)))
        continue;
      const value = stateIn(statement, match.index, match[0].length);
      if (value === undefined) continue;
      const until = value === 'planned' ? findDates(text)[0]?.date : undefined;
      yield factFrom(statement, match.index, setting, {
        type: 'control-state',
        subject: id,
        value,
        confidence: value === 'live' ? 0.7 : 0.75,
        // A plan is what this fact is about, so that it must not be taken for one that proves nothing.
        strength: strengthOfPlan(text, setting.strength),
        ...(until !== undefined && { asOf: until }),
      });
    }
  },
  *fromTable(register, setting) {
    yield* statusRows(register, setting);
  },
};

type State = 'live' | 'absent' | 'planned';

/** The state a clause gives the safeguard named at `at`: from a yes or no behind a question, or from words near by. */
function stateIn({ text, label, valueAt }: Statement, at: number, length: number): State | undefined {
  const asked = text.indexOf('? ');
  if (asked > at) {
    const answer = text.slice(asked + 2);
    if (/^yes\b/i.test(answer)) return PLANNED.test(answer) ? 'planned' : 'live';
    if (/^(?:no|not)\b/i.test(answer)) return 'absent';
    return undefined;
  }
  const start = Math.max(
    text.lastIndexOf(';', at),
    text.lastIndexOf(' but ', at),
    text.lastIndexOf(' although ', at),
    0,
  );
  const stop = text.slice(at).search(/;|\sbut\s|\salthough\s/);
  const clause = text.slice(
    Math.max(start, at - 110),
    stop < 0 ? at + length + 110 : Math.min(at + stop, at + length + 110),
  );
  if (PLANNED.test(clause)) return 'planned';
  if (ABSENT.test(clause)) return 'absent';
  if (INSTRUCTION.test(text)) return undefined;
  const live = LIVE.exec(clause);
  // What may follow from it ("and can be wiped") is no rule about it.
  if (live !== null) return RULE.test(clause.slice(0, live.index + live[0].length)) ? undefined : 'live';
  const labelled = label !== undefined && text.length > valueAt && (at < valueAt || LABELS_WHAT_IS.test(label));
  return labelled && !RULE.test(clause) ? 'live' : undefined;
}

const STATUS =
  /^(?:status|state|implementation(?: status)?|progress|in place\??|implemented\??|current state|position)$/;

const ACTION =
  /^(?:next steps?|what we will do|(?:\w+ )?(?:action|treatment|mitigation|task|initiative)s?(?: (?:plan|description|required))?|description)$/;

const WEIGHED = /^(?:likelihood|probability|impact)\b/;

/** A statement of applicability, a gap list or a plan: the safeguard in one cell, how far it is in another. */
function* statusRows(register: Register, setting: Setting) {
  const status = columnOf(register, STATUS);
  const action = columnOf(register, ACTION);
  // Two columns are read as label and value.
  if ((status < 0 && action < 0) || register.columns.length < 3) return;
  // The status of a risk is not that of the safeguards its title mentions.
  if (action < 0 && register.columns.some((name) => /^(?:risk|threat|hazard|finding|vulnerability)\b/.test(name)))
    return;
  // In a register that weighs risks the description is the risk.
  if (register.columns[action] === 'description' && register.columns.some((name) => WEIGHED.test(name))) return;
  if (/supplier|incident|questionnaire|training|course/.test(`${register.context} ${setting.title}`)) return;
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const cells = row.cells.map((cell) => cell.text);
    const told = status >= 0 ? cells.slice(0, status).join(' | ') : cellText(row, action);
    if (told.length > 700) continue;
    const said = status >= 0 ? cellText(row, status) : 'planned';
    const value = rowState(said);
    if (value === undefined) continue;
    for (const { id, pattern } of named(told)) {
      // In a plan the action names it; a risk that mentions a safeguard already there is no plan for it.
      if (!pattern.test(action >= 0 ? cellText(row, action) : told)) continue;
      yield factFromRow(row, status >= 0 ? status : action, setting, {
        type: 'control-state',
        subject: id,
        value,
        confidence: 0.8,
        strength: setting.strength,
        ...duty(cells),
      });
    }
  }
}

function duty(cells: readonly string[]) {
  const due = cells.flatMap((text) => findDates(text)).map(({ date }) => date)[0];
  return due === undefined ? {} : { asOf: due };
}

function rowState(said: string): State | undefined {
  if (/^(?:✅ ?)?(?:implemented|in place|live|complete[d]?|done|yes|operational|active|enabled)\b/i.test(said))
    return 'live';
  if (/^(?:❌ ?)?(?:missing|not (?:yet )?(?:implemented|in place|started|done)|no\b|none|absent|gap)/i.test(said))
    return 'absent';
  if (
    /^(?:planned|in[- ]progress|partial(?:ly)?|pilot|to do|open|underway|ongoing|proposed|pending|draft)\b/i.test(said)
  )
    return 'planned';
  return undefined;
}
