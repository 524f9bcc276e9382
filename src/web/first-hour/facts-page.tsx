import { Button, Checkboxes } from 'nhsuk-react-components';
import {
  type Catalogue,
  CERTIFICATE_NAMES,
  type CertificateKind,
  type EvidenceItem,
} from '../../catalogue/catalogue.ts';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term, TermsUsed } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { factInWords } from '../record/fact-words.ts';
import type { Form } from '../route.ts';
import { firstHour, firstHourPath } from './first-hour-paths.ts';
import { YesNoQuestion } from './yes-no-question.tsx';

/** A fact that decides about evidence items, with those that a "no" takes out. */
export type AskedFact = { readonly fact: string; readonly items: readonly EvidenceItem[] };

/** The facts that a catalogue asks for, in the order in which it needs them. */
export function askedFacts({ items }: Catalogue): readonly AskedFact[] {
  const byFact = new Map<string, EvidenceItem[]>();
  for (const item of items) {
    const fact = item.rule?.appliesWhen;
    if (fact === undefined) continue;
    byFact.set(fact, [...(byFact.get(fact) ?? []), item]);
  }
  return [...byFact].map(([fact, all]) => ({ fact, items: all }));
}

/** Certificates that stand in for evidence items, with how many each may stand in for. */
export function certificatesOf({ items }: Catalogue): readonly (readonly [CertificateKind, number])[] {
  const counts = new Map<CertificateKind, number>();
  for (const { exemptBy } of items) for (const one of exemptBy) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts];
}

/** The name under which it is kept that an organisation says to hold a certificate. */
export function certificateFact(kind: CertificateKind): string {
  return `says-it-holds-${kind}`;
}

/** What the organisation has and does, and what it therefore need not prove. */
export function FactsPage({
  seat,
  form,
  mistakes,
  seen,
  asked,
  certificates,
}: {
  readonly seat: Seat;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
  readonly seen: number;
  readonly asked: readonly AskedFact[];
  readonly certificates: ReturnType<typeof certificatesOf>;
}) {
  return (
    <>
      <BackLink href={firstHour(seat.organisation)}>The first hour</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>What do you have and do?</h1>
      <p>
        The <Term of="toolkit">Toolkit</Term> asks you to prove things, and you need not prove what you do not have.
        “No” takes questions off your list. “I do not know” leaves them on it. You can change each answer later.
      </p>
      <TermsUsed
        texts={[
          ...asked.map(({ fact }) => factInWords(fact)),
          ...certificates.map(([kind]) => CERTIFICATE_NAMES[kind]),
          'evidence items',
        ]}
      />
      <form method="post" action={firstHourPath(seat.organisation, 'facts')} noValidate>
        <FormId />
        <input type="hidden" name="seen" value={seen} />
        {asked.map(({ fact, items }) => (
          <YesNoQuestion
            key={fact}
            name={fact}
            question={`${factInWords(fact)}?`}
            hint={
              <>
                “No” takes these off your list:{' '}
                {items.map(({ ref }, at) => (
                  <span key={ref}>
                    {at > 0 && ', '}
                    <a href={paths.item(seat.organisation, ref)}>{ref}</a>
                  </span>
                ))}
                .
              </>
            }
            value={form.text(fact)}
          />
        ))}
        {certificates.length > 0 && (
          <Checkboxes
            id="certificates"
            name="certificates"
            idPrefix="certificates"
            legend="Which certificates do you hold?"
            legendProps={{ size: 's' }}
            hint="A valid certificate may stand in for evidence. It counts once you add the certificate itself to your documents."
          >
            {certificates.map(([kind, count]) => (
              <Checkboxes.Item
                key={kind}
                value={kind}
                hint={`May stand in for ${counted(count, 'evidence item')}.`}
                defaultChecked={form.text(certificateFact(kind)) === 'yes'}
              >
                {CERTIFICATE_NAMES[kind]}
              </Checkboxes.Item>
            ))}
          </Checkboxes>
        )}
        <Button>Save and continue</Button>
      </form>
    </>
  );
}
