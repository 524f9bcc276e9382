import type { LaterInForce } from '../catalogue/catalogue.ts';
import type { Instant } from '../record/holdings.ts';
import type { NoticeStore } from '../storage/notice-store.ts';

/** Something that pages say until whoever reads them puts it away. */
export type Notice = 'first-hour' | `edition-${string}`;

/** What tells that a later edition is in force. */
export function editionNotice({ edition }: LaterInForce): Notice {
  return `edition-${edition}`;
}

/** What each person has put away of an organisation's notices, for themself: it is no part of the record. */
export type Notices = {
  readonly putAwayBy: (organisation: string, account: string) => Promise<ReadonlySet<Notice>>;
  readonly isPutAway: (organisation: string, account: string, notice: Notice) => Promise<boolean>;
  readonly putAway: (organisation: string, account: string, notice: Notice) => Promise<void>;
  readonly takeUp: (organisation: string, account: string, notice: Notice) => Promise<void>;
};

export function createNotices(store: NoticeStore, now: () => Instant): Notices {
  async function putAwayBy(organisation: string, account: string): Promise<ReadonlySet<Notice>> {
    return new Set((await store.list(organisation, account)).filter(isNotice));
  }
  return {
    putAwayBy,
    isPutAway: async (organisation, account, notice) => (await putAwayBy(organisation, account)).has(notice),
    putAway: (organisation, account, notice) => store.add(organisation, account, notice, now()),
    takeUp: store.remove,
  };
}

function isNotice(name: string): name is Notice {
  return name === 'first-hour' || name.startsWith('edition-');
}
