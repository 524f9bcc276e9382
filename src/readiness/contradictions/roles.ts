/** A named responsibility. `sole` ones are held by one person at a time, so that two current holders disagree. */
export type Role = {
  /** Subject of `role-holder` facts. */
  readonly id: string;
  readonly name: string;
  readonly sole: boolean;
  /** Named by law, the Toolkit or national guidance. */
  readonly statutory: boolean;
  /** Evidence items that lean on the role. */
  readonly refs: readonly string[];
};

export const ROLES: readonly Role[] = [
  { id: 'siro', name: 'senior information risk owner (SIRO)', sole: true, statutory: true, refs: ['1.1.5', '3.4.1'] },
  { id: 'dpo', name: 'data protection officer', sole: true, statutory: true, refs: ['1.1.5'] },
  { id: 'dp-lead', name: 'data protection lead', sole: true, statutory: false, refs: ['1.1.5'] },
  { id: 'caldicott', name: 'Caldicott Guardian', sole: true, statutory: true, refs: ['1.1.5'] },
  { id: 'ig-lead', name: 'information governance lead', sole: true, statutory: true, refs: ['1.1.5', '3.4.1'] },
  { id: 'security-lead', name: 'information security lead', sole: true, statutory: true, refs: ['1.1.5', '3.4.1'] },
  { id: 'isms-lead', name: 'ISMS lead', sole: true, statutory: false, refs: ['1.1.5'] },
  { id: 'it-lead', name: 'IT lead', sole: true, statutory: false, refs: ['1.1.5', '9.2.3'] },
  { id: 'cto', name: 'chief technology officer', sole: true, statutory: false, refs: [] },
  { id: 'md', name: 'managing director', sole: true, statutory: false, refs: ['1.1.5'] },
  { id: 'coo', name: 'chief operating officer', sole: true, statutory: false, refs: [] },
  { id: 'cso', name: 'clinical safety officer', sole: true, statutory: true, refs: [] },
  { id: 'bc-lead', name: 'business continuity lead', sole: true, statutory: false, refs: ['7.1.2'] },
  { id: 'incident-lead', name: 'incident lead', sole: false, statutory: false, refs: ['6.1.1'] },
  { id: 'hr-lead', name: 'HR lead', sole: true, statutory: false, refs: [] },
];

const BY_ID = new Map(ROLES.map((role) => [role.id, role]));

export function roleById(id: string): Role | undefined {
  return BY_ID.get(id);
}
