import { paths } from '../paths.ts';

const incidents = (organisation: string) => `${paths.home(organisation)}/incidents`;
const one = (organisation: string, id: string) => `${incidents(organisation)}/${encodeURIComponent(id)}`;

/** Addresses of incidents as what needs doing; their entries of the register are elsewhere. */
export const incidentPaths = {
  incidents,
  report: (organisation: string) => `${incidents(organisation)}/report`,
  one,
  /** For everybody, and what they have told. */
  tell: (organisation: string) => `${paths.home(organisation)}/tell`,
  told: (organisation: string) => `${paths.home(organisation)}/tell/received`,
  /** Tables as files, without the ending. */
  closed: (organisation: string) => `${incidents(organisation)}/closed`,
  quarters: (organisation: string) => `${incidents(organisation)}/quarters`,
  timeline: (organisation: string, id: string) => `${one(organisation, id)}/timeline`,
  step: (organisation: string, id: string) => `${one(organisation, id)}/step`,
  undo: (organisation: string, id: string) => `${one(organisation, id)}/undo`,
} as const;
