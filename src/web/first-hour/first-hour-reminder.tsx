import { Container } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { Holdings } from '../../record/holdings.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { may } from '../../workspace/may.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { firstHour } from './first-hour-paths.ts';
import { firstHourStepsOf, nextStep, roughNextStep, STEP_NEEDS, STEPS, type Step } from './first-hour-steps.ts';

/** Parts of an organisation's pages that a step leads to. */
const LED_TO: ReadonlySet<string> = new Set(['documents', 'items', 'people', 'plan', 'registers', 'what-you-told-us']);

/** The way back to the first hour, above every page that a step leads to, until it is done or whoever looks has put it aside. */
export function firstHourReminder({
  standings,
  notices,
  today,
}: Pick<RecordRouteServices, 'standings' | 'notices' | 'today'>): (
  seat: Seat,
  account: string,
  url: string,
  holdings: Holdings,
) => Promise<ReactNode> {
  async function next(organisation: string, holdings: Holdings): Promise<Step | undefined> {
    const catalogue = await standings.catalogueBy(holdings);
    const rough = catalogue && roughNextStep(holdings, catalogue);
    if (rough !== 'fixes') return rough;
    const result = await standings.on(organisation, today());
    return result.ok ? nextStep(firstHourStepsOf(holdings, result.standing.check)) : rough;
  }

  return async (seat, account, url, holdings) => {
    const [, , , part = ''] = url.split(/[/?]/);
    if (!LED_TO.has(part) || isExample(seat.organisation) || !may(seat.role, 'read-standing')) return undefined;
    if (await notices.isPutAway(seat.organisation, account, 'first-hour')) return undefined;
    const step = await next(seat.organisation, holdings);
    if (step === undefined || !may(seat.role, STEP_NEEDS[step])) return undefined;
    return (
      <nav className="app-way-back" aria-label="The first hour">
        <Container>
          <a href={firstHour(seat.organisation)}>Back to the first hour</a>
          <span> {stepOf(step)}</span>
        </Container>
      </nav>
    );
  };
}

/** “Step 3 of 5 comes next.” */
function stepOf(step: Step): string {
  return `Step ${STEPS.indexOf(step) + 1} of ${STEPS.length} comes next.`;
}
