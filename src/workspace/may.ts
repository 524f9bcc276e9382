/** What a person is to an organisation. `staff` see and record their own training, read what was chosen for them and tell of incidents; an `adviser` is there until a day. */
export const ROLES = ['owner', 'contributor', 'approver', 'reader', 'staff', 'adviser'] as const;
export type Role = (typeof ROLES)[number];

/** Everything that can be done in an organisation. Each route and each use case names one. */
export const DEEDS = [
  'read-standing',
  'read-registers',
  'read-journal',
  'read-policies',
  'read-own-training',
  'write-own-training',
  'report-incidents',
  'download-documents',
  'write-answers',
  'approve-answers',
  'upload-documents',
  'release-held-documents',
  'write-registers',
  'erase',
  'manage-members',
  'manage-tokens',
  'manage-organisation',
  'export',
] as const;
export type Deed = (typeof DEEDS)[number];

/**
 * About oneself alone, and telling that something went wrong: whoever tells sees their own reports and nothing of the register.
 */
const OWN = ['read-policies', 'read-own-training', 'write-own-training', 'report-incidents'] as const;
const READ = ['read-standing', 'read-registers', 'read-journal', ...OWN, 'download-documents'] as const;
const WRITE = ['write-answers', 'upload-documents', 'write-registers'] as const;

const TABLE: Readonly<Record<Role, readonly Deed[]>> = {
  owner: DEEDS,
  approver: [...READ, ...WRITE, 'approve-answers', 'release-held-documents'],
  contributor: [...READ, ...WRITE],
  adviser: [...READ, ...WRITE],
  reader: READ,
  staff: OWN,
};

/** Whether a role may do a deed. The only place that knows. */
export function may(role: Role, deed: Deed): boolean {
  return TABLE[role].includes(deed);
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

export function isDeed(text: string): text is Deed {
  return DEEDS.some((deed) => deed === text);
}
