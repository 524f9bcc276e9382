import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import type { Deed, Role } from '../may.ts';

/** A place somebody has in an organisation. */
export type Seat = {
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: Role;
  /** The last day of it. */
  readonly until?: Day;
};

/** Somebody who is signed in, in one session. */
export type Visitor = {
  readonly account: { readonly id: string; readonly email: string; readonly name: string };
  readonly session: {
    readonly id: string;
    /** When they last proved who they are. */
    readonly signedInAt: Instant;
    readonly secondFactor: boolean;
  };
  readonly seats: readonly Seat[];
  /**
   * What they must do before they see anything: `second-factor` when they have one and have not given it, `enrol` when an
   * organisation of theirs requires one and they have none.
   */
  readonly needs?: 'second-factor' | 'enrol';
};

/** Where a request comes from, as far as the sessions and the throttling go by it. */
export type Origin = {
  /** Network address. Never kept as it is. */
  readonly address: string;
  /** The browser's own words about itself. */
  readonly userAgent: string;
  /** A random text by which a browser is known again. Kept as a hash only. */
  readonly device?: string;
};

/** A fresh session: the token goes into the cookie and is kept nowhere else. */
export type Opened = { readonly ok: true; readonly token: string };

/** A message in the pattern of NHS.UK beside the field it belongs to. */
export type AccountProblem = {
  readonly type: 'invalid' | 'refused' | 'forbidden' | 'wait' | 'expired' | 'not-found';
  readonly message: string;
  readonly field?: string;
};
export type Refused = { readonly ok: false; readonly problem: AccountProblem };
export type Done = { readonly ok: true } | Refused;

export type SessionRow = {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly current: boolean;
};

export type Member = {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly until?: Day;
  readonly secondFactor: boolean;
  /** Undefined when they have not in the last 90 days. */
  readonly lastSignedInOn?: Day;
};

export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly until?: Day;
  readonly expiresAt: Instant;
};

export type TokenRow = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Deed[];
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedOn?: Day;
};

/** Whom an API token speaks for, at this moment. */
export type TokenHolder = {
  readonly id: string;
  readonly organisation: string;
  /** What it may do: its scopes, as far as whoever made it still may do them. */
  readonly scopes: readonly Deed[];
};

export type PasskeyRow = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly usedAt?: Instant;
};
