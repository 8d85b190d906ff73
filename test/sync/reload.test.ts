import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Session, sessionItem } from '#lib/browser/session.ts';
import { call } from '#lib/model/mutation.ts';
import { addMember } from '#lib/model/mutations/member.ts';
import { connect } from '#lib/sync/connection.ts';
import { reloadChecked } from '#lib/sync/reload.ts';
import { acme, dana, deal, page, told } from '#test/store/cache.ts';

const server = 'http://127.0.0.1:1';
const session: Session = {
  server,
  info: { name: 'Test', protocol: 1, issuer: server, clientId: 'test', resource: server },
  me: { workspace: 'reload', workspaceName: 'Test', userId: 'ana', name: 'Ana', team: 'sales' },
};
const opened = async () => (await connect(session)).store;

beforeEach(() => fakeBrowser.reset());
afterEach(async () => (await opened()).delete());

async function filled() {
  const store = await opened();
  const puts = [told('account', acme, 2), told('contact', dana, 3), told('opportunity', deal, 4)];
  await store.apply(page({ puts }));
  const roles = ['champion' as const];
  await store.edit([
    call(addMember, { opportunityId: deal.id, contactId: dana.id, roles, status: 'confirmed' }),
  ]);
  return store;
}

test('[C9] a record that is none is put aside before the page is loaded again, and the edit that waits is kept', async () => {
  const before = await filled();
  const row = { kind: 'contact', id: 'kim', scope: 'acme', view: 7 };
  await before.db.records.put(row as never);
  before.close();
  await sessionItem.setValue(session);
  const reload = vi.fn();
  await reloadChecked(reload);
  expect(reload).toHaveBeenCalledOnce();

  const after = await opened();
  expect((await after.meta()).mended).toMatchObject({ rescued: 1, lost: 0 });
  expect(await after.pending()).toMatchObject([{ name: 'opportunity.addMember@1' }]);
  expect(await after.db.records.get(['contact', 'kim'])).toBeUndefined();
  after.close();
});

test('a sound cache stays as it is, and who is signed out has none to look at', async () => {
  const before = await filled();
  const records = await before.db.records.count();
  before.close();
  const reload = vi.fn();
  await reloadChecked(reload);
  await sessionItem.setValue(session);
  await reloadChecked(reload);
  expect(reload).toHaveBeenCalledTimes(2);
  const after = await opened();
  expect((await after.meta()).mended).toBeUndefined();
  expect(await after.db.records.count()).toBe(records);
  after.close();
});
