import { beforeEach, expect, test, vi } from 'vitest';
import { call } from '#lib/model/mutation.ts';
import { createAccount } from '#lib/model/mutations/account.ts';
import { createContact } from '#lib/model/mutations/contact.ts';
import { addMember } from '#lib/model/mutations/member.ts';
import { createOpportunity } from '#lib/model/mutations/opportunity.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { createActs } from '#lib/panel/acts.ts';
import { mergePreview } from '#lib/panel/merge-preview.ts';
import { mergeable, mergesOf } from '#lib/panel/merges.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { momentAt } from '#lib/panel/visit.ts';
import type { Store } from '#lib/store/store.ts';
import { acme, cache, dana } from '#test/store/cache.ts';
import { now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;
const twin = Contact.parse({
  id: 'twin',
  accountId: 'acme',
  name: 'DANA',
  emails: ['d@acme.example'],
});
const placeholder = Account.parse({ id: 'seen', name: 'Acme Systems', placeholder: true });

beforeEach(async () => {
  store = await cache();
  acts = createActs({
    ...{ store, undo: createUndo(), nudge: vi.fn(), userId: 'ana', team: 'sales', now: () => now },
  });
  const other = Contact.parse({ id: 'eve', accountId: 'acme', name: 'Eve Park', title: 'Buyer' });
  const deal = { id: 'deal2', accountId: 'seen', solutionId: 'talent', stageId: 'qualified' };
  await store.edit([
    call(createContact, { accountId: 'acme', contact: twin }),
    call(createContact, { accountId: 'acme', contact: other }),
    call(createAccount, { account: placeholder }),
    call(createOpportunity, { accountId: 'seen', opportunity: Opportunity.parse(deal) }),
    ...['dana', 'twin'].map((contactId) =>
      call(addMember, { opportunityId: 'deal', contactId, roles: [], status: 'confirmed' }),
    ),
  ]);
});

const names = async (
  ...asked: Parameters<typeof mergeable> extends [unknown, ...infer R] ? R : never
) => (await mergeable(store.db, ...asked)).map(({ name }) => name);

test('those of a like name are offered, others are found by their words, of the same account alone', async () => {
  expect(await names('contact', 'dana')).toEqual(['DANA']);
  expect(await names('contact', 'dana', 'buy')).toEqual(['Eve Park']);
  expect(await names('account', 'seen')).toEqual(['ACME']);
  expect(await names('account', 'seen', 'nothing')).toEqual([]);
});

test('the preview tells what the merge will do, and does nothing', async () => {
  const people = await mergePreview(store, 'contact', 'dana', 'twin');
  expect(people).toMatchObject({
    joined: { name: 'Dana', title: 'VP', emails: ['d@acme.example'] },
    moves: [{ kind: 'member', count: 1 }],
    bothIn: ['Talent'],
  });
  const accounts = await mergePreview(store, 'account', acme.id, 'seen');
  expect(accounts).toMatchObject({
    joined: { name: 'ACME', placeholder: false },
    moves: [{ kind: 'opportunity', count: 1 }],
    twoOf: ['Talent'],
  });
  expect(await mergePreview(store, 'contact', 'dana', 'nobody')).toBeNull();
  expect((await store.pending()).map(({ name }) => name)).not.toContain('contact.merge@1');
});

test('a merge waits for the server, shows as that, and is undone by its opposite', async () => {
  await acts.merge({ kind: 'contact', keptId: 'dana', mergedId: 'twin' });
  expect(await mergesOf(store.db, 'contact', dana)).toEqual({
    merges: [],
    waiting: { is: 'merging', name: 'DANA' },
  });
  const target = { kind: 'contact', id: 'twin', scope: 'acme' } as const;
  expect(await momentAt(store.db, target, now)).toMatchObject({
    person: { merges: { waiting: { is: 'merging', name: 'Dana' } } },
  });
  await acts.undo();
  const [merge, back] = (await store.pending()).slice(-2);
  expect([merge?.name, back?.name]).toEqual(['contact.merge@1', 'contact.unmerge@1']);
  expect(back?.args).toEqual(merge?.args);
  await expect(
    acts.merge({ kind: 'contact', keptId: 'dana', mergedId: 'nobody' }),
  ).rejects.toMatchObject({ code: 'gone' });
});
