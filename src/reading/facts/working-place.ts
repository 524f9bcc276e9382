import type { Fact } from '../../record/document.ts';
import type { Setting } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import type { Statement } from './statement.ts';

const FULLY_REMOTE =
  /\b(?:fully remote|entirely remote(?:ly)?|100% remote|work(?:s|ing)? (?:fully |entirely )?from home|remote[- ](?:first|only) (?:company|organisation|business)|no (?:physical |permanent )?(?:offices?|premises)|do(?:es)? not (?:have|operate|maintain) (?:an? |any )?(?:physical )?(?:offices?|premises)|all (?:staff|employees) work remotely|without (?:an? )?offices?)\b/i;
const OFFICE =
  /\b(?:our (?:\w+ )?offices? (?:in|at|is|are|building|on)|head office (?:in|at|is)|the (?:\w+ )?office (?:is (?:locked|alarmed|located|protected)|building|door|has|entrance)|office (?:address|alarm|keyholders?)|(?:staff|employees) work (?:from|at|in) (?:our|the) offices?)\b/i;

/** Whether the company says that it has an office, or that it has none. */
export function* workingPlace(statement: Statement, setting: Setting): Iterable<Fact> {
  const { text } = statement;
  if (
    text.length > 400 ||
    /\b(?:if|when|where|supplier|customer|client|may|can|some|sometimes|occasional\w*|option|hybrid|those|anyone)\b/i.test(
      text,
    )
  )
    return;
  const remote = FULLY_REMOTE.exec(text);
  if (remote !== null && !/work(?:s|ing)? from home/i.test(remote[0]))
    yield factFrom(statement, remote.index, setting, {
      type: 'working-location',
      subject: 'workplace',
      value: 'no office',
      confidence: 0.75,
    });
  const office = OFFICE.exec(text);
  if (remote === null && office !== null && !/\b(?:data cent(?:re|er)s?|registered office)\b/i.test(text))
    yield factFrom(statement, office.index, setting, {
      type: 'working-location',
      subject: 'workplace',
      value: 'an office',
      confidence: 0.65,
    });
}
