import { InsetText } from 'nhsuk-react-components';
import type { EvidenceItem } from '../../catalogue/catalogue.ts';
import { categoryFactsOf } from '../../catalogue/category-facts.ts';
import type { Day } from '../../record/day.ts';
import { factsTold } from '../../record/facts-told.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { trainingCount } from '../../workspace/standing/training-count.ts';
import { peoplePaths } from './people-paths.ts';
import { presenceOf } from './person-rows.ts';

/** How people stand to an organisation who are said to work for it in any case; of others it may be said or not. */
const SURELY: ReadonlySet<string> = new Set(['staff', 'director']);

/** A sentence where more or fewer people are in the staff list than somebody told us work here. */
export function listDiffers(holdings: Holdings, on: Day): string | undefined {
  const { staff: told } = categoryFactsOf(factsTold(holdings));
  const here = listOf(holdings, person).filter((one) => ['here', 'leaving'].includes(presenceOf(one, on)));
  const surely = here.filter(({ data }) => SURELY.has(data.employment)).length;
  if (told === undefined || (surely <= told && told <= here.length)) return undefined;
  const listed = told < surely ? surely : here.length;
  return `You told us that ${people(told)} for you, but ${listed.toLocaleString('en-GB')} ${listed === 1 ? 'is' : 'are'} in the staff list.`;
}

/** A sentence where fewer people are counted for training than somebody told us work here. */
export function countDiffers(holdings: Holdings, all: number): string | undefined {
  const { staff: told } = categoryFactsOf(factsTold(holdings));
  if (told === undefined || told <= all || all === 0) return undefined;
  return `You told us that ${people(told)} for you, but we can count the training of ${all.toLocaleString('en-GB')} only: ${counted(told - all, 'person', 'people')} may be missing.`;
}

function people(told: number): string {
  return told === 1 ? '1 person works' : `${told.toLocaleString('en-GB')} people work`;
}

/** Why not to be sure of an item that is counted by people, where their number is told otherwise. */
export function HeadcountDoubt({
  seat,
  standing,
  item,
}: {
  readonly seat: Seat;
  readonly standing: Standing;
  readonly item: EvidenceItem;
}) {
  const { holdings, on } = standing;
  const conditions = (item.rule?.proofs ?? []).flat();
  const doubts = [
    ...(conditions.some((one) => one.is === 'register' && one.register === 'people')
      ? [listDiffers(holdings, on)]
      : []),
    ...(conditions.some((one) => one.is === 'measure' && one.measure === 'training-completion')
      ? [countDiffers(holdings, trainingCount(standing).counted)]
      : []),
  ].filter((one) => one !== undefined);
  if (doubts.length === 0) return null;
  return (
    <InsetText className="app-doubt">
      <p>
        {doubts.join(' ')} Be sure which number is right before you rely on this.{' '}
        <a href={peoplePaths.people(seat.organisation)}>People</a>
      </p>
    </InsetText>
  );
}
