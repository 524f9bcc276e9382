/** What a person is to an organisation. `staff` see their own training and the policies; an `adviser` is there until a day. */
export const ROLES = ['owner', 'contributor', 'approver', 'reader', 'staff', 'adviser'] as const;
export type Role = (typeof ROLES)[number];

/** Everything that can be done in an organisation. Each route and each use case names one. */
export const DEEDS = [
  'read-standing',
  'read-registers',
  'read-journal',
  'read-policies',
  'read-own-training',
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

const READ = [
  'read-standing',
  'read-registers',
  'read-journal',
  'read-policies',
  'read-own-training',
  'download-documents',
] as const;
const WRITE = ['write-answers', 'upload-documents', 'write-registers'] as const;

const TABLE: Readonly<Record<Role, readonly Deed[]>> = {
  owner: DEEDS,
  approver: [...READ, ...WRITE, 'approve-answers', 'release-held-documents'],
  contributor: [...READ, ...WRITE],
  adviser: [...READ, ...WRITE],
  reader: READ,
  staff: ['read-policies', 'read-own-training'],
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
