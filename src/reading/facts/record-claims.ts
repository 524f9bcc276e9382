import type { FactFamily } from './fact-family.ts';
import { factFrom } from './fact-family.ts';

const KEPT_IN =
  /\b(?:recorded|logged|noted|entered|documented|written (?:up|down)|listed|tracked|kept|evidenced|captured|filed)\b[^.;]{0,30}?\b(?:in|on|into)\s(?:the|our|a|an)\s((?:[\w’'-]+\s){1,4}?(?:log|register|record|tracker|schedule|matrix|checklist))\b/i;
/** Things that a company does and that must leave a row; an incident log may rightly be empty. */
const DONE =
  /\b(?:tests?|tested|exercises?|reviews?|reviewed|checks?|checked|training|trained|audits?|scans?|restores?|restored|assessments?|inductions?|disposals?|results?|minutes)\b/i;

/** Statements that something done is written down in a named record. Subject is the record's name. */
export const recordClaims: FactFamily = {
  name: 'record-claims',
  cues: [
    'recorded',
    'logged',
    'noted',
    'entered',
    'documented',
    'listed',
    'tracked',
    'kept',
    'evidenced',
    'captured',
    'filed',
    'written',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const match = KEPT_IN.exec(text);
    if (
      match?.[1] === undefined ||
      text.length > 400 ||
      !DONE.test(text) ||
      /\b(?:incidents?|breach(?:es)?|near miss(?:es)?|requests?|complaints?|visitors?|exceptions?|if|any)\b/i.test(text)
    )
      return;
    yield factFrom(statement, match.index, setting, {
      type: 'record-claim',
      subject: match[1].toLowerCase(),
      value: 'kept',
      confidence: 0.75,
    });
  },
};
