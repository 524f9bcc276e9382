import { certificatesOf } from '../catalogue/asked-facts.ts';
import type { CertificateKind } from '../catalogue/catalogue.ts';
import { certificateFact } from '../record/fact-words.ts';
import type { FactsTold } from '../record/facts-told.ts';
import { prepareCertificate } from './conditions/certificate-condition.ts';
import type { GapCheck } from './gap-check.ts';
import { covers } from './interval.ts';
import { evidenceIndexOf } from './prepare.ts';

/** Whether a certificate of the organisation's own is among its documents and valid on the day that was judged. */
function holdsCertificate({ record, assessment }: GapCheck, certificate: CertificateKind): boolean {
  const condition = { is: 'certificate' as const, certificate, scope: '' };
  const { witnesses } = prepareCertificate(condition, evidenceIndexOf(record), record.organisation);
  return witnesses.some(({ interval }) => covers(interval, assessment.on));
}

/** Certificates that somebody says the organisation holds, of which none is among its documents. */
export function certificatesMissing(check: GapCheck, told: FactsTold): readonly CertificateKind[] {
  return certificatesOf(check.catalogue)
    .map(([kind]) => kind)
    .filter((kind) => told[certificateFact(kind)] === true && !holdsCertificate(check, kind));
}
