import { paths } from '../paths.ts';

const reading = (organisation: string) => `${paths.home(organisation)}/people/reading`;

/** Addresses of what staff are asked to read. */
export const readingPaths = {
  reading,
  choose: (organisation: string) => `${reading(organisation)}/choose`,
  /** Of one document: whether staff are to read it. */
  ofDocument: (organisation: string, id: string) => `${paths.document(organisation, id)}/staff-read`,
  /** Tables as files, without the ending. */
  documentsFile: (organisation: string) => `${reading(organisation)}/documents`,
  peopleFile: (organisation: string) => `${reading(organisation)}/who`,
} as const;
