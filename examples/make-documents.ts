import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { convertMarkdown } from './convert.ts';
import { mailOf } from './making/mail.ts';
import { screenshotOf } from './making/screenshot.ts';
import { workbookOf } from './making/spreadsheet.ts';

/**
 * Every document of the example with the source it is made from, both without their folders `documents/` and `source/`. The
 * ending of `to` says how it is made; a workbook has one CSV a sheet, named `<workbook>.<sheet>.csv`.
 */
export const DOCUMENTS: readonly { readonly to: string; readonly from: readonly string[] }[] = [
  { to: 'README.md', from: ['README.md'] },
  { to: 'policies/data-protection-policy.docx', from: ['policies/data-protection-policy.md'] },
  {
    to: 'policies/information-and-network-security-policy.docx',
    from: ['policies/information-and-network-security-policy.md'],
  },
  {
    to: 'policies/data-quality-and-record-keeping-policy.md',
    from: ['policies/data-quality-and-record-keeping-policy.md'],
  },
  { to: 'policies/records-retention-schedule.docx', from: ['policies/records-retention-schedule.md'] },
  { to: 'policies/password-policy.md', from: ['policies/password-policy.md'] },
  { to: 'policies/mobile-device-policy.docx', from: ['policies/mobile-device-policy.md'] },
  { to: 'policies/incident-response-procedure.pdf', from: ['policies/incident-response-procedure.md'] },
  { to: 'policies/joiners-movers-leavers-procedure.docx', from: ['policies/joiners-movers-leavers-procedure.md'] },
  { to: 'policies/national-data-opt-out-statement.pdf', from: ['policies/national-data-opt-out-statement.md'] },
  { to: 'policies/website-privacy-notice.html', from: ['policies/website-privacy-notice.md'] },
  { to: 'policies/annual-leave-policy.docx', from: ['policies/annual-leave-policy.md'] },
  {
    to: 'registers/information-asset-register.xlsx',
    from: ['registers/information-asset-register.Register.csv'],
  },
  {
    to: 'registers/asset-register.xlsx',
    from: ['registers/asset-register.Hardware.csv', 'registers/asset-register.Software.csv'],
  },
  { to: 'registers/incident-log.csv', from: ['registers/incident-log.csv'] },
  { to: 'registers/access-review-2026-10.csv', from: ['registers/access-review-2026-10.csv'] },
  { to: 'registers/anti-malware-report-2026-11-02.csv', from: ['registers/anti-malware-report-2026-11-02.csv'] },
  { to: 'registers/spot-check-2026-08.docx', from: ['registers/spot-check-2026-08.md'] },
  { to: 'registers/mfa-settings.png', from: ['registers/mfa-settings.md'] },
  { to: 'continuity/business-continuity-plan.docx', from: ['continuity/business-continuity-plan.md'] },
  {
    to: 'continuity/continuity-exercise-report-2026-05.pdf',
    from: ['continuity/continuity-exercise-report-2026-05.md'],
  },
  { to: 'continuity/backup-policy.md', from: ['continuity/backup-policy.md'] },
  { to: 'continuity/backup-results-2026-11.csv', from: ['continuity/backup-results-2026-11.csv'] },
  { to: 'continuity/restore-test-log.xlsx', from: ['continuity/restore-test-log.Tests.csv'] },
  { to: 'continuity/emergency-contacts.pdf', from: ['continuity/emergency-contacts.md'] },
  {
    to: 'people/staff-list.xlsx',
    from: ['people/staff-list.Staff.csv', 'people/staff-list.Leavers.csv', 'people/staff-list.Contractors.csv'],
  },
  { to: 'people/training-register.xlsx', from: ['people/training-register.Training.csv'] },
  { to: 'people/training-needs-analysis-2026.docx', from: ['people/training-needs-analysis-2026.md'] },
  { to: 'people/employment-contract-template.docx', from: ['people/employment-contract-template.md'] },
  { to: 'people/staff-reminder-passwords-and-wifi.eml', from: ['people/staff-reminder-passwords-and-wifi.md'] },
  { to: 'suppliers/supplier-register.xlsx', from: ['suppliers/supplier-register.Suppliers.csv'] },
  { to: 'suppliers/westermere-service-schedule.pdf', from: ['suppliers/westermere-service-schedule.md'] },
  { to: 'suppliers/re-reminders-to-wrong-numbers.eml', from: ['suppliers/re-reminders-to-wrong-numbers.md'] },
  { to: 'minutes/directors-meeting-2026-09-17.docx', from: ['minutes/directors-meeting-2026-09-17.md'] },
  { to: 'certificates/ico-registration-certificate.pdf', from: ['certificates/ico-registration-certificate.md'] },
  { to: 'certificates/ravenhill-iso-27001-certificate.pdf', from: ['certificates/ravenhill-iso-27001-certificate.md'] },
  { to: 'certificates/siro-training-certificate.pdf', from: ['certificates/siro-training-certificate.md'] },
];

const here = import.meta.dirname;

/** Makes every document from its source, by path. The same sources always give the same bytes. */
export async function makeDocuments(): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const { to, from } of DOCUMENTS) made.set(to, await makeDocument(to, from));
  return made;
}

async function makeDocument(to: string, from: readonly string[]): Promise<Uint8Array> {
  const sources = await Promise.all(from.map(readSource));
  const [source = ''] = sources;
  const ending = to.slice(to.lastIndexOf('.') + 1);
  switch (ending) {
    case 'md':
    case 'csv':
      return new TextEncoder().encode(source);
    case 'docx':
    case 'pdf':
    case 'html':
      return convertMarkdown(source, ending);
    case 'eml':
      return mailOf(source);
    case 'png':
      return screenshotOf(source);
    case 'xlsx':
      return workbookOf(from.map((path, at) => ({ name: path.split('.').at(-2) ?? 'Sheet1', csv: sources[at] ?? '' })));
    default:
      throw new Error(`${to}: documents ending in .${ending} are not made here.`);
  }
}

/** The text of a source file, by its path inside `source/`. */
export function readSource(path: string): Promise<string> {
  return readFile(join(here, 'source', path), 'utf8');
}

if (import.meta.main) {
  const folder = join(here, 'documents');
  const documents = await makeDocuments();
  await rm(folder, { recursive: true, force: true });
  for (const [path, bytes] of documents) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const total = [...documents.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`Made ${documents.size} documents, ${Math.round(total / 1024)} kB, in examples/documents.`);
}
