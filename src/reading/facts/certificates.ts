import { findDates } from '../dates/find-dates.ts';
import type { FactFamily, Setting } from './fact-family.ts';
import { factFrom, strengthOfPlan } from './fact-family.ts';
import type { Statement } from './statement.ts';
import { placeAt } from './statement.ts';

/** Schemes a company can hold a certificate of; the longer name first. */
const SCHEMES: readonly (readonly [string, RegExp])[] = [
  ['Cyber Essentials Plus', /\bcyber essentials plus\b|\bCE\+|\bCE Plus\b/i],
  ['Cyber Essentials', /\bcyber essentials\b(?! ?(?:plus|\+))/i],
  ['ISO 27001', /\bISO(?:\/IEC)?[\s-]?27001\b/i],
  ['ISO 9001', /\bISO[\s-]?9001\b/i],
  ['ISO 22301', /\bISO[\s-]?22301\b/i],
  ['ISO 27701', /\bISO(?:\/IEC)?[\s-]?27701\b/i],
  ['PCI DSS', /\bPCI[\s-]?DSS\b/i],
  ['SOC 2', /\bSOC ?2\b/i],
];
const OTHER_HOLDER =
  /\b(?:AWS|Amazon|Microsoft|Azure|Google|suppliers?|vendors?|providers?|processors?|sub-?processors?|data cent(?:re|er)s?|third part(?:y|ies)|their|hosting|hosted|infrastructure|data halls?|(?:partner|provider)s?|it (?:partner|provider|company)|MSP|he|she|lead implementer|lead auditor|auditors?|assessor|staff|employees?|contractor)\b/i;
/** In the row of a list of services these say whose the service is. */
const OTHER_FIRM = /\b(?:AWS|Amazon|Microsoft|Azure|Google|suppliers?|vendors?|hosting|cloud|data cent(?:re|er)s?)\b/i;
const NOT_HELD =
  /\b(?:not (?:yet |currently )?(?:achieved?|certified|hold|held|been certified|have|accredited|in place)|no (?:[\w+]+ ){0,4}certifica\w+|not yet\b|neither\b|(?:is|are|was|assessment) booked|booked for|working towards|work towards|seek(?:ing|s)?|pursu\w+|planned|plan(?:s|ning)? to|aim(?:s|ing)? (?:to|for)|in progress|preparing for|expired|lapsed|intend|will be certified|roadmap|target(?:ing|ed)?|pending|before the end of|readiness|withdrawn)\b/i;
const HELD =
  /\b(?:(?:is|are|been|being|remains?|was|were|fully|currently|also) (?:[\w/:+-]+ ){0,4}?(?:certified|accredited)|certified(?: to| under| against)?\b|(?:hold|holds|held|maintain|maintains|have|has|achieved|obtained|gained|awarded|renewed|passed)\b|certificate (?:number|no|held|valid|expires|runs|is valid|lasts)|certification (?:is )?(?:held|achieved|maintained|current)|certified since|valid (?:until|to)|expires?)\b/i;
const SOFT =
  /\b(?:align(?:s|ed|ment)?|in line with|based on|consistent with|principles|requirements?|compliant with|meets?|following|accordance|standard|scheme requires|controls?|clause|annex|mapping|scope|must|should|would|could|if|for|may(?! \d{4})|prefer\w*)\b/i;

/** "Maintain ISO 27001": an instruction to oneself says what is wanted. */
const AIM =
  /^[^\p{L}]*(?:(?:to|we (?:want|wish) to|we (?:must|will|shall)) )?(?:maintain|achieve|obtain|hold|gain|renew|pass|attain|get|keep|retain)\b/iu;
/** The first of two audits: passing it gives no certificate. */
const FIRST_STAGE = /\bstage (?:1|one)\b/i;

/** Certificates the company says it holds, or says it does not yet hold. */
export const certificates: FactFamily = {
  name: 'certificates',
  cues: ['essentials', 'iso', 'ce', 'pci', 'soc', 'certified', 'certificate', 'certification'],
  *fromStatement(statement, setting) {
    const text = wholeOf(statement);
    const shift = text.length - statement.text.length;
    if (statement.ticked === false || /\?\s*$|☐|☑/.test(text) || text.length > 500) return;
    if (
      statement.from === 'cell' &&
      statement.row !== undefined &&
      /supplier|vendor|processor|control|clause|training|course/.test(`${statement.context} ${setting.title}`)
    )
      return;
    if (
      /supplier|vendor|processor|training|course|gap|roadmap/.test(setting.title) ||
      /supplier|vendor|processor|training|course/.test(statement.context)
    )
      return;
    for (const [scheme, pattern] of SCHEMES) {
      const at = text.search(pattern);
      if (at < 0) continue;
      if (setting.profile.kind === 'certificate' && !NOT_HELD.test(text)) {
        yield ownCertificate(statement, setting, scheme, at);
        continue;
      }
      const start = Math.max(text.lastIndexOf(';', at), text.lastIndexOf(' but ', at), 0);
      const stop = text.slice(at).search(/;| but | whereas /);
      const clause = text.slice(start, stop < 0 ? text.length : at + stop);
      const row = statement.row === undefined ? '' : placeAt(statement, 0).text;
      if (OTHER_HOLDER.test(clause) || OTHER_FIRM.test(row) || FIRST_STAGE.test(clause)) continue;
      if (/\bif\b|\bwhere\b|\bonce\b|\bwhen\b/i.test(clause)) continue;
      const not = NOT_HELD.test(clause);
      const held =
        !not &&
        HELD.test(clause) &&
        !SOFT.test(clause.replace(/\b(?:standard|scope|requirements?)\b(?=[^.]*\bcertif)/gi, ''));
      if (!not && !held) continue;
      if (not && !/\b(?:certif|essentials|accredit|achiev|hold|pursu|CE)/i.test(clause)) continue;
      const dates = findDates(text);
      const until = /\b(?:expir\w*|valid (?:until|to)|until|renewal|runs (?:until|to|out))\b|\(to \d/i.test(text)
        ? dates
            .filter(
              ({ index }) => !SCHEMES.some(([other, words]) => other !== scheme && words.test(text.slice(at, index))),
            )
            .at(-1)
        : undefined;
      const number = /\b(?:certificate (?:number|no\.?|ref\w*)|number|no\.)\s*:?\s*([A-Z0-9][A-Z0-9/-]{4,28})\b/.exec(
        text,
      )?.[1];
      yield factFrom(statement, Math.max(0, (until?.index ?? at) - shift), setting, {
        type: 'certificate',
        subject: slug(scheme),
        value: not ? 'not held' : 'held',
        confidence: 0.75,
        // "Working towards" is a fact of today, not a plan that proves nothing.
        strength: held && AIM.test(clause) ? 'planned' : strengthOfPlan(statement.text, setting.strength),
        parts: {
          scheme,
          ...(number !== undefined && { number }),
          ...(until !== undefined && { expires: until.date.to }),
        },
      });
    }
  },
};

const SCHEME = new RegExp(SCHEMES.map(([, pattern]) => pattern.source).join('|'), 'i');

/** A cell read with the row that names the scheme, and "the certificate" with the sentence before that names it. */
function wholeOf({ from, row, label, before, text }: Statement): string {
  if (SCHEME.test(text)) return text;
  if (from === 'cell')
    return row !== undefined && STATE.test(label ?? '') && SCHEME.test(row) ? `${row}: ${text}` : text;
  return before !== undefined && /\bcertifica\w+|\bassessment\b/i.test(text) && SCHEME.test(before)
    ? `${SCHEME.exec(before)?.[0]}: ${text}`
    : text;
}

const STATE = /\b(?:status|state|held|result|position)\b/;

function slug(scheme: string): string {
  return scheme.toLowerCase().replaceAll(' ', '-');
}

/** The document is the certificate: its own issue and expiry dates are those of the fact. */
function ownCertificate(statement: Statement, setting: Setting, scheme: string, at: number) {
  const { dates } = setting.profile;
  const issued =
    dates.find(({ meaning }) => meaning === 'issued')?.date ??
    dates.find(({ meaning }) => meaning === 'effective' || meaning === 'approved')?.date;
  const until = dates.find(({ meaning }) => meaning === 'expires');
  const expires = until?.date;
  const own = factFrom(statement, at, setting, {
    type: 'certificate',
    subject: slug(scheme),
    value: 'held',
    confidence: 0.9,
    parts: { scheme, ...(expires !== undefined && { expires: expires.to }) },
    ...(issued !== undefined && { asOf: issued }),
  });
  return until === undefined ? own : { ...own, where: until.where };
}
