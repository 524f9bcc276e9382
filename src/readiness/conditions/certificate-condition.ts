import { CERTIFICATE_NAMES, type CertificateKind, type Condition } from '../../catalogue/catalogue.ts';
import { dayInWords, isDay } from '../../record/day.ts';
import type { Fact } from '../../record/document.ts';
import type { Organisation } from '../../record/record.ts';
import { placeIn } from '../document-evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import { namedIn } from '../named-in.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

type CertificateCondition = Extract<Condition, { is: 'certificate' }>;

/**
 * The organisation's own certificate, valid on the day. Only a document that is itself a certificate or certification letter
 * and that names the organisation counts, with its expiry: a policy that mentions one is a claim, and a supplier's proves
 * nothing about us.
 */
export function prepareCertificate(
  condition: CertificateCondition,
  all: EvidenceIndex,
  organisation: Organisation,
): PreparedCondition {
  const witnesses: Witness[] = [];
  const isNamed = namedIn(organisation);
  for (const { document, blocked } of all.ofKind('certificate')) {
    // Without a name nobody can tell whose certificate it is.
    if (blocked || isNamed?.(document) !== true) continue;
    for (const fact of document.facts) {
      const expires = isOurs(fact, condition.certificate) ? expiryOf(fact) : undefined;
      if (!expires) continue;
      witnesses.push({
        interval: { from: fact.asOf?.to, until: expires },
        because: `${CERTIFICATE_NAMES[condition.certificate]} certificate in ${document.path}, valid until ${dayInWords(expires)}`,
        toCheck: `its scope covers ${condition.scope}`,
        places: [placeIn(document, fact.where, fact.words)],
      });
    }
  }
  return {
    condition,
    asks: `a valid ${CERTIFICATE_NAMES[condition.certificate]} certificate whose scope covers: ${condition.scope}`,
    todo: `Add your valid ${CERTIFICATE_NAMES[condition.certificate]} certificate to your documents. Its scope must cover: ${condition.scope}.`,
    witnesses,
    otherwise: {
      met: 'no',
      because: `we found no valid ${CERTIFICATE_NAMES[condition.certificate]} certificate of yours`,
    },
  };
}

function isOurs(fact: Fact, kind: CertificateKind): boolean {
  return (
    fact.type === 'certificate' && fact.subject === kind && fact.strength !== 'planned' && fact.strength !== 'template'
  );
}

function expiryOf(fact: Fact): string | undefined {
  const expires = fact.parts?.expires ?? fact.parts?.expiry;
  return expires && isDay(expires) ? expires : undefined;
}
