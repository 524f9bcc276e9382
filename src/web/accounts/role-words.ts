import type { Role } from '../../workspace/may.ts';

/** What each role is called and may do, for people. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly name: string; readonly what: string }>> = {
  owner: { name: 'Owner', what: 'may do everything, and decides who else may' },
  approver: { name: 'Approver', what: 'may change the record, and approves what needs approval' },
  contributor: { name: 'Contributor', what: 'may change the record' },
  reader: { name: 'Reader', what: 'may see the record' },
  staff: {
    name: 'Staff',
    what: 'reads what staff are asked to read, sees and records their own training, and tells of what goes wrong',
  },
  adviser: { name: 'Adviser', what: 'an outsider who may see and change the record, until a day that you set' },
};
