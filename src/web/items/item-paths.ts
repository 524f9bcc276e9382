import { paths } from '../paths.ts';

/** Addresses of what can be done on the page of an evidence item, besides answering it. */
export const itemPaths = {
  comment: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/comments`,
  removeComment: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/comments/remove`,
  carryOver: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/answer/carry-over`,
  responsibility: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/responsibility`,
} as const;
