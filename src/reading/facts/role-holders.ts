import type { Fact } from '../../record/document.ts';
import { findDates } from '../dates/find-dates.ts';
import type { FactFamily, Setting } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import type { NameSeen } from './person-name.ts';
import { namesIn, personKey } from './person-name.ts';
import type { RoleSeen } from './role-mentions.ts';
import { rolesIn } from './role-mentions.ts';
import { roleHoldersInRegister } from './role-register.ts';
import type { Statement } from './statement.ts';

const FILL =
  /\b(?:the|our|a|an|as|both|and|also|company|company's|named|appointed|designated|nominated|current|currently|role|roles|of|to|be|acting|interim|joint|board|level|combined)\b|[\s,(&/:–—\-|]/gi;
const IS =
  /^\s*(?:\([^)]{0,60}\))?(?:,\s*)*\s*(?:who\s)?(?:is|acts as|serves as|remains|continues as|holds|has been (?:re-?)?appointed|was (?:re-?)?appointed|has been confirmed|was confirmed|(?:re-?)?appointed|takes on|took over|has taken over|took on|is responsible as|performs|fulfils|is also|to act as|to continue|is named|is our|confirmed)\b/i;
const HELD_BY =
  /^\s*(?:role|function|position|post|duties|responsibilities)?\s*(?:is|are|was|has been)?\s*(?:currently|now)?\s*(?:held by|performed by|fulfilled by|undertaken by|carried out by|appointed|assigned to|delegated to|is|:|\?|—|–|-|=)\s*(?:currently|now)?\s*:?\s*(?:our\s|the\s)?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.?\s*)?$/i;
const FORMERLY =
  /\b(?:stood down|stepped down|until|left the (?:company|business|organisation)|resigned|retired|replaced by|handed over|formerly|previously|was the)\b/i;
const HANDOVER = /\b(?:passed|transferred|moved|handed over|handed|changed)\b[^.]{0,30}?\bfrom\b/i;

/** Two capitalised words side by side: without them nobody is named. */
const MAY_NAME = /\p{Lu}[\p{L}.’'-]{0,24}\s+(?:[a-z]{2,3}\s+)?\p{Lu}/u;

/** Who holds which named role: subject is the role's id, value the person's key, parts the name and standing. */
export const roleHolders: FactFamily = {
  name: 'role-holders',
  // Every role's words hold one of these.
  cues: [
    'siro',
    'owner',
    'dpo',
    'officer',
    'lead',
    'manager',
    'guardian',
    'ciso',
    'head',
    'director',
    'executive',
    'ceo',
    'md',
    'cto',
    'coo',
    'commander',
  ],
  *fromStatement(statement, setting) {
    const taking = TAKING_UP.exec(statement.text);
    if (taking === null && !MAY_NAME.test(statement.text)) return;
    const roles = rolesIn(statement.text);
    if (roles.length === 0) return;
    if (taking !== null) yield* takenUp(statement, setting, roles, taking);
    const from = isUnderNumber(statement) ? statement.valueAt : 0;
    const names = namesIn(statement.text).filter(({ at }) => at >= from);
    if (names.length === 0) return;
    yield* fromHandover(statement, setting, roles, names);
    const taken = new Set<RoleSeen>();
    for (const role of roles) {
      const before = [...names].reverse().find((name) => name.end <= role.at);
      const after = names.find((name) => name.at >= role.end);
      const joined =
        before === undefined ? undefined : between(statement.text.slice(before.end, role.at), roles, before.end);
      if (before !== undefined && joined !== undefined) {
        const closes = /^\s*[,(–—:|-]/.test(joined) || joined.trim() === '' || /^\s*(?:as|to be)\b/i.test(joined);
        const verb = IS.exec(joined);
        const rest = verb === null ? joined : joined.slice(verb[0].length);
        const clear = rest.replace(FILL, '') === '';
        if (clear && (verb !== null || closes) && !(verb === null && joined.trim() === '')) {
          taken.add(role);
          yield holder(statement, setting, role, before, verb === null ? 0.85 : 0.9, role.at);
          continue;
        }
      }
      if (after === undefined) continue;
      const gap = between(statement.text.slice(role.end, after.at), roles, role.end);
      const ownRole = roles.some(
        (other) =>
          other !== role &&
          other.at >= after.end &&
          /^\s*[(,–-]/.test(statement.text.slice(after.end, other.at)) &&
          other.at - after.end < 6,
      );
      const direct = /^\s*(?:\(\s*|[:–—|-]\s*|,\s*)?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s*)?$/.test(gap);
      if (taken.has(role)) continue;
      if (HELD_BY.test(gap) || (direct && !(ownRole && /^\s*,/.test(gap)) && !/^[\s]*\)/.test(gap)))
        yield holder(
          statement,
          setting,
          role,
          after,
          HELD_BY.test(gap) || gap.includes(':')
            ? 0.9
            : gap.trim() === '' && !/\b(?:our|the|current)\s$/i.test(statement.text.slice(0, role.at))
              ? 0.5
              : 0.75,
          after.at,
        );
    }
  },
  *fromTable(register, setting) {
    yield* roleHoldersInRegister(register, setting);
  },
};

/** Read after its heading, and the heading is a numbered section, which is never called after a person. */
function isUnderNumber({ label, heading }: Statement): boolean {
  return label !== undefined && /^\d/.test(heading) && heading.endsWith(label);
}

/** "become SIRO with effect from 1 March 2026": the day need not stand beside a name. */
const TAKING_UP =
  /\b(?:appoint(?:ed|ment)|becomes?|became|takes? over|took over)\b[^.;]{0,120}?\b(?:with effect from|effective(?: from)?|as from|from|on)\s(?=(?:\w+day,?\s)?\d)/i;

function* takenUp(statement: Statement, setting: Setting, roles: readonly RoleSeen[], taking: RegExpExecArray) {
  const role = roles.find(({ at, end }) => at > taking.index && end <= taking.index + taking[0].length);
  const after = taking.index + taking[0].length;
  const date = findDates(statement.text.slice(after))[0];
  if (
    role === undefined ||
    role.standing !== 'holder' ||
    date === undefined ||
    date.index > 12 ||
    date.date.precision !== 'day'
  )
    return;
  yield factFrom(statement, after + date.index, setting, {
    type: 'role-start',
    subject: role.id,
    value: date.date.from,
    // Another year is another appointment.
    scope: date.date.from.slice(0, 4),
    confidence: 0.8,
    asOf: date.date,
    parts: { shown: date.date.text },
  });
}

/** The text between a name and a role with any roles in between taken out. */
function between(text: string, roles: readonly RoleSeen[], offset: number): string {
  let rest = text;
  for (const role of [...roles].reverse()) {
    const at = role.at - offset;
    if (at >= 0 && role.end - offset <= text.length) rest = rest.slice(0, at) + rest.slice(role.end - offset);
  }
  return rest;
}

/** An NHS body named just behind makes it the role of a customer's person; another firm, unless it lends us a DPO, of a supplier's. */
const CUSTOMER = /^[^.;:|]{0,12}[,(–-][^.;|]{0,40}\b(?:NHS|Trust|Hospitals?|ICB|Council|CCG|Surgery|Practice)\b/;
const FIRM = /^[^.;:|]{0,12}[,(–-][^.;|]{0,40}\b(?:Ltd|Limited|LLP|plc|Inc|Partners)\b/;

function holder(
  statement: Statement,
  setting: Setting,
  role: RoleSeen,
  name: NameSeen,
  sure: number,
  at: number,
): Fact {
  const behind = statement.text.slice(Math.max(role.end, name.end));
  const confidence = CUSTOMER.test(behind) || (role.id !== 'dpo' && FIRM.test(behind)) ? 0.4 : sure;
  const former =
    role.standing === 'former' ||
    (FORMERLY.test(statement.text) && !/\b(?:took over|appointed|replaces)\b/i.test(statement.text));
  return core(
    role,
    name.name,
    former ? 'former' : role.standing,
    confidence,
    (parts) => factFrom(statement, at, setting, parts),
    statement.text,
  );
}

function core(
  role: RoleSeen,
  name: string,
  standing: RoleSeen['standing'],
  confidence: number,
  make: (core: Parameters<typeof factFrom>[3]) => Fact,
  text: string,
): Fact {
  const appointed = /\b(?:appointed|confirmed|took over|with effect|effective|since|from)\b/i.test(text)
    ? findDates(text)[0]?.date
    : undefined;
  return make({
    type: 'role-holder',
    subject: standing === 'deputy' ? `deputy ${role.id}` : role.id,
    value: personKey(name),
    confidence,
    parts: { person: name, standing },
    ...(appointed !== undefined && { asOf: appointed }),
  });
}

function* fromHandover(
  statement: Statement,
  setting: Setting,
  roles: readonly RoleSeen[],
  names: readonly NameSeen[],
): Iterable<Fact> {
  const role = roles[0];
  const [from, to] = names;
  if (role === undefined || from === undefined || to === undefined || !HANDOVER.test(statement.text)) return;
  if (!/\bto\b/i.test(statement.text.slice(from.end, to.at))) return;
  yield core(role, from.name, 'former', 0.9, (parts) => factFrom(statement, from.at, setting, parts), statement.text);
  yield core(role, to.name, 'holder', 0.9, (parts) => factFrom(statement, to.at, setting, parts), statement.text);
}
