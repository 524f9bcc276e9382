import { contentStems } from '../../record/words.ts';
import { SYSTEMS } from './vocabulary/systems.ts';

/** Words that name no system in particular: they stand before or after any name. */
const GENERAL = new Set(
  contentStems(
    'system service application app platform product operation function business customer client company access data information record full ' +
      'critical core key essential important affected main live primary production environment infrastructure component backup copy snapshot store ' +
      'storage job schedule database db server file content everything total loss point time objective recovery target restore restored period every ' +
      'minimum maximum daily weekly monthly nightly hourly normal whole entire internal external managed cloud tier level case following event user ' +
      'trust supplier provider organisation name other remaining non lost outage facing incident failure approval detection activation two three both all second minute hour day week month year complete fully same',
  ),
);

const MOST_STEMS = 4;

/**
 * What a noun phrase calls a system beyond its kind, as sorted stems: "the Kestrel Rota database" is `kestrel rota`, "critical
 * systems" nothing. Only as many words as a name has; a longer phrase is a description and names nothing.
 */
export function nameOfThing(phrase: string): string {
  let rest = phrase.replace(/\(.*?\)/g, ' ');
  for (const [, kind] of SYSTEMS) rest = rest.replace(kind, ' ');
  const stems = [...new Set(contentStems(rest))].filter((stem) => !GENERAL.has(stem) && !/^\d+$/.test(stem));
  return stems.length > MOST_STEMS ? '' : stems.sort().join(' ');
}

/** Where a sentence names what it gives a figure for, the surest place first. */
const NAMED: readonly RegExp[] = [
  /\b(?:objectives?|RTO|RPO)\)?\s?,\s([\w’'/ -]{3,50}):/i,
  /\b(?:back-?ups?|cop(?:y|ies)|snapshots?|objectives?|targets?|RTO|RPO|entries|data)\s(?:of|for|in)\s(?:the\s|our\s|both\s)*((?:(?!\b(?:is|are|shall|must|kept|within|will|may|of|at|and|in|has)\b)[\w’'/-]+\s?){1,5})/i,
  /\b(?:restor|recover|bring|bringing|resum)\w*\s(?:the\s|our\s|back\s)*((?:(?!\b(?:within|from|in|to|must|is|are|shall|should|by|takes?|and)\b)[\w’'/-]+\s){1,5})/i,
  /^\W*(?:\d+(?:\.\d+)*\s+)?(?:(?:all|the|our|each|every)\s)*((?:(?!\b(?:is|are|shall|must|will|should|can|to|of|for|within)\b)[\w’'/-]+\s){1,6})(?:is|are|shall|must|will|should|can|has|have)\b/i,
];

/** The name of the system a sentence gives a figure for; empty when it names none. */
export function nameInSentence(text: string): string {
  for (const pattern of NAMED) {
    const phrase = pattern.exec(text)?.[1];
    const name = phrase === undefined ? '' : nameOfThing(phrase);
    if (name !== '') return name;
  }
  return '';
}

/** `job: ledger-db`: the words after the colon name the thing. */
export function nameOfCard(line: string): string {
  return line.includes(': ') ? line.slice(line.indexOf(': ') + 2) : '';
}
