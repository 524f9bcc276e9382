/**
 * Words of one meaning above columns, the first of which stands for all; each is written as it is once its ending is cut off by
 * `stem`. Two words joined by a blank are read as one.
 */
export const SAME_WORDS: readonly (readonly string[])[] = [
  ['date', 'day', 'dated', 'when'],
  ['number', 'no', 'nr', 'num', 'id', 'ref', 'reference', 'code'],
  ['end', 'expire', 'expiry', 'expir', 'until', 'finish', 'termination', 'expiration', 'terminat'],
  ['start', 'begin', 'commence', 'commenc', 'began', 'from'],
  ['type', 'kind', 'category', 'sort', 'class'],
  ['supplier', 'vendor', 'third party', 'provider', 'thirdparty'],
  ['email', 'e mail'],
  ['personal data', 'pii', 'personal information', 'personal identifiable'],
  ['dspt', 'dsp toolkit', 'toolkit'],
  ['learn', 'learnt'],
  ['cert', 'certificate', 'certificat'],
];

/** Words above a column that alone tell little of what is in it, and how much of a whole word each counts. */
export const LIGHT_WORDS: Readonly<Record<string, number>> = {
  date: 0.3,
  name: 0.3,
  number: 0.5,
  type: 0.5,
  last: 0.3,
  detail: 0.3,
};
