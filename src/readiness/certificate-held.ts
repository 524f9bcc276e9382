import type { CertificateKind } from '../catalogue/catalogue.ts';
import { prepareCertificate } from './conditions/certificate-condition.ts';
import type { GapCheck } from './gap-check.ts';
import { covers } from './interval.ts';
import { evidenceIndexOf } from './prepare.ts';

/** Whether a certificate of the organisation's own is among its documents and valid on the day that was judged. */
export function holdsCertificate({ record, assessment }: GapCheck, certificate: CertificateKind): boolean {
  const condition = { is: 'certificate' as const, certificate, scope: '' };
  const { witnesses } = prepareCertificate(condition, evidenceIndexOf(record), record.organisation);
  return witnesses.some(({ interval }) => covers(interval, assessment.on));
}
