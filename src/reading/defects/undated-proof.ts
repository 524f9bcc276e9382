import { findDates } from '../dates/find-dates.ts';
import { fileName } from '../profile/document-kind.ts';
import { type DefectRule, place } from './defect-rule.ts';

/** Screenshots, exports and test results without any date, which cannot show that they are recent (fact types, D25 and D04). */
export const undatedProof: DefectRule = ({ content, profile, path, openlyBlank }) => {
  const isTest =
    profile.kind === 'report' &&
    /\b(?:test|scan|export|results?)\b/i.test(profile.title) &&
    !/\bplan\b/i.test(profile.title);
  if (openlyBlank || (profile.kind !== 'screenshot' && !isTest)) return [];
  const [first] = content.lines;
  if (profile.dates.length > 0 || findDates(fileName(path).replace(/_/g, ' ')).length > 0) return [];
  if (Object.values(content.properties).some((value) => findDates(value).length > 0)) return [];
  if (content.lines.some((line) => findDates(line.text).length > 0)) return [];
  return [
    {
      code: 'undated-proof',
      severity: 'medium',
      message: 'Nothing in it says when it was taken, so it cannot show that it is recent.',
      next: 'Take it again with the date in view, or keep it with a dated note that says who took it and when.',
      places: [first === undefined ? {} : place(first.where, first.text)],
      subject: profile.title,
      effect: 'blocks',
    },
  ];
};
