/** "1 item", "3 items"; an irregular plural is given. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`;
}

/** "half an hour", "1 hour", "2½ hours", "21 hours": hours to the nearest half, whole from ten on. */
export function hoursInWords(hours: number): string {
  const rounded = hours >= 10 ? Math.round(hours) : Math.round(hours * 2) / 2;
  if (hours <= 0) return 'no time';
  if (rounded <= 0.5) return 'half an hour';
  const whole = Math.floor(rounded);
  const half = rounded > whole ? '½' : '';
  return `${whole.toLocaleString('en-GB')}${half} ${rounded === 1 ? 'hour' : 'hours'}`;
}

/** "a", "a and b", "a, b and c"; past `limit` the rest is counted: "a, b and 4 more". */
export function listed(words: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  if (words.length > limit && words.length > limit + 1) {
    return `${words.slice(0, limit).join(', ')} and ${words.length - limit} more`;
  }
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
