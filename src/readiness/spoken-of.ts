import type { Content, Line, Place } from '../record/document.ts';
import type { RecordedDocument } from '../record/record.ts';
import { placeIn } from './document-evidence.ts';

/** Of each document one place is enough to see what it speaks of. */
const MOST_PLACES = 3;

const DESTROYED =
  /\bshred(?:s|ded|ding|ders?)?\b|\bconfidential waste\b|\bcertificates? of (?:secure )?destruction\b|\bdestr(?:oy(?:ed|s|ing)?|uction) of (?:\w+ ){0,2}(?:records|papers?|media|disks?|drives?)\b/i;

/** How documents speak of what somebody may say that the organisation has none of, by the fact's name. */
const SPEAKING: Readonly<Record<string, RegExp>> = {
  'has-paper-records':
    /\b(?:paper|physical|hard[- ]?cop(?:y|ies) of|manual|printed) (?:\w+ )?(?:records?|files?|documents?|notes|copies|forms)\b|\bhard[- ]?cop(?:y|ies)\b|\b(?:filing|locked|lockable) cabinets?\b|\bcross-?cut\b/i,
  'uses-byod':
    /\bBYOD\b|\bbring your own devices?\b|\b(?:personal(?:ly[- ]owned)?|privately[- ]owned|their own|your own) (?:\w+ )?(?:devices?|phones?|mobiles?|laptops?|computers?|smartphones?|tablets?)\b/i,
  'uses-mobile-phones':
    /\b(?:company|work|business|mobile|corporate) (?:mobile )?(?:phones?|handsets?)\b|\bsmartphones?\b/i,
  'destroys-records-in-house': DESTROYED,
  'destroys-records-by-third-party': DESTROYED,
  'uses-unsupported-software':
    /\b(?:unsupported|no longer supported|end[- ]of[- ](?:life|support)|legacy) (?:\w+ )?(?:software|systems?|servers?|versions?|applications?|devices?)\b/i,
  'has-own-network-equipment':
    /\b(?:office|our|company) (?:\w+ )?(?:routers?|switches|access points?|wi-?fi)\b|\bfirewall appliances?\b/i,
  'develops-web-applications':
    /\bour (?:\w+ ){0,2}(?:web ?apps?|web applications?|web ?site|platform|portal|product|app)\b|\b(?:code review|source code|pull requests?|deployment pipeline)\b/i,
  'owns-internet-domains': /\bdomain names?\b|\bregistrars?\b|\bDNS (?:records?|zones?|hosting|provider)\b/i,
  'has-medical-devices': /\b(?:networked|connected) medical devices?\b|\bour medical devices?\b/i,
  'has-portable-devices': /\blaptops?\b|\btablets?\b|\bremovable media\b|\bUSB (?:sticks?|drives?)\b/i,
};
/** A line that says there is none, or that it is not allowed, speaks for what was said. */
const DENIED =
  /\b(?:no|not|never|none|nobody|neither|nor|without|cannot|can't|don't|doesn't|isn't|aren't|prohibit(?:s|ed)?|forbid(?:s|den)?|banned|ban)\b/i;
const LONGEST = 600;

type Said = Pick<Line, 'where' | 'text' | 'role'>;
const known = new WeakMap<Content, Map<string, Said | undefined>>();

/**
 * Places at which documents speak of something that the organisation is said to have none of. They settle nothing, a template
 * may have brought them in; whoever confirms what was said should have read them.
 */
export function spokenOf(fact: string, documents: readonly RecordedDocument[]): readonly Place[] {
  const found: Place[] = [];
  for (const document of documents) {
    if (found.length === MOST_PLACES) break;
    const line = lineSpeaking(fact, document.content);
    if (line) found.push(placeIn(document, line.where, line.text));
  }
  return found;
}

function lineSpeaking(fact: string, content: Content): Said | undefined {
  const pattern = SPEAKING[fact];
  if (!pattern) return undefined;
  const ofContent = known.get(content) ?? new Map<string, Said | undefined>();
  known.set(content, ofContent);
  if (!ofContent.has(fact))
    ofContent.set(
      fact,
      content.lines.find((line) => speaks(pattern, line)),
    );
  return ofContent.get(fact);
}

/** "No" in a row is the answer to a column of its own. */
function speaks(pattern: RegExp, { role, text }: Said): boolean {
  return text.length <= LONGEST && pattern.test(text) && (role === 'row' || !DENIED.test(text));
}
