import { personKey } from '../../reading/facts/person-name.ts';
import { rolesIn } from '../../reading/facts/role-mentions.ts';
import type { Fact, ReadDocument } from '../../record/document.ts';

/** Columns of the register of role holders, as `registerTables` writes it. */
const HOLDER = 'Holder';
const DEPUTY = 'Deputy';

/** The register of role holders, with those added whose name the reading does not take for one, such as a first name alone. */
export function withHolders(register: ReadDocument): ReadDocument {
  const holders = register.content.tables.flatMap(({ columns, rows }): readonly Fact[] => {
    const [holderAt, deputyAt] = [columns.indexOf(HOLDER), columns.indexOf(DEPUTY)];
    return rows.flatMap((row) => {
      const words = row.cells.map(({ text }) => text.trim()).join(' | ');
      const fact = (role: string, standing: 'holder' | 'deputy', at: number): readonly Fact[] => {
        const person = row.cells[at]?.text.trim() ?? '';
        return person === ''
          ? []
          : [
              {
                type: 'role-holder',
                subject: standing === 'deputy' ? `deputy ${role}` : role,
                value: personKey(person),
                words,
                parts: { person, standing },
                strength: 'recorded',
                confidence: 1,
                where: { ...row.where, ...row.cells[at]?.where },
              },
            ];
      };
      return rolesIn(row.cells[0]?.text ?? '').flatMap(({ id }) => [
        ...fact(id, 'holder', holderAt),
        ...fact(id, 'deputy', deputyAt),
      ]);
    });
  });
  const isRead = ({ subject, where }: Fact) =>
    register.facts.some(
      (one) => one.type === 'role-holder' && one.subject === subject && one.where.line === where.line,
    );
  return { ...register, facts: [...register.facts, ...holders.filter((one) => !isRead(one))] };
}
