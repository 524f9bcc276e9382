/** True when two person keys (`jane smith`, `j smith`: values of role-holder facts) can be one person: same surname, and first names equal or one an initial of the other. */
export function samePerson(a: string, b: string): boolean {
  if (a === b) return true;
  const [firstA = '', lastA = ''] = a.split(' ');
  const [firstB = '', lastB = ''] = b.split(' ');
  if (lastA !== lastB) return false;
  if (firstA.length === 1 || firstB.length === 1) return firstA[0] === firstB[0];
  return firstA.length >= 3 && firstB.length >= 3 && (firstA.startsWith(firstB) || firstB.startsWith(firstA));
}
