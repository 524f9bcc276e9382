/** An email address as it is compared, and kept for signing in; undefined when it is none. */
export function emailOf(text: string): string | undefined {
  const email = text.trim().toLowerCase().normalize('NFC');
  return email.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}.]+$/u.test(email) ? email : undefined;
}

/** What is wrong with an email address; undefined for one that can be. */
export function emailProblem(email: string): string | undefined {
  return emailOf(email) === undefined
    ? 'Enter an email address in the correct format, like name@example.com'
    : undefined;
}
