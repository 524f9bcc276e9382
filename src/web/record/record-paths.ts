import { paths } from '../paths.ts';

/** Addresses of what can be done with the things in a record, below the pages they belong to. */
export const recordPaths = {
  answer: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/answer`,
  approve: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/answer/approve`,
  sendBack: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/answer/send-back`,
  checked: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/checked`,
  observations: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/observations`,
  content: (organisation: string, id: string) => `${paths.document(organisation, id)}/content`,
  release: (organisation: string, id: string) => `${paths.document(organisation, id)}/release`,
  withdraw: (organisation: string, id: string) => `${paths.document(organisation, id)}/withdraw`,
  putBack: (organisation: string, id: string) => `${paths.document(organisation, id)}/put-back`,
  review: (organisation: string) => `${paths.documents(organisation)}/review`,
  acceptSure: (organisation: string) => `${paths.documents(organisation)}/review/accept`,
  withdrawUpload: (organisation: string) => `${paths.documents(organisation)}/withdraw-upload`,
  ownName: (organisation: string) => `${paths.documents(organisation)}/own-name`,
  decide: (organisation: string) => `${paths.documents(organisation)}/decide`,
  exportDocuments: (organisation: string) => `${paths.documents(organisation)}/export`,
  showItem: (organisation: string, ref: string) => `${paths.item(organisation, ref)}/upload`,
  search: (organisation: string) => `${paths.home(organisation)}/search`,
  eraseDocument: (organisation: string, id: string) => `${paths.document(organisation, id)}/erase`,
  add: (organisation: string, register: string) => `${paths.register(organisation, register)}/add`,
  exportRegisters: (organisation: string) => `${paths.registers(organisation)}/export`,
  exportRegister: (organisation: string, register: string) => `${paths.register(organisation, register)}/export`,
  importRegister: (organisation: string, register: string) => `${paths.register(organisation, register)}/import`,
  importColumns: (organisation: string, register: string) => `${paths.register(organisation, register)}/import/columns`,
  importPreview: (organisation: string, register: string) => `${paths.register(organisation, register)}/import/preview`,
  importRefused: (organisation: string, register: string, format: string) =>
    `${paths.register(organisation, register)}/import/refused.${format}`,
  importTake: (organisation: string, register: string) => `${paths.register(organisation, register)}/import/take`,
  takeImportBack: (organisation: string, register: string) =>
    `${paths.register(organisation, register)}/import/take-back`,
  remove: (organisation: string, register: string, id: string) => `${paths.entity(organisation, register, id)}/remove`,
  restore: (organisation: string, register: string, id: string) =>
    `${paths.entity(organisation, register, id)}/restore`,
  erase: (organisation: string, register: string, id: string) => `${paths.entity(organisation, register, id)}/erase`,
  handOver: (organisation: string, id: string) => `${paths.entity(organisation, 'people', id)}/hand-over`,
  activities: (organisation: string) => `${paths.home(organisation)}/activities`,
  recordActivity: (organisation: string, template: string) =>
    `${paths.home(organisation)}/activities/${encodeURIComponent(template)}`,
  secondFactor: (organisation: string) => `${paths.settings(organisation)}/second-factor`,
} as const;
