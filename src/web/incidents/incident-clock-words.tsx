import { dayInWords } from '../../record/day.ts';
import { HOURS_TO_TELL_ICO, type IncidentClock, isOpen, spanInWords } from '../../record/incident-clock.ts';
import { Term } from '../glossary/term.tsx';
import type { IncidentData } from './incident-list.ts';

const WIDTH = 400;
const HOUR = 3_600_000;

/** How an incident stands to the hours for telling the ICO: in words, and as a bar while they are counted. */
export function ClockWords({ clock }: { readonly clock: IncidentClock }) {
  switch (clock.state) {
    case 'off':
      return null;
    case 'told':
      return (
        <p>
          Reported {spanInWords(clock.after)} after it was found
          {clock.late && <strong>, which is more than {HOURS_TO_TELL_ICO} hours</strong>}.
        </p>
      );
    case 'running':
      return (
        <div className="app-clock">
          <Bar share={1 - clock.left / (HOURS_TO_TELL_ICO * HOUR)} />
          <p>
            <strong>{spanInWords(clock.left)} left</strong> of {HOURS_TO_TELL_ICO} hours. It may have to be reported.
          </p>
        </div>
      );
    case 'over':
      return (
        <div className="app-clock app-clock--over">
          <Bar share={1} />
          <p>
            <strong>{spanInWords(clock.over)} over</strong> the {HOURS_TO_TELL_ICO} hours, and no report is recorded. It
            may have to be reported still, with why it is late.
          </p>
        </div>
      );
    default:
      return clock satisfies never;
  }
}

/** Says of an incident that was closed why it is open all the same. */
export function ClosedTooSoon({ data }: { readonly data: IncidentData }) {
  if (data.closedOn === undefined || !isOpen(data)) return null;
  return (
    <p>It was closed on {dayInWords(data.closedOn)}, before anybody decided whether it may have to be reported.</p>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true" focusable="false" className="app-clock__bar">
      <rect className="app-clock__all" x="1" y="1" width={WIDTH - 2} height="18" />
      <rect className="app-clock__gone" x="1" y="1" width={(WIDTH - 2) * share} height="18" />
      {[1, 2].map((day) => (
        <path key={day} className="app-clock__day" d={`M${(WIDTH * day) / 3} 1V19`} />
      ))}
    </svg>
  );
}

/** What the hours rest on, and who decides. Stands once on a page. */
export function AboutClock() {
  return (
    <p>
      Was <Term of="personal-data">personal data</Term> concerned, and may people come to harm? Then you have{' '}
      {HOURS_TO_TELL_ICO} hours to tell the <Term of="ico">ICO</Term>, from when you knew. That is article 33 of the{' '}
      <Term of="uk-gdpr">UK GDPR</Term>. We count the hours, but cannot decide for you. Look in the “Guide to the
      Notification of Data Security and Protection Incidents”, which goes with the <Term of="toolkit">Toolkit</Term>, or
      ask whoever advises you. Your contracts may ask you to tell customers sooner.
    </p>
  );
}
