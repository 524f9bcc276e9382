import { paths } from '../paths.ts';

const risks = (organisation: string) => `${paths.home(organisation)}/risks`;
const one = (organisation: string, id: string) => `${risks(organisation)}/${encodeURIComponent(id)}`;

/** Addresses of risks as what needs doing; their entries of the register are elsewhere. */
export const riskPaths = {
  risks,
  /** The list and the matrix as files, without the ending. */
  list: (organisation: string) => `${risks(organisation)}/export`,
  matrix: (organisation: string) => `${risks(organisation)}/matrix`,
  board: (organisation: string) => `${risks(organisation)}/board`,
  review: (organisation: string, id: string) => `${one(organisation, id)}/review`,
  undo: (organisation: string, id: string) => `${one(organisation, id)}/undo`,
} as const;
