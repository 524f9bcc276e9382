const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MILLISECONDS_A_DAY = 86_400_000;

/** Built-in number formats that matter here, ECMA-376 part 1, 18.8.30: dates, times and percentages. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  27: 'yyyy/m/d',
  30: 'm/d/yy',
  36: 'yyyy/m/d',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: 'yyyy/m/d',
  57: 'yyyy/m/d',
};

/** How a cell's number is meant, from its number format. */
export type NumberStyle = 'date' | 'date-time' | 'month' | 'time' | 'percent' | 'plain' | { readonly zeros: number };

export function numberStyle(id: number, custom: ReadonlyMap<number, string>): NumberStyle {
  const code = (custom.get(id) ?? BUILT_IN[id] ?? 'General').split(';', 1)[0] ?? '';
  // Quoted words, escaped characters and [colour] or [locale] marks are not part of the pattern; [h] is elapsed time.
  const pattern = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_./gi, '').toLowerCase();
  if (pattern.includes('general')) return 'plain';
  const day = pattern.includes('d') || pattern.includes('y');
  const time = pattern.includes('h') || pattern.includes('s');
  if (day && time) return 'date-time';
  if (day) return pattern.includes('d') ? 'date' : pattern.includes('m') ? 'month' : 'date';
  if (time) return 'time';
  if (pattern.includes('m') && !/[0#]/.test(pattern)) return 'month';
  if (pattern.includes('%')) return 'percent';
  const zeros = /^0{2,}$/.test(pattern) ? pattern.length : 0;
  return zeros > 0 ? { zeros } : 'plain';
}

/**
 * A number as the sheet shows it. Dates are `DD/MM/YYYY` whatever the sheet's own order, so that nobody reads them the other
 * way round. `from1904` is the workbook's date system: day 0 is 1 January 1904 rather than 31 December 1899.
 */
export function shownNumber(value: number, style: NumberStyle, from1904: boolean): string {
  if (style === 'percent') return `${tidy(value * 100)}%`;
  if (typeof style === 'object')
    return Number.isInteger(value) && value >= 0 ? String(value).padStart(style.zeros, '0') : tidy(value);
  if (style === 'plain') return tidy(value);
  const instant = instantOf(value, from1904);
  if (!instant) return tidy(value);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${two(instant.getUTCDate())}/${two(instant.getUTCMonth() + 1)}/${instant.getUTCFullYear()}`;
  const time = `${two(instant.getUTCHours())}:${two(instant.getUTCMinutes())}`;
  if (style === 'time') return value >= 1 ? `${Math.floor(value * 24)}:${two(instant.getUTCMinutes())}` : time;
  if (style === 'month') return `${MONTHS[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`;
  return style === 'date-time' && value % 1 !== 0 ? `${day} ${time}` : day;
}

/** Serial days to an instant. The 1900 system counts a 29 February 1900 that never was, so days before March 1900 are one off. */
function instantOf(serial: number, from1904: boolean): Date | undefined {
  if (serial < 0 || serial > 2_958_466) return undefined;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(epoch + Math.round(serial * 86_400) * (MILLISECONDS_A_DAY / 86_400));
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function tidy(value: number): string {
  return String(Number(value.toPrecision(12)));
}
