import type { Defect } from '../../record/document.ts';
import type { Passage } from '../profile/passages.ts';
import { counted, type Examined, place } from './defect-rule.ts';

const TICK = /^\s*(?:[-*•]\s*)?(?:✅|✔️?|✓|☑️?|\[x\])/i;
/** A list announced as what a coming period should bring. */
const COMING_PERIOD =
  /\b(?:short|medium|long|near)[- ]term\b|\b(?:targets?|goals?|milestones?|roadmap|next steps|planned|future|to[- ]do)\b|\bnext \d+ (?:weeks|months|days|years)\b|\b\d{1,2}\s?(?:[–-]|to)\s?\d{1,2} (?:weeks|months|years)\b/i;
const ALREADY = /\b(?:completed|achieved|done|delivered|met|last|past|previous|so far)\b/i;
const STILL_TO_DO =
  /\b(?:(?:still )?to be (?:developed|created|written|done|completed|agreed|confirmed|appointed|implemented|carried out|arranged|scheduled|tested)|not yet (?:\w+ )?(?:done|written|started|in place|tested|complete|agreed)|to do\b|todo\b|planned for|will be (?:developed|created|written|done|completed))/i;

/** Ticks beside what is still to come: a list under a coming period's name, or a line that itself says "to be developed". */
export function tickedAhead(examined: Examined): Defect[] {
  if (examined.openlyBlank || examined.profile.kind === 'template') return [];
  const ahead: Passage[] = [];
  let intro = '';
  for (const passage of examined.passages) {
    if (passage.cell !== undefined) break;
    const ticked = passage.ticked === true || TICK.test(passage.text);
    if (!ticked) {
      if (passage.role !== 'item') intro = passage.role === 'heading' || /:\s*$/.test(passage.text) ? passage.text : '';
      continue;
    }
    if ((COMING_PERIOD.test(intro) && !ALREADY.test(intro)) || STILL_TO_DO.test(passage.text)) ahead.push(passage);
  }
  const [first] = ahead;
  if (first === undefined) return [];
  return [
    {
      code: 'future-dated-claim',
      severity: 'medium',
      message: `${counted(ahead.length, 'line is', 'lines are')} ticked as done although still to come, the first “${first.text.slice(0, 80)}”.`,
      next: 'Tick only what has happened, and give the rest a date and an owner.',
      places: ahead.map(({ where, text }) => place(where, text)),
      subject: 'ticked ahead of time',
      effect: 'doubt',
    },
  ];
}
