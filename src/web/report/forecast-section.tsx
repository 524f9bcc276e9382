import type { ForecastStep } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { dayInWords } from '../../record/day.ts';
import { changeInWords } from '../../report/change-words.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { DataTable } from './data-table.tsx';
import { ForecastChart } from './forecast-chart.tsx';
import type { ReportLinks } from './report-links.ts';
import { ItemLinks, Section } from './report-parts.tsx';

/** What changes on later days if nobody acts. */
export function ForecastSection({ check, links }: { readonly check: GapCheck; readonly links: ReportLinks }) {
  const steps = check.forecast.filter((step) => step.changes.length > 0);
  const { counting, mandatory } = check.assessment.outcome.defensible;
  return (
    <Section id="forecast" title="What lapses if nobody acts">
      {steps.length === 0 ? (
        <p>Nothing that counts today lapses on a known day in the next 18 months.</p>
      ) : (
        <>
          <ForecastChart on={check.assessment.on} steps={steps} start={counting} mandatory={mandatory} />
          <DataTable
            caption="Days on which something changes"
            columns={['Step', 'Day', 'What changes', 'Then count']}
            rows={steps.map((step, position) => ({
              key: step.on,
              cells: [
                position + 1,
                dayInWords(step.on),
                <Changes key="changes" step={step} links={links} />,
                `${step.counting} of ${mandatory}`,
              ],
            }))}
          />
        </>
      )}
    </Section>
  );
}

/** Changes with one reason and one new standing are told together. */
function Changes({ step, links }: { readonly step: ForecastStep; readonly links: ReportLinks }) {
  const together = Map.groupBy(step.changes, ({ from, to, because }) => `${from} ${to} ${because}`);
  return (
    <div>
      {[...together.values()].map((changes) => {
        const [first] = changes;
        if (!first) return null;
        return (
          <p key={first.ref} className="app-change">
            <ItemLinks refs={changes.map(({ ref }) => ref)} links={links} />{' '}
            {changes.length > 1 && `(${counted(changes.length, 'item')}) `}
            {changeInWords(first)}. {neutralised(first.because)}
          </p>
        );
      })}
    </div>
  );
}
