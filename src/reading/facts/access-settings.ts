import type { Fact } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import type { FactCore, FactFamily } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import { cyclesIn, durationsIn, hoursInWords, NUMBER, numberOf } from './quantity.ts';
import type { Statement } from './statement.ts';

const LENGTH = new RegExp(
  `(?:\\b(at least|minimum(?: length)?(?: of)?|min\\.?|no (?:fewer|less|shorter) than)\\s*:?\\s*)?\\b(${NUMBER})\\s?(?:\\+|or more)?[\\s-]?(characters?|chars?|digits?)\\b|\\b(?:minimum (?:password )?length|password length|length)\\b\\s*(?:of|is|:|=|must be|set to)?\\s*(?:at least\\s|minimum\\s)?(\\d{1,2})\\b(?!\\s*(?:bit|days|months))`,
  'gi',
);
const ATTEMPTS = new RegExp(
  `\\b(${NUMBER})\\s(?:consecutive\\s|failed\\s|unsuccessful\\s|incorrect\\s|invalid\\s|wrong\\s|bad\\s|log-?in\\s|sign-?in\\s|password\\s)*(?:attempts?|log-?ins?|sign-?ins?|tries|guesses)\\b`,
  'gi',
);
const IDLE =
  /\b(?:inactiv\w*|idle\w*|sessions?\s(?:\w+\s){0,2}?(?:time-?outs?|timeouts?|time out|expir\w+|end|close)|screen ?-?(?:lock|saver)\w*|screens? (?:lock|are locked|must lock)\w*|auto(?:matic)?(?:ally)?[- ]lock\w*|time(?:s|d)?[- ]?out|unattended|without use|locks? (?:itself|themselves)|lock(?:s|ed)? (?:automatically )?after)\b/i;

/** A customer's rule for its own machines. */
const THEIR_OWN =
  /\bits own (?:kit|equipment|devices|machines|accounts)\b|\bset by (?:the|each|a) (?:trust|customer|client|hospital|practice)\b/i;

/** Account classes whose rules may rightly differ; the first that a text names. */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['with a second factor', /\b(?:where|when|with|if|and) (?:MFA|multi-?factor|two-?factor|2FA)\b/i],
  [
    'without a second factor',
    /\b(?:where|when|without|no|not) (?:\w+ ){0,3}(?:MFA|multi-?factor|two-?factor|2FA) (?:is )?(?:not|un)\w*|\bwithout (?:MFA|multi-?factor|a second factor)\b/i,
  ],
  ['service accounts', /\b(?:service|system|machine|application) accounts?\b|\bapi keys?\b/i],
  ['administrators', /\b(?:admin(?:istrator|istrative)?s?|privileged|root|superuser|elevated)\b/i],
  ['wi-fi', /\b(?:wi-?fi|wireless|wpa\d?)\b/i],
  ['mobile devices', /\b(?:PINs?|passcodes?|mobile|smartphones?|tablets?|phones?|digits?)\b/i],
  ['customers', /\b(?:customers?|clients?|tenants?|patients?|end users?|portal|application users?)\b/i],
  ['database', /\b(?:database|rds|mysql|postgres\w*)\b/i],
  ['backups', /\bback-?up\b/i],
];

/** Password, lockout and time-out settings, each by account class. */
export const accessSettings: FactFamily = {
  name: 'access-settings',
  cues: [
    'accounts',
    'password',
    'passwords',
    'passphrase',
    'passphrases',
    'lockout',
    'locked',
    'lock',
    'locks',
    'session',
    'sessions',
    'inactivity',
    'idle',
    'timeout',
    'attempts',
    'characters',
    'pin',
    'screen',
    'screens',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (THEIR_OWN.test(text)) return;
    const about = `${text} ${statement.label ?? ''} ${statement.heading}`;
    const make = (at: number, core: FactCore) => factFrom(statement, at, setting, core);
    const scope = classOf(statement);
    if (
      /\b(?:passwords?|passphrases?|passcodes?|PINs?|accounts?)\b/i.test(
        `${about} ${statement.context} ${setting.title}`,
      )
    ) {
      for (const match of everyMatch(text, LENGTH)) {
        const value = numberOf(match[2] ?? match[4] ?? '');
        if (
          !(value >= 4 && value <= 64) ||
          /\b(?:maximum|max|up to|history|last)\s*(?:of\s)?$/i.test(
            text.slice(Math.max(0, match.index - 12), match.index),
          )
        )
          continue;
        const own = clauseClass(text, match.index, scope);
        yield make(match.index, {
          type: 'password-rule',
          subject: 'minimum length',
          value,
          unit: 'characters',
          scope: /digit/i.test(match[3] ?? '') ? 'mobile devices' : own,
          confidence: 0.85,
          parts: { bound: 'min', shown: `${value} characters` },
        });
      }
      yield* forcedChange(statement, about, scope, make);
    }
    if (/\block(?:ed|s|out)?\b|\block[- ]out\b/i.test(about) || /failed|unsuccessful|incorrect/i.test(text)) {
      for (const match of everyMatch(text, ATTEMPTS)) {
        if (!/\block/i.test(about) || (/\b(?:alert|alarm|notif)\w*/i.test(text) && !/\block/i.test(text))) continue;
        yield make(match.index, {
          type: 'password-rule',
          subject: 'lockout attempts',
          value: numberOf(match[1] ?? ''),
          unit: 'attempts',
          scope,
          confidence: 0.8,
          parts: { bound: 'exact', shown: `${numberOf(match[1] ?? '')} attempts` },
        });
      }
    }
    if (IDLE.test(about) && !/\b(?:attempts?|failed)\b/i.test(text)) {
      const after = durationsIn(text).find((one) => one.hours >= 1 / 60 && one.hours <= 24);
      const kind =
        /\bscreen|\block/i.test(text) || (/\bscreen|\block/i.test(about) && !/\bsession/i.test(text))
          ? 'screen lock'
          : 'session timeout';
      const absolute = /\b(?:absolute|maximum session|re-?authenticat\w+|lifetime|tokens?|jwt|hard)\b/i.test(text);
      if (
        after !== undefined &&
        !absolute &&
        IDLE.test(text) &&
        !/\b(?:within|notify|support|vpn (?:log|session log)|retain\w*)\b/i.test(text.slice(0, after.at))
      ) {
        yield make(after.at, {
          type: 'session-timeout',
          subject: kind,
          value: after.hours,
          unit: 'hours',
          scope: /\b(?:mobiles?|phones?|tablets?|smartphones?)\b/i.test(about)
            ? 'mobile devices'
            : /\bvpn\b/i.test(about)
              ? 'vpn'
              : /\b(?:admin\w*|privileged|console)\b/i.test(about)
                ? 'administrators'
                : '',
          confidence: 0.75,
          parts: { bound: 'exact', shown: hoursInWords(after.hours) },
        });
      }
    }
  },
};

const ROTATION = /\b(?:chang(?:e|ed|es|ing)|rotat(?:e|ed|ion|ions)|expir(?:e|es|y|ation)|renewed|reset|age)\b/i;
const NO_ROTATION =
  /\b(?:not (?:required to )?(?:be )?(?:expire|changed?|forced?|rotated?)|not be made to change|no (?:forced|routine|regular|periodic|scheduled|password) (?:\w+ )?(?:expir\w*|chang\w*|rotat\w*)|do(?:es)? not (?:expire|force|require (?:regular|routine|periodic))|never expires?|don['’]t expire|chang(?:ed|es?)(?: is| are)? only (?:where|when|if|on|after|upon)|(?:routine|forced|regular|periodic)[^.;]{0,30}(?:chang\w*|rotat\w*|expir\w*) (?:is|are) (?:discouraged|not (?:used|required|enforced)|avoided)|event[- ]driven)\b/i;
/** Other secrets than a person's password. */
const OTHER_SECRET = /\b(?:keys?|certificates?|tokens?|secrets?|link)\b/i;
/** A change asked for once. */
const ONCE = /\b(?:temporary|initial|first|default|suspected|compromised?|within)\b/i;

/** How often a password must be changed; zero when it need not be. */
function* forcedChange(
  statement: Statement,
  about: string,
  scope: string,
  make: (at: number, core: FactCore) => Fact,
): Iterable<Fact> {
  const { text } = statement;
  if (!ROTATION.test(text) || !/\bpass(?:word|phrase)s?\b/i.test(about)) return;
  const change = (at: number, hours: number, confidence: number) =>
    make(at, {
      type: 'password-rule',
      subject: 'forced change',
      value: hours,
      unit: 'hours',
      scope,
      confidence,
      parts: { bound: 'exact', shown: hours === 0 ? 'no forced change' : `every ${hoursInWords(hours)}` },
    });
  const never = NO_ROTATION.exec(text);
  if (never !== null) {
    yield change(never.index, 0, 0.8);
    return;
  }
  if (OTHER_SECRET.test(text)) return;
  const cycle = cyclesIn(text).find((one) => one.hours >= 168);
  const every =
    cycle ?? (ONCE.test(text) ? undefined : durationsIn(text).find((one) => one.hours >= 168 && one.bound !== 'min'));
  if (every !== undefined && !/\b(?:review|audit|train)\w*/i.test(text)) yield change(every.at, every.hours, 0.75);
}

function classOf(statement: Statement): string {
  const near = `${statement.text} ${statement.row ?? ''} ${statement.label ?? ''}`;
  for (const [name, pattern] of CLASSES) if (pattern.test(near)) return name;
  for (const [name, pattern] of CLASSES) if (pattern.test(statement.context)) return name;
  return '';
}

/** "12 characters for staff, 16 for administrators": the class named in the figure's own clause, when there is one. */
function clauseClass(text: string, at: number, whole: string): string {
  const start = Math.max(text.lastIndexOf(',', at), text.lastIndexOf(';', at), text.lastIndexOf(' and ', at)) + 1;
  const stop = text.slice(at).search(/[;,]| and /);
  const clause = text.slice(start, stop < 0 ? text.length : at + stop);
  for (const [name, pattern] of CLASSES) if (pattern.test(clause)) return name;
  const figures = text.match(/\b\d+[\s-]?(?:characters?|chars?)\b/gi)?.length ?? 0;
  return figures > 1 ? '' : whole;
}
