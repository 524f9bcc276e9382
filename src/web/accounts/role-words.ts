import { listed } from '../../report/counted.ts';
import { type Deed, may, type Role } from '../../workspace/may.ts';

/** What a deed comes to, for people; a deed that tells nothing besides the others has no words. */
const DEED_WORDS: readonly (readonly [deed: Deed, words: string])[] = [
  ['read-registers', 'see the record'],
  ['write-registers', 'change it'],
  ['write-answers', 'decide which documents show an item'],
  ['approve-answers', 'approve that an item does not apply'],
  ['release-held-documents', 'release documents held back'],
  ['manage-members', 'decide who else may'],
];
/** Said of a role that may not see the record. */
const OWN_WORDS: readonly (readonly [deed: Deed, words: string])[] = [
  ['read-policies', 'read what staff are asked to read'],
  ['write-own-training', 'see and record their own training'],
  ['report-incidents', 'tell of what goes wrong'],
];

/** What a role may do, in one sentence without its end: worked out from what it may, so that it cannot say anything else. */
function whatOf(role: Role): string {
  const all = may(role, 'read-registers') ? DEED_WORDS : OWN_WORDS;
  const words = all.filter(([deed]) => may(role, deed)).map(([, one]) => one);
  const until = role === 'adviser' ? ', until a day that you set' : '';
  const not = may(role, 'write-answers') && !may(role, 'approve-answers') ? ', but approve nothing' : '';
  return `${role === 'adviser' ? 'an outsider who ' : ''}may ${listed(words)}${not}${until}`;
}

type RoleWords = { readonly name: string; readonly what: string };

/** What each role is called and may do, for people. */
export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  owner: { name: 'Owner', what: whatOf('owner') },
  contributor: { name: 'Contributor', what: whatOf('contributor') },
  approver: { name: 'Approver', what: whatOf('approver') },
  reader: { name: 'Reader', what: whatOf('reader') },
  staff: { name: 'Staff', what: whatOf('staff') },
  adviser: { name: 'Adviser', what: whatOf('adviser') },
};
