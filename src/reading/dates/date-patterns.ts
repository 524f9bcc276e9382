const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const TIME =
  '(?:,? at)?[t ,]{1,2}\\d{1,2}[:.]\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?: ?[ap]m)?(?:z|[+-]\\d{2}:?\\d{2}| ?(?:utc|gmt|bst))?';
const YEAR = '(?:19|20)\\d{2}';

/**
 * Every written form of a date, tried in this order at each position of the text, so that the longest reading comes
 * first. A branch without a named date part (`notDate`) eats something that looks like a date and is none: a year pair
 * such as 2025/26, a standard such as ISO 27001:2022, a version or clause number, an IP address.
 */
const FORMS: readonly string[] = [
  `(?<notDate>(?<![\\d/.-])${YEAR} ?(?:[/–]|-(?!(?:0\\d|1[0-2])(?!\\d))) ?(?:20)?\\d{2}(?![\\d/.-])|\\d{4,5}(?:-\\d)?:20\\d{2}|\\bv(?:er(?:sion)?)?\\.? ?\\d+(?:\\.\\d+){1,4}|\\d+(?:\\.\\d+){3,})`,
  `(?<![\\d/.-])(?<isoYear>${YEAR})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})(?!\\d)(?:${TIME})?`,
  `(?<![\\d/.-])(?<ymdYear>${YEAR})/(?<ymdMonth>\\d{2})/(?<ymdDay>\\d{2})(?![\\d/])`,
  `(?:\\b(?<numericWeekday>${WEEKDAY}),? )?(?<![\\d/.-])(?<first>\\d{1,2})(?<separator>[/.-])(?<second>\\d{1,2})\\k<separator>(?<numericYear>${YEAR}|\\d{2})(?![\\d/]|[.-]\\d)(?:${TIME})?`,
  `(?:\\b(?<dayWeekday>${WEEKDAY}),? (?:the )?)?(?<!\\d|\\d[.,])(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)?[ -](?<month>${MONTH})\\b\\.?,?[ -]?(?<year>${YEAR}(?!\\d)|'\\d{2}(?!\\d)|\\d{2}(?![\\d%:.]\\S|\\d| [a-z]))(?:${TIME})?`,
  `(?:\\b(?<monthWeekday>${WEEKDAY}),? )?\\b(?<monthFirst>${MONTH})\\.? (?<monthFirstDay>\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(?<monthFirstYear>${YEAR})(?!\\d)`,
  `\\b(?<monthOnly>${MONTH})\\b\\.?,?(?: of)?[ -](?<monthYear>${YEAR}(?!\\d)|'\\d{2}(?!\\d))`,
  `(?<![\\d/.-])(?<dashYear>${YEAR})-(?<dashMonth>0[1-9]|1[0-2])(?![\\d-])`,
  `(?<![\\d/.-])(?<slashMonth>0[1-9]|1[0-2])/(?<slashYear>${YEAR})(?![\\d/])`,
  `\\bq(?<quarter>[1-4])[ ,-]{1,2}(?<quarterYear>${YEAR})(?![\\d/])|\\b(?<yearOfQuarter>${YEAR})[ -]?q(?<quarterAfter>[1-4])\\b`,
  `\\b(?<season>spring|summer|autumn|winter) (?<seasonYear>${YEAR})(?!\\d)(?:[/–-]\\d{2}(?!\\d))?`,
  `\\b(?:in|during|since|until|early|mid|late|end of|throughout|for|by)[ -](?<yearOnly>${YEAR})(?![\\d/:.–-]\\d|\\d| [a-z]{1,12}s\\b)`,
];

export const DATE_FORMS = new RegExp(FORMS.join('|'), 'gi');

/** Every date holds a four-digit year, a run of three numbers, or a short year after a word; most text is passed over by this. */
export const MAY_HOLD_DATE = /(?:19|20)\d\d|\d[/.-]\d{1,2}[/.-]\d\d|[a-z]{3}\.?,?[ -]?'?\d\d/i;
