import { findDates } from '../dates/find-dates.ts';
import { personColumn } from './columns.ts';
import type { FactFamily } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import { nameAtStart, personKey } from './person-name.ts';
import { NUMBER, numberOf } from './quantity.ts';

const OPT_OUT = /\bnational data opt-?outs?\b/i;
const NOT_CONCERNED =
  /\b(?:do(?:es)? not (?:apply|use|affect|need)|not (?:apply|applicable|in scope|required)|makes no difference|out of scope|exempt|no (?:research|planning)|only for (?:direct|individual) care)\b/i;
const REPORTED = new RegExp(
  `\\b(${NUMBER})\\s(?:\\w+\\s){0,2}?(?:phish(?:ing|es)?|suspicious)(?:\\s(?:e-?mails?|messages?|attempts?))?\\s(?:\\w+\\s){0,2}?reported\\b|\\breported\\s(${NUMBER})\\s(?:phish|suspicious)`,
  'i',
);

/** Answers that the portal asks for as text: opt-out position, phishing reports, specialist courses, risks, Early Warning. */
export const furtherAnswers: FactFamily = {
  name: 'further-answers',
  cues: ['opt', 'optout', 'phishing', 'phishes', 'suspicious', 'warning'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const optOut = OPT_OUT.exec(text);
    if (optOut !== null)
      yield factFrom(statement, optOut.index, setting, {
        type: 'opt-out-position',
        subject: 'national data opt-out',
        value: NOT_CONCERNED.test(text) ? 'not concerned' : 'stated',
        confidence: 0.7,
      });
    const reported = REPORTED.exec(text);
    const count = numberOf(reported?.[1] ?? reported?.[2] ?? '');
    if (reported !== null && Number.isFinite(count)) {
      const month = findDates(text)[0]?.date;
      yield factFrom(statement, reported.index, setting, {
        type: 'phishing-reports',
        subject: 'reports in a month',
        value: count,
        unit: 'reports',
        confidence: 0.7,
        ...(month !== undefined && { asOf: month }),
      });
    }
    if (/\bearly[- ]warning\b/i.test(text) && /\b(?:NCSC|registered|member|signed up|joined|enrolled)\b/i.test(text)) {
      yield factFrom(statement, 0, setting, {
        type: 'early-warning-member',
        subject: 'NCSC Early Warning',
        value: !/\bnot\b/i.test(text),
        confidence: 0.7,
      });
    }
  },
  *fromTable(register, setting) {
    const about = `${register.context} ${setting.title} ${setting.path.toLowerCase()}`;
    if (/\bphish/.test(about)) yield* phishingRows(register, setting);
    if (/\brisk register|risk log|risk assessment|top (?:three|3) risks\b/.test(about))
      yield* riskRows(register, setting);
    if (/\btraining|courses?\b/.test(about)) yield* roleTrainingRows(register, setting);
  },
};

type Table = NonNullable<FactFamily['fromTable']>;

function* phishingRows(...[register, setting]: Parameters<Table>) {
  const month = columnOf(register, /\bmonth|date|period\b/);
  const reports = columnOf(register, /\breport(?:ed|s)?\b/);
  if (month < 0 || reports < 0 || month === reports) return;
  for (const row of register.table.rows) {
    const when = findDates(cellText(row, month))[0]?.date;
    const count = /^\d{1,4}$/.exec(cellText(row, reports))?.[0];
    if (when === undefined || count === undefined || isExampleRow(row)) continue;
    yield factFromRow(row, reports, setting, {
      type: 'phishing-reports',
      subject: 'reports in a month',
      value: Number(count),
      unit: 'reports',
      confidence: 0.85,
      asOf: when,
    });
  }
}

/** What a list of risks has besides what each is. */
const WEIGHED = [
  /\brisks? (?:id|ref|no|number)\b|^(?:id|ref|no\.?|#)$/,
  /\b(?:likelihood|probability)\b/,
  /\b(?:impact|consequences?|severity)\b/,
  /^(?!.*\b(?:likelihood|impact)\b).*\b(?:score|rating|level)\b/,
  /\bowner\b/,
  /\b(?:treatment|mitigations?|controls?|response)\b/,
];

function* riskRows(...[register, setting]: Parameters<Table>) {
  const title = columnOf(
    register,
    /^(?:risk|risk title|title|risk description|description|what could go wrong|threat)$/,
  );
  const score = columnOf(register, /\b(?:score|rating|level)\b/);
  // What changed from version to version is described too, and is no risk.
  if (title < 0 || columnOf(register, /\b(?:version|revision|issue)\b/) >= 0) return;
  // So is what each likelihood means, or each step of a plan: a list of risks weighs each, and says more of it than that.
  const weighs = WEIGHED.filter((pattern) => register.columns.some((name, at) => at !== title && pattern.test(name)));
  if (!/\brisks?\b/.test(register.columns[title] ?? '') && weighs.length < 2) return;
  for (const row of register.table.rows) {
    const name = cellText(row, title);
    if (name.length < 6 || isExampleRow(row)) continue;
    yield factFromRow(row, title, setting, {
      type: 'risk',
      subject: name.toLowerCase().slice(0, 80),
      value: cellText(row, score),
      confidence: 0.8,
      parts: { title: name },
    });
  }
}

const GENERAL_COURSE =
  /\b(?:data security awareness|annual|refresher|induction|mandatory|basics|level 1|e-?learning)\b/i;

/** Courses beyond the yearly basics: those a role needs. */
function* roleTrainingRows(...[register, setting]: Parameters<Table>) {
  const person = personColumn(register);
  const course = columnOf(register, /\b(?:course|training|qualification|module)\b/);
  const done = columnOf(
    register,
    /\b(?:completed|completion|finished|date|passed|done|taken)\b(?!.*(?:next|due|expir))/,
  );
  const until = columnOf(register, /\b(?:expir\w*|runs out|valid|until)\b/);
  const role = columnOf(register, /\b(?:role|hat|position|job|post)\b/);
  if (person < 0 || course < 0 || course === person || done < 0) return;
  for (const row of register.table.rows) {
    const who = nameAtStart(cellText(row, person));
    const name = cellText(row, course);
    const date = findDates(cellText(row, done))[0]?.date;
    if (who === undefined || name === '' || date === undefined || GENERAL_COURSE.test(name)) continue;
    const ends = findDates(cellText(row, until))[0]?.date.to;
    yield factFromRow(row, course, setting, {
      type: 'role-training',
      subject: personKey(who),
      value: name,
      confidence: 0.8,
      asOf: date,
      parts: { name: who, role: cellText(row, role), ...(ends !== undefined && { expires: ends }) },
    });
  }
}
