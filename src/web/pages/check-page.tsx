import { Button, DateInput, ErrorSummary, InsetText, Radios, TextInput } from 'nhsuk-react-components';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term } from '../glossary/term.tsx';
import { DocumentDrop, FILES_INPUT, UploadProgress } from '../parts/document-drop.tsx';
import type { CheckFormValues, FormError, FormField } from '../upload/check-form.ts';
import { UPLOAD_LIMITS } from '../upload/upload-limits.ts';

export type CheckPageModel = {
  readonly values: CheckFormValues;
  readonly errors: readonly FormError[];
  /** True when the page can only be reached from the computer that runs it. */
  readonly local: boolean;
  /** Organisations that could keep the documents, for somebody who is signed in. */
  readonly seats: readonly Seat[];
};

/** Where the error summary leads for each field. */
const ANCHORS: Readonly<Record<FormField, string>> = {
  documents: FILES_INPUT,
  category: 'category-1',
  on: 'on-day',
  name: 'name',
  keepIn: 'keepIn-1',
};

const CATEGORIES = [
  {
    value: '3',
    label: 'Most organisations (category 3)',
    hint: 'Smaller suppliers, charities, care providers, pharmacies, dentists, opticians and universities',
  },
  {
    value: '2',
    label: 'Large IT suppliers (category 2)',
    hint: 'You supply digital goods or services to health and care, have 50 staff or more, and turn over £10 million or more',
  },
  { value: '4', label: 'GP practices (category 4)', hint: '' },
];

/** The one form of the web page: documents in, report out. Works without a script. */
export function CheckPage({ values, errors, local, seats }: CheckPageModel) {
  const errorOf = (field: FormField): { readonly error?: string } => {
    const found = errors.find((error) => error.field === field);
    return found ? { error: found.message } : {};
  };
  return (
    <>
      {errors.length > 0 && <Errors errors={errors} />}
      <h1>See where you stand on the DSPT</h1>
      <p className="app-lead">
        NHS buyers ask their suppliers for the <Term of="toolkit">Data Security and Protection Toolkit (DSPT)</Term>:
        once a year you say how you look after patient data. Bring the policies, logs and spreadsheets you already have.
        You see what they show, what they only claim, and what to fix first.
      </p>
      <InsetText>
        <p>
          {local
            ? 'Your documents stay on this computer.'
            : 'Your documents go to the computer that runs this page and nowhere else.'}{' '}
          {seats.length > 0 ? 'Unless you choose to keep them, we' : 'We'} read them in memory and never write them to
          disk. When you close this page, nothing of them is left.
        </p>
      </InsetText>
      <form method="post" action="/check" encType="multipart/form-data" noValidate>
        <DocumentDrop limits={UPLOAD_LIMITS} error={errorOf('documents').error} />
        {seats.length > 0 && <KeepIn seats={seats} chosen={values.keepIn} error={errorOf('keepIn')} />}
        <Radios
          name="category"
          idPrefix="category"
          legend="What kind of organisation are you?"
          legendProps={{ size: 'm' }}
          hint={
            <>
              This decides your <Term of="category">category</Term>: the list of questions you answer.
            </>
          }
          {...errorOf('category')}
        >
          {CATEGORIES.map(({ value, label, hint }) => (
            <Radios.Item
              key={value}
              value={value}
              defaultChecked={values.category === value}
              {...(hint === '' ? {} : { hint })}
            >
              {label}
            </Radios.Item>
          ))}
        </Radios>
        <DateInput
          id="on"
          legend="On which day should we judge?"
          legendProps={{ size: 'm' }}
          hint="Today, unless you want to know how things stand on another day. For example, 30 6 2027"
          {...errorOf('on')}
          defaultValue={{ day: values.day, month: values.month, year: values.year }}
        >
          <DateInput.Day />
          <DateInput.Month />
          <DateInput.Year />
        </DateInput>
        <TextInput
          id="name"
          name="name"
          label="Name of your organisation (optional)"
          labelProps={{ size: 'm' }}
          hint="We tell you about documents that name another organisation"
          {...errorOf('name')}
          autoComplete="organization"
          defaultValue={values.name}
        />
        <div className="app-buttons">
          <Button>Check my documents</Button>
          <Button secondary name="then" value="download" id="then-download">
            Check and download the report
          </Button>
        </div>
        <UploadProgress />
      </form>
    </>
  );
}

function KeepIn({
  seats,
  chosen,
  error,
}: {
  readonly seats: readonly Seat[];
  readonly chosen: string;
  readonly error: { readonly error?: string };
}) {
  return (
    <Radios
      name="keepIn"
      idPrefix="keepIn"
      legend="What should we do with the documents?"
      legendProps={{ size: 'm' }}
      {...error}
    >
      <Radios.Item value="" defaultChecked={chosen === ''} hint="You see the report, and we keep nothing">
        Only check them
      </Radios.Item>
      {seats.map(({ organisation, organisationName }) => (
        <Radios.Item
          key={organisation}
          value={organisation}
          defaultChecked={chosen === organisation}
          hint="They count from today. The settings of its record hold, not what you choose below"
        >
          Check them and keep them in {organisationName}
        </Radios.Item>
      ))}
    </Radios>
  );
}

function Errors({ errors }: { readonly errors: readonly FormError[] }) {
  return (
    <ErrorSummary id="error-summary" tabIndex={-1}>
      <ErrorSummary.Title>There is a problem</ErrorSummary.Title>
      <ErrorSummary.List>
        {errors.map(({ field, message }) => (
          <ErrorSummary.ListItem key={field} href={`#${ANCHORS[field]}`}>
            {message}
          </ErrorSummary.ListItem>
        ))}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}
