/** A named responsibility and the words documents use for it. What follows from holding it is readiness's business. */
export type RoleWords = { readonly id: string; readonly words: readonly string[] };

export const ROLES: readonly RoleWords[] = [
  { id: 'siro', words: ['senior information risk owner', 'siro'] },
  { id: 'dpo', words: ['data protection officer', 'dpo'] },
  {
    id: 'dp-lead',
    words: [
      'data protection lead',
      'data protection manager',
      'privacy lead',
      'privacy officer',
      'data privacy manager',
    ],
  },
  { id: 'caldicott', words: ['caldicott guardian', 'caldicott lead'] },
  {
    id: 'ig-lead',
    words: [
      'information governance lead',
      'information governance manager',
      'ig lead',
      'ig manager',
      'head of information governance',
      'dspt lead',
    ],
  },
  {
    id: 'security-lead',
    words: [
      'chief information security officer',
      'ciso',
      'information security officer',
      'information security manager',
      'information security lead',
      'head of information security',
      'cyber security lead',
      'data security lead',
      'security lead',
      'security officer',
    ],
  },
  { id: 'isms-lead', words: ['isms lead', 'isms manager', 'isms owner'] },
  { id: 'it-lead', words: ['it lead', 'it manager', 'head of it', 'it director', 'ict lead', 'ict manager'] },
  {
    id: 'cto',
    words: ['chief technology officer', 'chief technical officer', 'cto', 'technical director', 'technology director'],
  },
  { id: 'md', words: ['managing director', 'chief executive officer', 'chief executive', 'ceo', 'md'] },
  { id: 'coo', words: ['chief operating officer', 'coo', 'operations director', 'director of operations'] },
  { id: 'cso', words: ['clinical safety officer', 'clinical safety lead'] },
  { id: 'bc-lead', words: ['business continuity lead', 'business continuity manager', 'bcp owner', 'continuity lead'] },
  { id: 'incident-lead', words: ['incident manager', 'incident lead', 'incident response lead', 'incident commander'] },
  { id: 'hr-lead', words: ['hr manager', 'hr lead', 'head of hr', 'head of people', 'people manager'] },
];

/** Words before a role that make it another role or another time. */
export const DEPUTY_WORDS = ['deputy', 'assistant', 'alternate', 'backup', 'cover for', 'stand-in', 'delegate', 'vice'];
export const FORMER_WORDS = ['former', 'previous', 'outgoing', 'ex', 'past', 'retiring'];
export const ACTING_WORDS = ['acting', 'interim', 'temporary'];

export const ROLE_WORDS: ReadonlySet<string> = new Set(
  ROLES.flatMap((role) => role.words)
    .flatMap((words) => words.split(' '))
    .filter((word) => word.length > 1),
);
