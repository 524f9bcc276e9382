import { askOf } from '../catalogue/ask-of.ts';
import { type Day, dayInWords, daysBetween } from '../record/day.ts';
import type { Finding } from '../record/finding.ts';
import type { ItemAssessment } from './assessment.ts';

/** Days before a proof lapses at which it is worth a warning. Judgement: two months, so that a yearly exercise can still be arranged. */
const LAPSES_SOON_DAYS = 60;

/**
 * What the standing of an item itself tells a person; nothing for an optional item that nobody claims. What waits to be confirmed is
 * told once for all items.
 */
export function itemFindings(assessed: ItemAssessment, on: Day): Finding[] {
  const { item, standing, until, reasons, checks, documents, unconfirmed } = assessed;
  if (unconfirmed !== undefined) return [];
  const severity = item.mandatory ? 'medium' : 'low';
  const subject = `item ${item.ref}`;
  const ask = askOf(item);
  const common = { refs: [item.ref], subject };
  switch (standing) {
    case 'unanswered':
      if (!item.mandatory) return [];
      return [
        {
          ...common,
          code: 'unanswered',
          severity,
          seen: [],
          message: `Nothing was found for ${item.ref}: ${ask}`,
          next: item.rule?.firstStep ?? 'Decide who answers this, and write down how it is done.',
        },
      ];
    case 'claimed': {
      const shown = documents.slice(0, 2).join(' and ');
      const missing = checks.find((check) => check.met !== 'yes');
      const next = missing?.todo ?? 'Add a dated record that shows it is done.';
      return [
        {
          ...common,
          code: 'no-proof',
          severity,
          seen: [],
          message: `${item.ref} is claimed${shown ? ` by ${shown}` : ''}, but not shown: ${missing?.because ?? 'no rule says yet what would show it'}.`,
          next,
        },
      ];
    }
    case 'stale': {
      const lapsed = checks.find((check) => check.met === 'lapsed');
      return [
        {
          ...common,
          code: 'stale-proof',
          severity,
          seen: lapsed?.places ?? [],
          message: `The proof for ${item.ref} has lapsed: ${lapsed?.because ?? reasons[0]}.`,
          next: lapsed?.todo ?? 'Do it again, and record the date.',
        },
      ];
    }
    case 'proven':
    case 'exempt':
      if (until === undefined || daysBetween(on, until) > LAPSES_SOON_DAYS) return [];
      return [
        {
          ...common,
          code: 'lapses-soon',
          severity: 'low',
          seen: checks.find((check) => check.until === until)?.places ?? [],
          until,
          message: `The proof for ${item.ref} holds until ${dayInWords(until)}.`,
          next: 'Do it again before then, so that the answer stays true.',
        },
      ];
    default:
      return [];
  }
}
