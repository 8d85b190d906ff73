// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AlikeAnswer } from '#lib/contract/alike.ts';
import {
  account,
  bothDatabases,
  contact,
  problem,
  type Wire,
  type Workspace,
  wire,
} from './wire.ts';

const { databases, stop } = await bothDatabases();
afterAll(stop);

describe.each(databases)('on %s', (_name, fresh) => {
  let net: Wire;
  let here: Workspace;
  beforeAll(async () => {
    net = await wire(fresh);
    here = await net.workspace();
    await here.join('ada', 'admin');
    await here
      .client('ana')
      .push(
        account('seen', { name: 'Umbra GmbH', placeholder: true }),
        account('whole', { name: 'Umbra Systems', domains: ['umbra.example'] }),
        account('same', { name: 'UMBRA', domains: ['umbra.test'] }),
        account('holding', { name: 'Night Holding', domains: ['night.example'] }),
        account('secret', { name: 'Umbra Secret', domains: ['umbra-secret.example'] }),
        account('other', { name: 'Umbrella', domains: ['umbrella.example'] }),
        account('signs', { name: '+++' }),
        contact('a', 'seen', { emails: ['a@mail.night.example'] }),
        contact('b', 'seen', { emails: ['b@umbra.example', 'b@gmail.com'] }),
        contact('c', 'seen', { emails: ['c@umbra-secret.example'] }),
      );
    await net.db
      .insertInto('restricted')
      .values({ ws: here.ws, scope: 'secret', by_user: 'ada' })
      .execute();
  });
  afterAll(() => net.close());

  const get = async (id: string, user = 'ben') =>
    net.server.request(`/v1/accounts/${id}/like`, {
      headers: { authorization: `Bearer ${await net.issuer.token(here.subject(user))}` },
    });
  const alike = async (id: string, user?: string) =>
    AlikeAnswer.parse(await (await get(id, user)).json()).accounts.map(({ id, because }) => [
      id,
      because,
    ]);

  test('accounts are asked about by the domains of its people and by name, with the reasons', async () => {
    expect(await alike('seen')).toEqual([
      ['holding', [{ fact: 'peopleDomain', domain: 'night.example' }]],
      ['whole', [{ fact: 'peopleDomain', domain: 'umbra.example' }, { fact: 'namePart' }]],
      ['same', [{ fact: 'sameName' }]],
    ]);
    expect(await alike('whole')).toEqual([
      ['same', [{ fact: 'namePart' }]],
      ['seen', [{ fact: 'namePart' }]],
    ]);
    expect(await alike('other')).toEqual([]);
    expect(await alike('signs')).toEqual([]);
  });

  test('[A1] [A4] of an account that is closed to the asker nothing is offered, and nothing asked about it is answered', async () => {
    const ids = (all: unknown[][]) => all.map(([id]) => id);
    expect(ids(await alike('seen'))).not.toContain('secret');
    expect(ids(await alike('seen', 'ada'))).toContain('secret');
    expect(await problem(await get('secret'))).toMatchObject({ status: 404 });
    expect(await problem(await get('nobody'))).toMatchObject({ status: 404 });
  });
});
