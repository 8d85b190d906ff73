/** One record of two: what the kept one says stays, what it lacks is filled, lists are joined. */
import { adopt } from '../adopt.ts';
import { otherKeysLimit } from '../fields.ts';
import { accountKeys, contactKeys } from '../keys.ts';
import { withRoles } from '../mutations/member.ts';
import type { Account } from '../records/account.ts';
import type { Contact } from '../records/contact.ts';
import { type Interest, interestId } from '../records/interest.ts';
import { type Member, memberId } from '../records/member.ts';
import { withFields } from '../sources.ts';
import { withTags } from '../tags.ts';
import type { MemberStatus } from '../vocabulary.ts';

/** A target account stays one; only two placeholders are one still. */
export function joinedAccount(kept: Account, merged: Account): Account {
  const joined = withJoinedTags(kept, adopt(kept, { ...merged, id: kept.id }));
  return {
    ...withEveryKey(joined, accountKeys, merged),
    target: kept.target || merged.target,
    placeholder: kept.placeholder && merged.placeholder,
  };
}

/** Whether they left is as the kept one says: the other one may have been marked because it was the wrong one. */
export function joinedContact(kept: Contact, merged: Contact): Contact {
  const { id, accountId, left = null } = kept;
  const joined = withJoinedTags(kept, adopt(kept, { ...merged, id, accountId }));
  const former = [kept.formerId, merged.formerId].find(
    (one) => one && one !== id && one !== merged.id,
  );
  const sources = { ...joined.sources };
  if (!left) delete sources.left;
  const one = withFields(joined, { left, formerId: former ?? null });
  return { ...withEveryKey(one, contactKeys, merged), sources };
}

/** Without the kept one's own membership, the merged one's under the kept one's id. */
export function joinedMember(keptId: string, kept: Member | undefined, merged: Member): Member {
  const { opportunityId } = merged;
  const own = { ...merged, id: memberId(opportunityId, keptId), contactId: keptId };
  if (!kept) return own;
  const suggested = [...(kept.suggested ?? []), ...(merged.suggested ?? [])];
  const declined = [...new Set([...(kept.declined ?? []), ...(merged.declined ?? [])])];
  const firstOfRole = suggested.filter(
    ({ role }, at) =>
      !declined.includes(role) && suggested.findIndex((other) => other.role === role) === at,
  );
  return withRoles(
    {
      ...own,
      ...kept,
      status: strongest.find((one) => one === kept.status || one === merged.status) ?? kept.status,
      external: kept.external || merged.external,
      suggested: firstOfRole,
      declined,
    },
    [...new Set([...kept.roles, ...merged.roles])],
  );
}

const strongest: readonly MemberStatus[] = ['confirmed', 'potential', 'inactive'];

/** What a user said stands above what was not said, the later above the earlier; the evidence is joined. */
export function joinedInterest(
  keptId: string,
  kept: Interest | undefined,
  merged: Interest,
): Interest {
  const own = { ...merged, id: interestId(keptId, merged.solutionId), contactId: keptId };
  if (!kept) return own;
  const [first, other] = said(own) > said(kept) ? [own, kept] : [kept, own];
  return { ...first, evidence: [...new Set([...first.evidence, ...other.evidence])].slice(0, 20) };
}

const said = ({ by, at }: Interest) => `${by ? 1 : 0} ${at}`;

/** Of two slugs one stands in the record, and a page under the other one is still theirs. */
function withEveryKey<R extends Account | Contact>(
  joined: R,
  keysOf: (record: R) => string[],
  merged: R,
): R {
  const has = keysOf(joined);
  const lost = keysOf(merged).filter((key) => !has.includes(key));
  const otherKeys = [...(joined.otherKeys ?? []), ...lost].slice(0, otherKeysLimit);
  return lost.length > 0 ? { ...joined, otherKeys } : joined;
}

function withJoinedTags<R extends Account | Contact>(kept: R, joined: R): R {
  return joined.tags ? { ...joined, tags: withTags(kept.tags ?? [], joined.tags) } : joined;
}
