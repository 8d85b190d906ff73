// @vitest-environment node
/** Whose a signal is: what was confirmed of them stays, and nobody is guessed. */
import { describe, expect, test } from 'vitest';
import { memberId } from '#lib/model/records/member.ts';
import { receiving, stored } from '#test/support/signals.ts';

const { server, automation, signal, touchOf } = await receiving();

describe('what a person confirmed', () => {
  test('stays: status, roles, stance, what was declined, and an interest somebody stated', async () => {
    const { jsonb } = await import('#server/db/json.ts');
    const said = {
      id: 'tomas-echeverria.talent',
      accountId: 'acme',
      contactId: 'tomas-echeverria',
      solutionId: 'talent',
      level: 'possible',
      evidence: [],
      by: 'ana',
      at: '2026-11-01T00:00:00.000Z',
    };
    await server.db
      .insertInto('records')
      .values({
        ...{ ws: 'demo', kind: 'interest', id: said.id, scope: 'acme', version: 1 },
        deleted_at: null,
        data: jsonb(said),
      })
      .execute();
    await server.db
      .insertInto('record_index')
      .values({ ws: 'demo', key: 'of:contact:tomas-echeverria', kind: 'interest', id: said.id })
      .execute();
    const before = (await stored(server, 'member')).find(
      ({ id }) => id === memberId('acme-talent', 'tomas-echeverria'),
    );
    const results = await automation.send(
      ...['Payroll Manager', 'CFO'].map((title) =>
        signal({
          channel: 'meeting',
          person: { email: 'tomas.echeverria@acme.example', name: 'T. E.', title },
        }),
      ),
    );
    expect(results[0]?.because).toContain('is in its buying group already');
    const after = await stored(server, 'member');
    expect(after).toContainEqual(before);
    expect(await stored(server, 'interest')).toContainEqual(said);
    expect(await stored(server, 'contact')).toContainEqual(
      expect.objectContaining({ id: 'tomas-echeverria', name: 'Tomás Echeverría' }),
    );
  });

  test('that somebody left: what comes of them since then waits for a person, what was before is routed', async () => {
    const { writeRecord } = await import('#server/records.ts');
    const before = (await stored(server, 'contact')).find(({ id }) => id === 'yuki-tanaka');
    if (!before) throw new Error('not seeded');
    await server.db.transaction().execute(async (tx) => {
      const after = { ...before, left: '2026-10-01T00:00:00.000Z' };
      const row = await tx
        .selectFrom('records')
        .selectAll()
        .where('kind', '=', 'contact')
        .where('id', '=', before.id)
        .executeTakeFirstOrThrow();
      const was = { ...row, kind: 'contact' as const, deleted: false, data: before, guards: {} };
      const writer = { ws: 'demo', version: 1, client: 'test', by: 'test', mutation: 'test' };
      await writeRecord(tx, { kind: 'contact', id: before.id, before: was, after }, writer, 0);
    });
    const person = { email: 'yuki.tanaka@acme.example' };
    const groups = async () =>
      (await stored(server, 'member')).filter(({ contactId }) => contactId === 'yuki-tanaka');
    const had = await groups();
    const all = ['Talent Management', 'HR Operations', 'Learning'];
    const since = await automation.tell(signal({ person, solutions: all, title: 'Since then' }));
    expect(since).toMatchObject({ status: 'unrouted', code: 'companyUnknown', account: 'acme' });
    expect(since.because).toContain('Yuki Tanaka left ACME on 2026-10-01.');
    expect(await groups()).toEqual(had);
    expect(await touchOf('Since then')).toMatchObject({ unrouted: 'companyUnknown' });
    const earlier = { at: '2026-09-01T00:00:00Z', person, solutions: all };
    expect(await automation.tell(signal(earlier))).toMatchObject({ status: 'routed' });
  });

  test('an account stays, though the signal names another', async () => {
    const result = await automation.tell(
      signal({
        person: { email: 'tomas.echeverria@acme.example' },
        account: { domain: 'globex.example' },
      }),
    );
    expect(result).toMatchObject({ account: 'acme', opportunity: 'acme-talent' });
    expect(result.because).toContain(
      'It names globex.example; on record Tomás Echeverría is at ACME.',
    );
  });
});

describe('who nobody knows', () => {
  test('an anonymous visit stands at the account of its domain, and becomes the person’s once they are known', async () => {
    const visit = (over: object) => signal({ channel: 'web', visitor: 'cookie-1', ...over });
    const anonymous = await automation.tell(
      visit({ title: 'Anonymous visit', account: { domain: 'www.halcyon.example' } }),
    );
    expect(anonymous).toMatchObject({ status: 'routed', account: 'halcyon' });
    expect(anonymous).not.toHaveProperty('contact');
    expect(await touchOf('Anonymous visit')).toMatchObject({ contactIds: [] });

    const nowhere = await automation.tell(visit({ title: 'Visit from nowhere' }));
    expect(nowhere).toMatchObject({ status: 'unrouted', code: 'waiting' });
    expect(await touchOf('Visit from nowhere')).toBeUndefined();

    const known = await automation.tell(
      visit({ solutions: [], person: { email: 'noor.haddad@halcyon.example' } }),
    );
    expect(known.because).toContain('1 earlier visits are now Noor Haddad’s.');
    expect(await touchOf('Anonymous visit')).toMatchObject({ contactIds: ['noor-haddad'] });
    expect(await touchOf('Visit from nowhere')).toMatchObject({
      accountId: 'halcyon',
      contactIds: ['noor-haddad'],
    });
    const members = await stored(server, 'member');
    expect(members.map(({ id }) => id)).toContain(
      memberId(anonymous.opportunity ?? '', 'noor-haddad'),
    );
    expect(await automation.tell(visit({ title: 'And again' }))).toMatchObject({
      contact: 'noor-haddad',
    });
  });

  test('a name without an exact key makes nobody a contact; the touch keeps what was said', async () => {
    const before = await stored(server, 'contact');
    const result = await automation.tell(
      signal({
        title: 'Name on a list',
        person: { name: 'Noor Haddad' },
        account: { domain: 'halcyon.example' },
      }),
    );
    expect(result).not.toHaveProperty('contact');
    expect(await stored(server, 'contact')).toEqual(before);
    expect(await touchOf('Name on a list')).toMatchObject({ said: { name: 'Noor Haddad' } });
  });

  test('a free-mail domain is never an account: its person waits at a placeholder', async () => {
    const person = { email: 'jo.private@gmail.com', name: 'Jo Private' };
    const result = await automation.tell(signal({ title: 'From free mail', person }));
    expect(result).toMatchObject({ status: 'unrouted', code: 'companyUnknown' });
    expect(result.because).toContain('gmail.com is a free-mail domain, never an account.');
    const accounts = await stored(server, 'account');
    expect(accounts.flatMap(({ domains }) => domains)).not.toContain('gmail.com');
    expect(accounts.find(({ id }) => id === result.account)).toMatchObject({
      name: 'Jo Private',
      placeholder: true,
    });
    expect(await touchOf('From free mail')).toMatchObject({ unrouted: 'companyUnknown' });
    expect(await automation.tell(signal({ person }))).toMatchObject({ contact: result.contact });
  });

  test('of a company known by name alone there is one placeholder, never a guess', async () => {
    const at = (email: string) =>
      automation.tell(signal({ person: { email }, account: { name: 'Globex Logistics' } }));
    const [one, two] = [await at('a@gmail.com'), await at('b@gmx.de')];
    expect(one.account).toBe(two.account);
    expect(one.account).not.toBe('globex');
  });

  test('two accounts under one domain are a question: it stands apart, unrouted', async () => {
    const at = (domain: string) => automation.tell(signal({ account: { domain } }));
    const { writeRecord } = await import('#server/records.ts');
    await server.db.transaction().execute(async (tx) => {
      for (const part of ['eu', 'us']) {
        const after = {
          id: `initech-${part}`,
          name: `Initech ${part.toUpperCase()}`,
          domains: [`${part}.initech.example`],
          target: false,
          placeholder: false,
          sources: {},
        };
        const writer = { ws: 'demo', version: 1, client: 'test', by: 'test', mutation: 'test' };
        await writeRecord(
          tx,
          { kind: 'account', id: after.id, before: undefined, after },
          writer,
          0,
        );
      }
    });
    const result = await at('initech.example');
    expect(result).toMatchObject({ status: 'unrouted', code: 'twoAccounts' });
    expect(result.because).toMatch(/could be Initech (EU|US) or Initech (EU|US)/);
    expect(result.account).not.toMatch(/^initech/);
  });

  test('of accounts with domains below one, the one whose host it names; else one placeholder for all that ask', async () => {
    const at = (domain: string) => automation.tell(signal({ account: { domain } }));
    expect(await at('https://eu.initech.example/jobs')).toMatchObject({ account: 'initech-eu' });
    expect(
      await automation.tell(signal({ person: { email: 'jo@mail.us.initech.example' } })),
    ).toMatchObject({ account: 'initech-us' });
    const [one, two] = [await at('initech.example'), await at('www.initech.example')];
    expect([one.code, two.code]).toEqual(['twoAccounts', 'twoAccounts']);
    expect(two.account).toBe(one.account);
  });

  test('a domain is the same in its own letters and as browsers write it', async () => {
    const at = (domain: string) => automation.tell(signal({ account: { domain } }));
    const [own, ascii] = [await at('bücher.example'), await at('xn--bcher-kva.example')];
    expect(own.code).toBe('detected');
    expect(ascii).toMatchObject({ code: 'joined', account: own.account });
  });

  test('companies whose names are signs alone are not one, and who has a page alone waits under its name', async () => {
    const of = (person: object, name?: string) =>
      automation.tell(signal({ person, ...(name && { account: { name } }) }));
    const [one, two] = [
      await of({ email: 'a@gmail.com' }, '+++'),
      await of({ email: 'b@gmail.com' }, '🎉'),
    ];
    expect(one.account).not.toBe(two.account);
    const page = await of({ linkedin: 'https://www.linkedin.com/in/Only-A-Page/' });
    expect((await stored(server, 'account')).find(({ id }) => id === page.account)).toMatchObject({
      name: 'only-a-page',
      placeholder: true,
    });
  });

  test('an e-mail of one company and the domain of another are a question too', async () => {
    const result = await automation.tell(
      signal({ person: { email: 'x@globex.example' }, account: { domain: 'halcyon.example' } }),
    );
    expect(result).toMatchObject({ status: 'unrouted', code: 'twoAccounts', account: 'globex' });
  });
});
