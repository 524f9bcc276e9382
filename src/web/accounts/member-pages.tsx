import { Button, Checkboxes, DateInput, InsetText, Radios } from 'nhsuk-react-components';
import { type Day, dayInWords, isDay } from '../../record/day.ts';
import { counted, listed } from '../../report/counted.ts';
import type { Invitation, Member, Seat, TokenRow } from '../../workspace/accounts/accounts.ts';
import { SCOPES } from '../../workspace/accounts/api-tokens.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { type Deed, ROLES } from '../../workspace/may.ts';
import { errorFor, type FormMistake, Mistakes, When } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { paths } from '../paths.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import type { LeftMember } from './left-members.ts';
import { memberColumns, tokenColumns } from './member-columns.tsx';
import { ROLE_WORDS } from './role-words.ts';

type WithMistakes = { readonly mistakes: readonly FormMistake[] };

export function MembersPage({
  seat,
  members,
  left,
  invited,
  typed,
  mistakes,
}: WithMistakes & {
  readonly seat: Seat;
  readonly members: readonly Member[];
  readonly left: readonly LeftMember[];
  readonly invited: readonly Invitation[];
  readonly typed: { readonly email: string; readonly role: string; readonly until: string };
}) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>Members</h1>
      {left.length > 0 && (
        <InsetText className="app-doubt">
          <p>
            {counted(left.length, 'member')} {left.length === 1 ? 'has' : 'have'} left, by your staff list, and can
            still sign in: {listed(left.map(({ member }) => member.name))}. Open their page and remove them.
          </p>
        </InsetText>
      )}
      <ColumnsTable
        caption="Members"
        columns={memberColumns(seat, left)}
        rows={members}
        keyOf={({ account }) => account}
        files={paths.membersFile(seat.organisation)}
      />
      {invited.length > 0 && (
        <>
          <h2>Invited</h2>
          {invited.map(({ id, email, role, expiresAt }) => (
            <form key={id} method="post" action={paths.withdrawInvitation(seat.organisation)} className="app-row">
              <input type="hidden" name="invitation" value={id} />
              <span>
                {email}, {ROLE_WORDS[role].name.toLowerCase()}, until <When at={expiresAt} />
              </span>
              <Button secondary small>
                Withdraw <span className="nhsuk-u-visually-hidden">the invitation of {email}</span>
              </Button>
            </form>
          ))}
        </>
      )}
      <h2>Invite somebody</h2>
      {isExample(seat.organisation) ? (
        <p>Nobody can be invited to an example organisation.</p>
      ) : (
        <form method="post" action={paths.invite(seat.organisation)} noValidate>
          <TextField
            name="email"
            type="email"
            label="Email address"
            spellCheck={false}
            defaultValue={typed.email}
            mistakes={mistakes}
          />
          <RoleFields role={typed.role} until={typed.until} mistakes={mistakes} />
          <Button>Make an invitation link</Button>
        </form>
      )}
    </>
  );
}

export function MemberPage({
  seat,
  member,
  leftOn,
  mistakes,
}: WithMistakes & { readonly seat: Seat; readonly member: Member; readonly leftOn: Day | undefined }) {
  const { account, name, role, until } = member;
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>{name}</h1>
      <form method="post" action={paths.member(seat.organisation, account)} noValidate>
        <RoleFields role={role} until={until ?? ''} mistakes={mistakes} />
        <Button>Save</Button>
      </form>
      <h2 id="remove">Remove</h2>
      <p>
        {leftOn !== undefined && `Your staff list says that they left on ${dayInWords(leftOn)}. `}
        They lose access at once. What they did stays in the journal.
      </p>
      <form method="post" action={paths.removeMember(seat.organisation, account)}>
        <Button warning>Remove {name}</Button>
      </form>
    </>
  );
}

function RoleFields({ role, until, mistakes }: WithMistakes & { readonly role: string; readonly until: string }) {
  return (
    <>
      <Radios
        name="role"
        idPrefix="role"
        id="role"
        legend="Role"
        legendProps={{ size: 's' }}
        {...errorFor(mistakes, 'role')}
      >
        {ROLES.map((one) => (
          <Radios.Item key={one} value={one} defaultChecked={one === role} hint={ROLE_WORDS[one].what}>
            {ROLE_WORDS[one].name}
          </Radios.Item>
        ))}
      </Radios>
      <DayFields
        name="until"
        legend="Until"
        hint="The last day. An adviser needs one, for others it can be left empty"
        day={until}
        mistakes={mistakes}
      />
    </>
  );
}

/** A day as three fields, with what was typed still in them. */
function DayFields({
  name,
  legend,
  hint,
  day,
  mistakes,
}: WithMistakes & { readonly name: string; readonly legend: string; readonly hint: string; readonly day: string }) {
  const [year = '', month = '', date = ''] = day.split('-');
  const plain = (part: string) => (isDay(day) ? String(Number(part)) : part);
  return (
    <DateInput
      id={name}
      legend={legend}
      legendProps={{ size: 's' }}
      hint={hint}
      {...errorFor(mistakes, name)}
      defaultValue={{ day: plain(date), month: plain(month), year }}
    >
      <DateInput.Day />
      <DateInput.Month />
      <DateInput.Year />
    </DateInput>
  );
}

/** A secret that is shown once: the link of an invitation, or a token. */
export function LinkOncePage({
  kind,
  secret,
  back,
}: {
  readonly kind: 'invitation' | 'token';
  readonly secret: string;
  readonly back: string;
}) {
  return (
    <>
      <h1>{kind === 'invitation' ? 'Send them this link' : 'Copy this token'}</h1>
      <p>
        It is <strong>shown only now</strong>
        {kind === 'invitation'
          ? ' and works once, within 7 days. Send it in a way that only they can read.'
          : '. Keep it like a password.'}
      </p>
      <p>
        <code className="app-code app-code--long">{secret}</code>
      </p>
      <p>
        <a href={back}>Go back</a>
      </p>
    </>
  );
}

const SCOPE_WORDS: Readonly<Partial<Record<Deed, string>>> = {
  'read-standing': 'See the standing, items and findings',
  'read-registers': 'See the registers',
  'read-journal': 'See the journal',
  'read-policies': 'See what staff are asked to read',
  'read-own-training': 'See their own training',
  'write-own-training': 'Record their own training',
  'download-documents': 'Download documents',
  'write-answers': 'Write answers',
  'upload-documents': 'Add documents and observations',
  'write-registers': 'Change the registers',
  export: 'Export everything',
};

export function TokensPage({
  seat,
  tokens,
  typed,
  mistakes,
}: WithMistakes & {
  readonly seat: Seat;
  readonly tokens: readonly TokenRow[];
  readonly typed: { readonly name: string; readonly scopes: readonly string[]; readonly expiresOn: string };
}) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>API tokens</h1>
      <p>With a token a program of yours can read and write the record, for example from continuous integration.</p>
      {tokens.length > 0 && (
        <ColumnsTable
          caption="API tokens"
          columns={tokenColumns(seat)}
          rows={tokens}
          keyOf={({ id }) => id}
          files={paths.tokensFile(seat.organisation)}
        />
      )}
      <h2>Make a token</h2>
      {isExample(seat.organisation) ? (
        <p>There are no tokens for an example organisation.</p>
      ) : (
        <TokenForm {...{ seat, typed, mistakes }} />
      )}
    </>
  );
}

function TokenForm({ seat, typed, mistakes }: Omit<Parameters<typeof TokensPage>[0], 'tokens'>) {
  return (
    <form method="post" action={paths.tokens(seat.organisation)} noValidate>
      <TextField name="name" label="What it is for" defaultValue={typed.name} mistakes={mistakes} />
      <Checkboxes
        name="scopes"
        idPrefix="scopes"
        id="scopes"
        legend="What it may do"
        legendProps={{ size: 's' }}
        {...errorFor(mistakes, 'scopes')}
      >
        {SCOPES.map((scope) => (
          <Checkboxes.Item key={scope} value={scope} defaultChecked={typed.scopes.includes(scope)}>
            {SCOPE_WORDS[scope] ?? scope}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      <DayFields name="expiresOn" legend="Expires on" hint="Within a year" day={typed.expiresOn} mistakes={mistakes} />
      <Button>Make a token</Button>
    </form>
  );
}
