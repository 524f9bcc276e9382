import type { ReactNode } from 'react';
import { dayAfter, dayInWords } from '../../record/day.ts';
import { dataFlow } from '../../record/kinds/data-flow.ts';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { informationAsset } from '../../record/kinds/information-asset.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { risk } from '../../record/kinds/risk.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import { Term } from '../glossary/term.tsx';
import { paths } from '../paths.ts';
import { valueInWords } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import { NOTHING_SAID } from '../registers/narrowed-list.ts';
import { DataTable } from '../report/data-table.tsx';
import { DATA_WORDS } from './flow-words.ts';
import { type KeptDevice, notLookedAt, SUPPORT_AHEAD, unencryptedPortables } from './scope.ts';
import type { ScopeModel } from './scope-page.tsx';

/** Rows that a section shows; the register has them all. */
const SHOWN = 30;

/** A register with only some of its entries, or in an order. */
function narrowed(organisation: string, kind: AnyKind, query: Readonly<Record<string, string>>): string {
  return `${paths.register(organisation, kind.plural)}?${new URLSearchParams(query)}`;
}

/** The record of processing activities in short. */
export function Information({ seat: { organisation }, scope: { information }, holdings }: ScopeModel) {
  const fields = new Map(fieldsOf(informationAsset).map((field) => [field.name, field]));
  const said = (data: Readonly<Record<string, unknown>>, name: string) => {
    const field = fields.get(name);
    return (field && valueInWords(field, data[name], holdings)) || 'Not said';
  };
  const counts = (['special', 'personal', 'none'] as const).map((value) => ({
    value,
    count: information.filter(({ data }) => data.personalData === value).length,
  }));
  return (
    <>
      <h2>Information assets and processing activities</h2>
      <p>
        Our part: a <Term of="controller">controller</Term> decides why and how the data is used, a{' '}
        <Term of="processor">processor</Term> uses it only as a controller says. The{' '}
        <Term of="lawful-basis">lawful basis</Term> is the reason in law that lets you use it.
      </p>
      <ul className="app-ways">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ value, count }) => (
            <li key={value}>
              <a href={narrowed(organisation, informationAsset, { personalData: value })}>
                {DATA_WORDS[value]}: {count}
              </a>
            </li>
          ))}
      </ul>
      <DataTable
        caption="Information assets and processing activities"
        files={recordPaths.exportRegister(organisation, informationAsset.plural)}
        columns={['Information asset', 'Data', 'Our part', 'Lawful basis', 'Kept for', 'Owner']}
        rows={information.slice(0, SHOWN).map(({ id, data }) => ({
          key: id,
          cells: [
            <a key="name" href={paths.entity(organisation, informationAsset.plural, id)}>
              {neutralised(data.name)}
            </a>,
            DATA_WORDS[data.personalData],
            said(data, 'ourPart'),
            said(data, 'lawfulBasis'),
            said(data, 'retention'),
            said(data, 'owner'),
          ],
        }))}
      />
      <More organisation={organisation} kind={informationAsset} all={information.length} />
    </>
  );
}

function More({
  organisation,
  kind,
  all,
}: {
  readonly organisation: string;
  readonly kind: AnyKind;
  readonly all: number;
}) {
  if (all <= SHOWN) return null;
  return (
    <p>
      <a href={paths.register(organisation, kind.plural)}>{`All ${all.toLocaleString('en-GB')} in the register`}</a>
    </p>
  );
}

/** Hardware and software: how many of each type, and those that are not protected. */
export function Devices({ seat, scope, deviceFindings, on }: ScopeModel) {
  const { organisation } = seat;
  const { devices } = scope;
  const types = fieldsOf(digitalAsset).find(({ name }) => name === 'type')?.options ?? [];
  const found = (code: string) => (one: KeptDevice) =>
    deviceFindings.of.get(one.id)?.some((finding) => finding.code === code) === true;
  const until = dayAfter(on, SUPPORT_AHEAD);
  const unsupported = devices
    .filter((one) => (one.data.supportEndsOn ?? '9999') <= until || found('unsupported-asset')(one))
    .toSorted((a, b) => ((a.data.supportEndsOn ?? '') < (b.data.supportEndsOn ?? '') ? -1 : 1));
  const portable = new Set(unencryptedPortables(scope));
  const open = devices.filter((one) => portable.has(one) || found('unencrypted-device')(one));
  const off = open.filter(({ data }) => data.encrypted === false);
  const unsaid = open.filter(({ data }) => data.encrypted !== false);
  return (
    <>
      <h2>Digital assets</h2>
      <ul className="app-ways">
        {types.map(({ value, label }) => {
          const count = devices.filter(({ data }) => data.type === value).length;
          return (
            count > 0 && (
              <li key={value}>
                <a href={narrowed(organisation, digitalAsset, { type: value })}>
                  {label}: {count}
                </a>
              </li>
            )
          );
        })}
      </ul>
      <h3>Support that has ended, or ends within six months</h3>
      <p className="app-aside">We chose six months as time enough to replace something: that is our judgement.</p>
      <DeviceList
        {...{ organisation, devices: unsupported }}
        ways={[{ words: 'By the end of their support', query: { by: 'supportEndsOn' } }]}
        says={({ data: { supportEndsOn, product } }) =>
          supportEndsOn === undefined
            ? `${product ? neutralised(product) : 'The product'} is past its support`
            : `${supportEndsOn < on ? 'ended on' : 'ends on'} ${dayInWords(supportEndsOn)}`
        }
      />
      <h3>Devices that are not encrypted</h3>
      {off.length > 0 && (
        <p>
          Turn encryption on. If that cannot be done,{' '}
          {may(seat.role, 'write-registers') ? (
            <a href={recordPaths.add(organisation, risk.plural)}>add a risk</a>
          ) : (
            'add a risk'
          )}{' '}
          that says why not and who accepts it.
        </p>
      )}
      <DeviceList
        {...{ organisation, devices: off }}
        ways={[{ words: 'All that are not encrypted', query: { encrypted: 'no' } }]}
        says={() => 'not encrypted'}
      />
      <h3>Devices of which nobody has said whether they are encrypted</h3>
      {unsaid.length > 0 && <p>Ask whoever looks after the device, then say yes or no.</p>}
      <DeviceList
        {...{ organisation, devices: unsaid }}
        ways={[{ words: 'All where nobody has said', query: { encrypted: NOTHING_SAID } }]}
        says={() => 'nobody has said'}
      />
    </>
  );
}

function DeviceList({
  organisation,
  devices,
  ways,
  says,
}: {
  readonly organisation: string;
  readonly devices: readonly KeptDevice[];
  /** Ways to find them and their like in the register. */
  readonly ways: readonly { readonly words: string; readonly query: Readonly<Record<string, string>> }[];
  readonly says: (one: KeptDevice) => ReactNode;
}) {
  if (devices.length === 0) return <p>None that the register knows of.</p>;
  return (
    <>
      <ul>
        {devices.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <a href={paths.entity(organisation, digitalAsset.plural, one.id)}>{neutralised(one.data.name)}</a>:{' '}
            {says(one)}
          </li>
        ))}
      </ul>
      {devices.length > SHOWN && <p>And {(devices.length - SHOWN).toLocaleString('en-GB')} more in the register.</p>}
      <ul className="app-ways">
        {ways.map(({ words, query }) => (
          <li key={words}>
            <a href={narrowed(organisation, digitalAsset, query)}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How many entries of each register nobody has looked at for a year, and of how many nobody said when. */
export function NotLookedAt({ seat: { organisation }, scope, on }: ScopeModel) {
  const { information, devices, flows } = scope;
  const rows = [
    { kind: informationAsset, by: 'reviewedOn', days: information.map(({ data }) => data.reviewedOn) },
    { kind: dataFlow, by: 'reviewedOn', days: flows.map(({ flow }) => flow.data.reviewedOn) },
    { kind: digitalAsset, by: 'checkedOn', days: devices.map(({ data }) => data.checkedOn) },
  ].filter(({ days }) => days.length > 0);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>When somebody last looked</h2>
      <p className="app-aside">Looking at each once a year is our judgement.</p>
      <ul>
        {rows.map(({ kind, by, days }) => {
          const all = counted(days.length, kind.label.one.toLowerCase());
          const old = days.filter((day) => day !== undefined && notLookedAt(day, on)).length;
          const unsaid = days.filter((day) => day === undefined).length;
          return (
            <li key={kind.name}>
              {old + unsaid === 0 ? (
                `${all}: looked at within a year.`
              ) : (
                <>
                  <a href={narrowed(organisation, kind, { by })}>{all}</a>:{' '}
                  {[
                    ...(old > 0 ? [`${old.toLocaleString('en-GB')} not looked at for a year`] : []),
                    ...(unsaid > 0 ? [`${unsaid.toLocaleString('en-GB')} without the day of a review`] : []),
                  ].join(', ')}
                  .
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
