/** A row that is a person in a decision's buying group. */
import { Id } from '../../fields.ts';
import { put } from '../../mutation.ts';
import { withRoles } from '../../mutations/member.ts';
import type { Contact } from '../../records/contact.ts';
import { type Member, memberId } from '../../records/member.ts';
import type { BuyingRole, MemberStatus, Stance } from '../../vocabulary.ts';
import type { Book } from '../book.ts';
import type { Cells } from '../cells.ts';
import { roleIn, stanceIn, statusIn, yesOrNo } from '../words.ts';
import { rowKeys } from './contact.ts';
import type { Edges, Planned } from './ground.ts';
import { decisionOf, nameOf } from './opportunity.ts';

interface Said {
  status: MemberStatus | undefined;
  roles: BuyingRole[];
  stance: Stance | undefined;
  external: boolean | undefined;
}

export function planMember(cells: Cells, book: Book, edges: Edges): Planned | undefined {
  const said: Said = {
    status: cells.word('status', statusIn),
    roles: cells.list('roles', 20, roleIn, 'unknownWord'),
    stance: cells.word('stance', stanceIn),
    external: cells.word('external', yesOrNo, 'badYesNo'),
  };
  const opportunity = decisionOf(cells, book, edges);
  const contact = personOf(cells, book);
  if (!opportunity || !contact || cells.problems.length > 0) return undefined;
  const id = memberId(opportunity.id, contact.id);
  const before = book.get('member', id);
  const name = `${contact.name} · ${nameOf(opportunity, book)}`;
  if (!before) {
    // Somebody with a role is there because a person said so; without one they may be.
    const status = said.status ?? (said.roles.length > 0 ? 'confirmed' : 'potential');
    const made: Member = {
      id,
      accountId: opportunity.accountId,
      opportunityId: opportunity.id,
      contactId: contact.id,
      status,
      roles: said.roles,
      external: said.external ?? false,
      ...(said.stance && { stance: said.stance }),
    };
    return { id, name, isNew: true, changed: [], puts: [put('member', made)] };
  }
  const { after, changed } = joined(cells, before, said);
  return {
    id,
    name,
    isNew: false,
    changed,
    puts: changed.length > 0 ? [put('member', after)] : [],
  };
}

/** Nobody is put down, and roles that somebody gave or declined stay. */
function joined(cells: Cells, before: Member, said: Said): { after: Member; changed: string[] } {
  const changed: string[] = [];
  let after = before;
  if (said.status && said.status !== before.status) {
    if (before.status === 'potential' && said.status === 'confirmed') {
      after = { ...after, status: said.status };
      changed.push('status');
    } else cells.note('status', 'statusKept', before.status);
  }
  const fresh = said.roles.filter((role) => !before.declined?.includes(role));
  if (before.roles.length === 0 && fresh.length > 0 && before.status !== 'inactive') {
    after = withRoles(after, fresh);
    changed.push('roles');
  }
  if (said.roles.some((role) => !after.roles.includes(role)))
    cells.note('roles', 'rolesKept', before.roles.join(', '));
  if (said.stance && !before.stance) {
    after = { ...after, stance: said.stance };
    changed.push('stance');
  }
  if (said.external && !before.external && before.status === 'potential') {
    after = { ...after, external: true };
    changed.push('external');
  }
  return { after, changed };
}

/** Somebody who is on record, by an exact key; people come by their own import. */
function personOf(cells: Cells, book: Book): Contact | undefined {
  const id = cells.text('contactId', Id, 'badId');
  const byId = id && book.get('contact', id);
  if (byId) return byId;
  const [only, another] = new Set(rowKeys(cells).flatMap((key) => book.under('contact', key)));
  const column = cells.has('email') ? 'email' : cells.has('linkedin') ? 'linkedin' : 'contactId';
  if (rowKeys(cells).some((key) => book.listed.has(key))) return cells.problem(column, 'excluded');
  if (rowKeys(cells).some((key) => book.closed.has(key))) return cells.problem(column, 'notOpen');
  if (another) return cells.problem(column, 'twoRecords', another.name);
  if (only) return only;
  return cells.problem(
    cells.has(column) ? column : 'email',
    cells.has(column) ? 'unknownContact' : 'missing',
  );
}
