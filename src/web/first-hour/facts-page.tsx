import { Button, Checkboxes, InsetText } from 'nhsuk-react-components';
import { askedFacts, certificatesOf } from '../../catalogue/asked-facts.ts';
import { type Catalogue, CERTIFICATE_NAMES, type CertificateKind } from '../../catalogue/catalogue.ts';
import { certificateFact, factAsked, factInWords } from '../../record/fact-words.ts';
import { counted, listed } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term, TermsUsed } from '../glossary/term.tsx';
import { ItemName } from '../items/item-name.tsx';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import type { Form } from '../route.ts';
import { toldPath } from '../told/told-paths.ts';
import { firstHour, firstHourPath } from './first-hour-paths.ts';
import { YesNoQuestion } from './yes-no-question.tsx';

/** What the organisation has and does, and what it therefore need not prove. */
export function FactsPage({
  seat,
  form,
  mistakes,
  seen,
  catalogue,
  missing,
}: {
  readonly seat: Seat;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
  readonly seen: number;
  readonly catalogue: Pick<Catalogue, 'items'>;
  /** Certificates that somebody says you hold, of which none is among the documents. */
  readonly missing: readonly CertificateKind[];
}) {
  const asked = askedFacts(catalogue);
  const certificates = certificatesOf(catalogue);
  return (
    <>
      <BackLink href={firstHour(seat.organisation)}>The first hour</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>What do you have and do?</h1>
      <p>
        The <Term of="toolkit">Toolkit</Term> asks you to prove things, and you need not prove what you do not have.
        “No” takes questions off your list: at first it is your word alone, and it is safe once a second person has
        confirmed it. “I do not know” leaves them on it, and we remind you to find out. You can change each answer
        later. We keep who gave it and when: <a href={toldPath(seat.organisation)}>what you told us</a>.
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
          <div key={fact} className="app-asked">
            <YesNoQuestion
              name={fact}
              question={factAsked(fact)}
              hint={<>“No” takes {counted(items.length, 'evidence item')} off your list.</>}
              value={form.text(fact)}
            />
            <details className="nhsuk-details">
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">
                  {items.length === 1 ? 'Which item' : 'Which items'}
                  <span className="nhsuk-u-visually-hidden">: {factInWords(fact)}</span>
                </span>
              </summary>
              <div className="nhsuk-details__text">
                <ul>
                  {items.map(({ ref }) => (
                    <li key={ref}>
                      <ItemName organisation={seat.organisation} catalogue={catalogue} item={ref} />
                    </li>
                  ))}
                </ul>
              </div>
            </details>
          </div>
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
        {missing.length > 0 && <CertificatesMissing organisation={seat.organisation} missing={missing} />}
        <Button>Save and continue</Button>
      </form>
    </>
  );
}

/** What would prove the certificates that somebody says are held. */
export function CertificatesMissing({
  organisation,
  missing,
}: {
  readonly organisation: string;
  readonly missing: readonly CertificateKind[];
}) {
  const names = listed(missing.map((kind) => CERTIFICATE_NAMES[kind]));
  return (
    <InsetText>
      <p>
        You told us that you hold {names}.{' '}
        {missing.length === 1
          ? 'We found no valid certificate for it among your documents, so it stands in for nothing yet.'
          : 'We found no valid certificates for them among your documents, so they stand in for nothing yet.'}
      </p>
      <p>
        {missing.length === 1 ? 'To prove it, ' : 'To prove each of them, '}
        <a href={paths.documents(organisation)}>add the certificate itself to your documents</a>: the file that the
        certification body sent you. It must show your organisation’s name and the day on which it ends.
      </p>
    </InsetText>
  );
}
