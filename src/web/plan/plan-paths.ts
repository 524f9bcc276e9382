import { paths } from '../paths.ts';

const { plan } = paths;
const action = (organisation: string, id: string) => `${plan(organisation)}/actions/${encodeURIComponent(id)}`;

export const planPaths = {
  give: (organisation: string) => `${plan(organisation)}/give`,
  file: (organisation: string) => `${plan(organisation)}/export`,
  functionsFile: (organisation: string) => `${plan(organisation)}/functions`,
  openFile: (organisation: string) => `${plan(organisation)}/actions/open`,
  doneFile: (organisation: string) => `${plan(organisation)}/actions/done`,
  actions: (organisation: string) => `${plan(organisation)}/actions`,
  action,
  close: (organisation: string) => `${plan(organisation)}/actions/close`,
  done: (organisation: string, id: string) => `${action(organisation, id)}/done`,
  undo: (organisation: string, id: string) => `${action(organisation, id)}/undo`,
} as const;
