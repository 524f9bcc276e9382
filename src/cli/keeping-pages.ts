import { counted } from '../report/counted.ts';
import { neutralised } from '../report/neutralised.ts';
import type { BackedUp } from '../workspace/keeping/backup.ts';
import type { ExportManifest } from '../workspace/keeping/export-format.ts';
import type { Verification, VerifiedOrganisation } from '../workspace/keeping/verify.ts';

/** What `verify` found, organisation by organisation. */
export function verificationLines({ organisations, missing, faults, whole }: Verification): readonly string[] {
  return [
    ...organisations.flatMap(organisationLines),
    ...faults.map((fault) => `BROKEN  the database itself: ${neutralised(fault)}`),
    ...missing.map(
      (hash) =>
        `NOT FOUND  ${hash}\n  No journal holds the head noted down: one was cut off, exchanged or not looked at.`,
    ),
    ...(organisations.length === 0 ? ['Nothing is kept here yet: there is no organisation.'] : []),
    whole ? 'Everything is whole.' : 'NOT WHOLE.',
  ];
}

/** Broken files that are named one by one; a lost disk would fill the screen otherwise. */
const NAMED = 20;

function organisationLines({
  organisation,
  head,
  erased,
  holds,
  files,
  broken,
  brokenFiles,
}: VerifiedOrganisation): readonly string[] {
  const gone = erased === 0 ? '' : `, ${amount(erased)} of them erased lawfully`;
  const loose = files.unreferenced === 0 ? '' : `; nothing refers to ${counted(files.unreferenced, 'other')}`;
  const more = brokenFiles.length - NAMED;
  return [
    `Organisation ${organisation}`,
    ...(broken
      ? [`  BROKEN   entry ${amount(broken.seq)}: ${neutralised(broken.why)}`]
      : [`  journal  ${entries(head.seq)} in one chain${gone}`, `  rows     ${amount(holds)}, as the journal says`]),
    `  files    ${amount(files.whole)} whole, ${megabytes(files.bytes)}${loose}`,
    ...brokenFiles
      .slice(0, NAMED)
      .map(
        ({ sha256, seq, why }) => `  BROKEN   file ${sha256},\n           of entry ${amount(seq)}: ${neutralised(why)}`,
      ),
    ...(more > 0 ? [`           and ${amount(more)} more`] : []),
    `  head     ${head.hash}`,
    '',
  ];
}

export function backupLines(file: string, { manifest, withKey }: BackedUp): readonly string[] {
  const { organisations, tables, files, missing } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `Backed up ${counted(organisations.length, 'organisation')}, ${counted(rows, 'row')} and ${counted(files.count, 'file')} (${megabytes(files.bytes)}) to`,
    neutralised(file),
    ...missing.map(
      ({ organisation, sha256, why }) => `MISSING  file ${sha256}\n         of organisation ${organisation}: ${why}`,
    ),
    '',
    ...organisations.map(
      ({ organisation, seq, hash }) => `Organisation ${organisation}, ${entries(seq)}, head\n  ${hash}`,
    ),
    '',
    withKey
      ? 'It holds the secret key. Guard it like the data itself.'
      : 'It holds no secret key: keep SECRET_KEY in another safe place.',
  ];
}

export function exportLines(
  file: string,
  { organisation, journal, files, missing }: ExportManifest,
): readonly string[] {
  return [
    `Exported organisation ${organisation.id}, ${entries(journal.entries)} and ${counted(files.count, 'file')} (${megabytes(files.bytes)}), to`,
    neutralised(file),
    ...missing.map(({ sha256, why }) => `MISSING  file ${sha256}: ${neutralised(why)}`),
    `head  ${journal.head}`,
  ];
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${amount(count)} entries`;
}

function amount(count: number): string {
  return count.toLocaleString('en-GB');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}
