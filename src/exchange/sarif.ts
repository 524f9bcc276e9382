import { createHash } from 'node:crypto';
import type { Log } from 'sarif';
import type { GapCheck } from '../readiness/gap-check.ts';
import type { Place } from '../record/document.ts';
import type { Finding, FindingCode, Severity } from '../record/finding.ts';
import { FINDING_WORDS } from '../report/finding-words.ts';
import { whereInWords } from '../report/place-words.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** Where a finding without a place of its own is shown: the folder itself. */
const WHOLE_FOLDER = '.';

/**
 * Findings as a SARIF 2.1.0 log (OASIS), for code hosting that annotates files. A result stands for one place, so a finding
 * seen in three places becomes three results; one seen nowhere becomes a result about the folder.
 */
export function checkSarif({ assessment }: GapCheck, version: string) {
  const codes = [...new Set(assessment.findings.map((finding) => finding.code))].toSorted();
  const positions = new Map(codes.map((code, position) => [code, position]));
  const used = new Map<string, number>();
  const results = assessment.findings.flatMap((finding) => {
    const places: readonly Place[] = finding.seen.length > 0 ? finding.seen : [{ file: WHOLE_FOLDER }];
    return places.map((place) => ({
      ruleId: finding.code,
      ruleIndex: positions.get(finding.code) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: messageText(finding, place) },
      locations: [location(place)],
      partialFingerprints: { 'perennial/v1': fingerprint(finding, place, used) },
      properties: { severity: finding.severity, refs: finding.refs },
    }));
  });
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Perennial', version, rules: codes.map(rule) } },
        automationDetails: { id: `perennial/${assessment.edition}/category-${assessment.category}/` },
        columnKind: 'unicodeCodePoints',
        results,
      },
    ],
  } satisfies Log;
}

function rule(code: FindingCode) {
  const { title, help } = FINDING_WORDS[code];
  return {
    id: code,
    name: code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: help },
  };
}

function messageText(finding: Finding, place: Place): string {
  const items = finding.refs.length > 0 ? ` (DSPT ${finding.refs.join(', ')})` : '';
  const where = place.line === undefined || place.page !== undefined ? whereInWords(place) : '';
  return `${finding.message}${items}${where === '' ? '' : ` At ${where}.`} Next: ${finding.next}`;
}

function location(place: Place) {
  const region = place.line === undefined ? undefined : { startLine: place.line };
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(place.file) },
      ...(region === undefined
        ? {}
        : { region: place.text === undefined ? region : { ...region, snippet: { text: place.text } } }),
    },
  };
}

/** A path as a relative URI reference: percent-encoded part by part, never absolute and never with a scheme. */
export function relativeUri(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '..');
  const encoded = parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/');
  return encoded === '' ? WHOLE_FOLDER : encoded;
}

/**
 * The same for the same fault between runs: code, subject, file and the words seen, but not the line, which moves when
 * something is written above. Repeats of one fault in a file are told apart by their order.
 */
function fingerprint(finding: Finding, place: Place, used: Map<string, number>): string {
  const words = (place.text ?? '').trim().replace(/\s+/g, ' ');
  const key = JSON.stringify([finding.code, finding.subject, place.file, place.cell ?? '', words]);
  const nth = (used.get(key) ?? 0) + 1;
  used.set(key, nth);
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${nth}`;
}
