import { Button, InsetText, SummaryList } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { type AnyKind, type Entity, type Field, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { withArticle } from '../../record/words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { registerSeenToOn, reviewsOf } from '../../workspace/standing/register-reviews.ts';
import type { HistoryStep } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import type { Form, SeatedVisit } from '../route.ts';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';
import type { ActorWords } from './actor-words.ts';
import { AtForm } from './at-form.tsx';
import { BackLink } from './back-link.tsx';
import { DoneBanner } from './done-banner.tsx';
import { EntityFields } from './entity-form.tsx';
import { EraseLink } from './erase-page.tsx';
import { dataIn, titleOf, valueInWords } from './field-words.ts';
import { mistakesOf } from './form-mistakes.ts';
import { HistoryList } from './history-list.tsx';
import { recordPaths } from './record-paths.ts';
import { REGISTERS, targetsIn } from './register-kinds.ts';
import { entryPath } from './rooms.ts';
import type { WhenAsked } from './when-asked.ts';

type Query = Pick<SeatedVisit, 'query'>;

type RegistersProps = { readonly seat: Seat; readonly holdings: Holdings; readonly on: Day };

export function RegistersPage({ seat, holdings, on }: RegistersProps) {
  return (
    <>
      <h1>Registers</h1>
      <p>A register is a list that you keep up to date. It counts as proof, and we compare it with your documents.</p>
      <ColumnsTable
        caption="Registers"
        columns={registerColumns(seat, holdings, on)}
        rows={REGISTERS}
        keyOf={({ name }) => name}
        files={recordPaths.exportRegisters(seat.organisation)}
      />
    </>
  );
}

/** The registers there are, how much is in each, and when somebody last saw to it where its age counts. */
export function registerColumns({ organisation }: Seat, holdings: Holdings, on: Day): readonly Column<AnyKind>[] {
  const size = ({ name }: AnyKind) => holdings.of.get(name)?.size ?? 0;
  const seenTo = (kind: AnyKind) =>
    size(kind) > 0 && reviewsOf(kind.name).length > 0 ? registerSeenToOn(kind.name, holdings, on) : undefined;
  return [
    {
      name: 'Register',
      text: ({ label }) => label.many,
      cell: ({ plural, label }) => <a href={paths.register(organisation, plural)}>{label.many}</a>,
    },
    { name: 'What it is for', text: ({ purpose }) => purpose },
    {
      name: 'Entries',
      is: 'number',
      text: (kind) => String(size(kind)),
      cell: (kind) => {
        const day = seenTo(kind);
        const entries = size(kind).toLocaleString('en-GB');
        return day === undefined ? entries : `${entries}, last changed or reviewed on ${dayInWords(day)}`;
      },
    },
    { name: 'Last changed or reviewed', is: 'day', only: 'file', text: (kind) => seenTo(kind) ?? '' },
  ];
}

type EntityFormProps = {
  readonly fields: readonly Field[];
  readonly holdings: Holdings;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  readonly action: string;
  /** Revision of what is changed; absent for something new. */
  readonly seen?: number | undefined;
  readonly button: string;
  readonly facts?: readonly string[];
};

export function EntityForm({ fields, holdings, form, problems, action, seen, button, facts = [] }: EntityFormProps) {
  return (
    <form method="post" action={action} noValidate>
      <FormId />
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      <EntityFields fields={fields} form={form} problems={problems} targets={targetsIn(holdings)} facts={facts} />
      <Button>{button}</Button>
    </form>
  );
}

export function AddPage({
  seat,
  kind,
  holdings,
  form,
  problems,
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly holdings: Holdings;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <>
      <BackLink href={paths.register(seat.organisation, kind.plural)}>{kind.label.many}</BackLink>
      <Mistakes mistakes={mistakesOf(fieldsOf(kind), problems)} />
      <h1>Add {withArticle(kind.label.one.toLowerCase())}</h1>
      <EntityForm
        fields={fieldsOf(kind)}
        holdings={holdings}
        form={form}
        problems={problems}
        action={recordPaths.add(seat.organisation, kind.plural)}
        button="Add"
      />
    </>
  );
}

type EntityPageProps = Query & {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly entity: Entity;
  readonly holdings: Holdings;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  readonly steps: readonly HistoryStep[];
  readonly who: ActorWords;
  readonly asked: WhenAsked;
};

export function EntityPage(props: EntityPageProps) {
  const { seat, kind, entity, holdings, form, problems, steps, who, query, asked } = props;
  const { organisation, role } = seat;
  const title = titleOf(kind, entity.data);
  const writes = may(role, 'write-registers');
  const here = paths.entity(organisation, kind.plural, entity.id);
  const own = entryPath(organisation, kind, entity.id);
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={paths.register(organisation, kind.plural)}>{kind.label.many}</BackLink>
      <Mistakes mistakes={mistakesOf(fieldsOf(kind), problems)} />
      <h1>
        <span className="nhsuk-caption-l">{kind.label.one}</span>
        {title}
      </h1>
      {own !== here && (
        <p>
          <a href={own}>What is left to do about it, and what happened when</a>
        </p>
      )}
      {writes ? (
        <EntityForm
          fields={fieldsOf(kind)}
          holdings={holdings}
          form={form}
          problems={problems}
          action={here}
          seen={entity.revision}
          button="Save"
        />
      ) : (
        <Facts kind={kind} data={entity.data} holdings={holdings} />
      )}
      {writes && kind.name === 'person' && (
        <p>
          Are they leaving? <a href={recordPaths.handOver(organisation, entity.id)}>Hand over what they look after</a>
        </p>
      )}
      {writes && (
        <>
          <h2>Remove</h2>
          <p>It no longer counts. The journal keeps that it was there, and what it said.</p>
          <form method="post" action={recordPaths.remove(organisation, kind.plural, entity.id)}>
            <FormId />
            <input type="hidden" name="seen" value={entity.revision} />
            <Button secondary>
              Remove <span className="nhsuk-u-visually-hidden">{title}</span>
            </Button>
          </form>
        </>
      )}
      <EraseLink seat={seat} href={recordPaths.erase(organisation, kind.plural, entity.id)} />
      <HistoryList kind={kind} steps={steps} holdings={holdings} who={who} />
      <h2>As it was on a past day</h2>
      <AtForm action={here} asked={asked} />
    </>
  );
}

/** What a thing says, for those who only read. */
export function Facts({
  kind,
  data,
  holdings,
}: {
  readonly kind: AnyKind;
  readonly data: unknown;
  readonly holdings: Holdings;
}) {
  const rows = fieldsOf(kind)
    .map((field) => ({ field, words: valueInWords(field, dataIn(data)[field.name], holdings) }))
    .filter(({ words }) => words !== '');
  return (
    <SummaryList>
      {rows.map(({ field, words }) => (
        <SummaryList.Row key={field.name}>
          <SummaryList.Key>{field.label}</SummaryList.Key>
          <SummaryList.Value>
            <span className="app-lines">{words}</span>
          </SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  );
}

/** Something that was removed: its history is still there, and can be erased. */
export function RemovedPage({
  seat,
  kind,
  id,
  holdings,
  steps,
  who,
}: Pick<EntityPageProps, 'seat' | 'kind' | 'holdings' | 'steps' | 'who'> & { readonly id: string }) {
  const erased = steps.at(-1)?.entry.action === 'erase';
  const last = erased ? undefined : steps.findLast(({ data }) => data !== undefined);
  return (
    <>
      <BackLink href={paths.register(seat.organisation, kind.plural)}>{kind.label.many}</BackLink>
      <h1>
        <span className="nhsuk-caption-l">{kind.label.one}</span>
        {last ? titleOf(kind, last.data) : kind.label.one}
      </h1>
      <InsetText>
        <p>{erased ? 'This has been erased.' : 'This has been removed and no longer counts.'}</p>
      </InsetText>
      {!erased && last && may(seat.role, 'write-registers') && (
        <form method="post" action={recordPaths.restore(seat.organisation, kind.plural, id)}>
          <FormId />
          <Button secondary>Put it back</Button>
        </form>
      )}
      {!erased && <EraseLink seat={seat} href={recordPaths.erase(seat.organisation, kind.plural, id)} />}
      <HistoryList kind={kind} steps={steps} holdings={holdings} who={who} />
    </>
  );
}

/** What was removed cannot come back as it was, because the record has gone on. */
export function NotRestoredPage({
  seat,
  kind,
  id,
  problems,
}: Pick<EntityPageProps, 'seat' | 'kind' | 'problems'> & { readonly id: string }) {
  return (
    <>
      <BackLink href={paths.entity(seat.organisation, kind.plural, id)}>{kind.label.one}</BackLink>
      <Mistakes mistakes={problems.map(({ message }) => ({ message }))} />
      <h1>It cannot be put back as it was</h1>
      <p>Put right what is in its way first, or add it again with what is true now. Nothing has changed.</p>
    </>
  );
}
