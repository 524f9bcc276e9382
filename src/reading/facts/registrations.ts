import { everyMatch } from '../../record/every-match.ts';
import { findDates } from '../dates/find-dates.ts';
import type { FactFamily } from './fact-family.ts';
import { factFrom } from './fact-family.ts';

const ICO_NUMBER = /\bZ[A-Z]?\d{6,7}\b/g;
const COMPANY_NUMBER =
  /\b(?:company (?:registration )?(?:number|no\.?)|registered (?:number|no\.?)|registration (?:number|no\.?)|registered in england(?: and wales)?(?: \(?(?:number|no\.?))?|company registration)\s*:?\s*\(?((?:\d|SC|NI|OC)\d{7}|(?:SC|NI|OC)\d{6})\b/i;
const ODS = /\bODS(?: organisation)?(?: code)?\s*(?:is|:|\(|=)?\s*([A-Z0-9]{3,6})\b/;
const LEVEL = /\b(standards? (?:met|exceeded|not met)|approaching standards|standards not (?:yet )?met)\b/i;
const YEAR = /\b(?:20)?(2\d)\s?[/-]\s?(?:20)?(2\d)\b/;

/** Numbers and statuses under which the company is registered: ICO, Companies House, ODS, DSPT. */
export const registrations: FactFamily = {
  name: 'registrations',
  cues: ['ico', 'dspt', 'toolkit', 'company', 'registered', 'registration', 'ods', 'commissioner'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const others = /supplier|vendor|processor/.test(`${statement.context} ${setting.title} ${text.toLowerCase()}`);
    if (
      /\bICO\b|information commissioner|data protection (?:registration|fee|register)/i.test(
        `${text} ${statement.context}`,
      ) &&
      !others
    ) {
      for (const match of everyMatch(text, ICO_NUMBER)) {
        const until = /\b(?:expir\w*|renew\w*|until|valid)\b/i.test(text) ? findDates(text).at(-1)?.date : undefined;
        yield factFrom(statement, match.index, setting, {
          type: 'ico-registration',
          subject: 'ico number',
          value: match[0],
          confidence: 0.9,
          ...(until !== undefined && { asOf: until }),
        });
      }
    }
    const company = COMPANY_NUMBER.exec(text);
    if (company?.[1] !== undefined && !others && !/\b(?:customer|client|between|parent)\b/i.test(text)) {
      yield factFrom(statement, company.index, setting, {
        type: 'legal-identity',
        subject: 'company number',
        value: company[1],
        confidence: 0.8,
      });
    }
    const ods = ODS.exec(text);
    if (ods?.[1] !== undefined && /\d/.test(ods[1]) && !others)
      yield factFrom(statement, ods.index, setting, {
        type: 'legal-identity',
        subject: 'ods code',
        value: ods[1],
        confidence: 0.8,
      });
    const level = LEVEL.exec(text);
    if (level !== null && /\bDSPT\b|toolkit/i.test(`${text} ${statement.context} ${setting.title}`) && !others) {
      const aims =
        /\b(?:aim|target|plan|work(?:ing)? towards|by 30 june|will|to reach|to achieve|goal|intend|before|until|in order|requires?|must|need)\b/i.test(
          text,
        );
      const year = YEAR.exec(text);
      yield factFrom(statement, level.index, setting, {
        type: 'dspt-status',
        subject: 'dspt level',
        scope: year === null ? '' : `${year[1]}/${year[2]}`,
        value: (level[1] ?? '').toLowerCase().replace('standard ', 'standards ').replace('yet ', ''),
        strength: aims ? 'planned' : setting.strength,
        confidence: year === null ? 0.5 : 0.8,
      });
    }
  },
};
