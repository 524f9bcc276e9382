import type { ReactNode } from 'react';
import { dataFlow } from '../../record/kinds/data-flow.ts';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { informationAsset } from '../../record/kinds/information-asset.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { withArticle } from '../../record/words.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { ScopeModel } from './scope-page.tsx';

const STEPS: readonly { readonly kinds: readonly AnyKind[]; readonly says: string }[] = [
  {
    kinds: [informationAsset],
    says: 'List what information you hold, such as patient records and staff files, and why you hold it.',
  },
  {
    kinds: [dataFlow],
    says: 'Say where each piece of information comes from and where it goes, one flow a line. The map is drawn from these.',
  },
  {
    kinds: [supplier, digitalAsset],
    says: 'List who works for you and sees some of the information, and the devices and software it lies on.',
  },
];

/** What to do first where a register that the page is made of has nothing in it. */
export function FirstSteps({ seat, holdings }: Pick<ScopeModel, 'seat' | 'holdings'>) {
  const empty = (kind: AnyKind) => (holdings.of.get(kind.name)?.size ?? 0) === 0;
  const steps = STEPS.filter(({ kinds }) => kinds.some(empty));
  if (steps.length === 0) return null;
  return (
    <div className="app-not-printed">
      <h2>{steps.length === STEPS.length ? 'What to do first' : 'What to do next'}</h2>
      <ol>
        {steps.map(({ kinds, says }) => (
          <li key={says}>
            {says}
            {kinds.filter(empty).map((kind) => (
              <Ways key={kind.name} seat={seat} kind={kind} />
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Ways({ seat: { organisation, role }, kind }: Pick<ScopeModel, 'seat'> & { readonly kind: AnyKind }) {
  const { one, many } = kind.label;
  const ways: readonly (readonly [href: string, words: ReactNode])[] = may(role, 'write-registers')
    ? [
        [recordPaths.add(organisation, kind.plural), `Add ${withArticle(one.toLowerCase())}`],
        [
          recordPaths.importRegister(organisation, kind.plural),
          <>
            Take in a spreadsheet<span className="nhsuk-u-visually-hidden"> of {many.toLowerCase()}</span>
          </>,
        ],
      ]
    : [[paths.register(organisation, kind.plural), many]];
  return (
    <ul className="app-ways app-ways--under">
      {ways.map(([href, words]) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
