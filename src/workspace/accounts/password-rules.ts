/** Length is what makes a password hard to guess; rules about signs only make people write it down (NCSC, NIST SP 800-63B). */
export const SHORTEST = 12;
export const LONGEST = 200;

/** What is wrong with a new password, in the pattern of NHS.UK; undefined when it will do. `about` are words that name the person or the organisation. */
export async function passwordFault(password: string, about: readonly string[]): Promise<string | undefined> {
  // Counted as a person counts, so that an emoji is one.
  const length = [...password].length;
  if (length === 0) return 'Enter a password';
  if (length < SHORTEST) return `Password must be ${SHORTEST} characters or more`;
  if (length > LONGEST) return `Password must be ${LONGEST} characters or fewer`;
  const plain = password.toLowerCase();
  const stripped = plain.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}]+/u, '');
  // The list is large, and most days nobody chooses a password.
  const { COMMON_PASSWORDS: common } = await import('./common-passwords.ts');
  if (common.has(plain) || common.has(stripped) || /^(.{1,4})\1+$/u.test(plain) || isRun(plain))
    return 'Password must not be one that is commonly used. Try three random words';
  const named = about
    .flatMap(wordsIn)
    .find((word) => plain.includes(word) && [...plain.replaceAll(word, '')].length < 8);
  return named === undefined ? undefined : 'Password must not be built on your name, email address or organisation';
}

function wordsIn(text: string): readonly string[] {
  return [...new Set([...text.toLowerCase().split(/[^\p{L}\p{N}]+/u), text.toLowerCase().split('@')[0] ?? ''])].filter(
    (word) => word.length >= 4,
  );
}

/** "abcdefghijkl", "123456789012". */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, i) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0));
  return steps.filter((step) => Math.abs(step) === 1).length >= steps.length - 1;
}
