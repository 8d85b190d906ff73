import { beforeEach, describe, expect, test } from 'vitest';
import { lookupLimit } from '#lib/contract/version.ts';
import { entryOf } from '#lib/model/exclusions.ts';
import { emailKey } from '#lib/model/keys.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { withoutExcluded } from '#lib/panel/excluded.ts';
import { keysOn } from '#lib/panel/moment.ts';
import {
  addressee,
  decisionInHand,
  inMailOrder,
  mailAddress,
  missingOn,
} from '#lib/panel/thread.ts';
import type { Store } from '#lib/store/store.ts';
import { cache, page, told } from '#test/store/cache.ts';
import { moment, now, seen } from './pages.ts';

const contact = (id: string, over: object = {}) =>
  Contact.parse({ id, accountId: 'acme', name: id, emails: [`${id}@acme.example`], ...over });
const member = (contactId: string, roles: Member['roles'], opportunityId = 'deal'): Member => ({
  id: `${opportunityId}.${contactId}`,
  accountId: 'acme',
  opportunityId,
  contactId,
  roles,
  status: 'confirmed',
  external: false,
});
const second = Opportunity.parse({
  id: 'second',
  accountId: 'acme',
  solutionId: 'talent',
  stageId: 'pipeline',
});

let store: Store;
beforeEach(async () => {
  store = await cache();
  await store.apply(
    page({
      puts: [
        told('account', Account.parse({ id: 'globex', name: 'Globex', linkedin: 'globex' }), 5),
        told('contact', contact('carl'), 6),
        told('contact', contact('lena', { name: 'Lena Ito', linkedin: 'lena' }), 6),
        told('opportunity', second, 7),
        told('opportunity', Opportunity.parse({ ...second, id: 'past', stageId: 'won' }), 7),
        told('member', member('carl', ['champion']), 8),
        told('member', member('lena', ['ratifier'], 'second'), 8),
        told('user', { id: 'ana', name: 'Ana', email: 'ana@northwind.example', team: 'sales' }, 8),
        told('user', { id: 'ben', name: 'Ben', email: 'ben@gmail.com', team: 'sales' }, 8),
      ],
    }),
  );
});

const person = async (seen: object, account?: object, chosen?: string) =>
  (await moment(store, 'person', { kind: 'person', person: seen, account }, chosen)).person;

test('a page that shows nobody is nothing, with the site it is of', async () => {
  expect(await moment(store, 'nothing', null)).toEqual({ at: 'nothing', site: 'test' });
});

describe('a person', () => {
  test('who is known stands with their account and its open decisions, the most advanced first', async () => {
    const view = await person({ linkedin: 'lena' });
    expect(view.match).toMatchObject({ is: 'known', contact: { id: 'lena' }, elsewhere: false });
    expect(view.account).toMatchObject({ is: 'known', account: { id: 'acme' } });
    expect(view.places.map(({ decision }) => decision.opportunity.id)).toEqual(['second', 'deal']);
    expect(view.places.map(({ member }) => member?.roles)).toEqual([['ratifier'], undefined]);
  });

  test('who is new at a known company stands before its decisions', async () => {
    const view = await person({ name: 'Eve', emails: ['eve@hr.acme.example'] });
    expect(view.match).toEqual({ is: 'new' });
    expect(view.account).toMatchObject({ is: 'known', by: 'domain:acme.example' });
    expect(view.places).toHaveLength(2);
  });

  test('with the name of somebody there is a question', async () => {
    const view = await person({ name: 'Ito, Lena' }, { domains: ['acme.example'] });
    expect(view.match).toMatchObject({ is: 'maybe', contacts: [{ id: 'lena' }] });
  });

  test('seen at another company stays where they are, and it is said', async () => {
    const view = await person({ linkedin: 'lena' }, { linkedin: 'globex' });
    expect(view.match).toMatchObject({ is: 'known', elsewhere: true });
    expect(view.account).toMatchObject({ account: { id: 'acme' } });
  });

  test('of whose company only the name is known has a question for an account', async () => {
    const view = await person({ name: 'Eve', company: 'Acme GmbH' });
    expect(view.account).toMatchObject({ is: 'maybe', accounts: [{ id: 'acme' }] });
    expect(view.places).toEqual([]);
    const answered = await person({ name: 'Eve', company: 'Acme GmbH' }, undefined, 'acme');
    expect(answered.account).toMatchObject({ is: 'known', by: 'user' });
    expect(answered.places).toHaveLength(2);
    const none = await person({ name: 'Eve', company: 'Acme GmbH' }, undefined, 'none');
    expect(none.account).toEqual({ is: 'new' });
  });

  test('with nothing but a name is new, and no account is guessed', async () => {
    expect(await person({ name: 'Eve' })).toMatchObject({
      match: { is: 'new' },
      account: { is: 'new' },
      places: [],
    });
  });

  test('sees what attaching them would do to coverage, before it is done', async () => {
    const view = await person({
      name: 'Eve',
      title: 'Legal Counsel',
      emails: ['eve@acme.example'],
    });
    const [place] = view.places.filter(({ decision }) => decision.opportunity.id === 'deal');
    expect(place?.decision.coverage?.known).toBe(0.5);
    expect(place?.preview(['ratifier'])?.known).toBe(1);
    expect(place?.preview(['user'])?.known).toBe(0.5);
    expect(place?.suggestions[0]).toMatchObject({ role: 'ratifier' });
    expect(place?.decision.gaps.map(({ seat }) => seat.role)).toEqual(['ratifier']);
  });
});

test('a decision’s figures follow the touches of its account', async () => {
  const touch = Touch.parse({
    id: 't1',
    accountId: 'acme',
    team: 'marketing',
    channel: 'meeting',
    at: new Date(now - 86_400_000).toISOString(),
    contactIds: ['carl'],
  });
  await store.apply(page({ puts: [told('touch', touch, 9)] }));
  const { places } = await person({ linkedin: 'lena' });
  const deal = places.find(({ decision }) => decision.opportunity.id === 'deal')?.decision;
  expect(deal?.coverage).toEqual({ known: 0.5, engaged: 0.5, twoWay: 0.5 });
  expect(deal?.quorum).toBe(false);
  expect([...(deal?.people.keys() ?? [])]).toEqual(['carl']);
});

test('an account stands with its decisions and the people seen on its page', async () => {
  const view = await moment(store, 'account', {
    kind: 'account',
    account: { name: 'ACME', domains: ['acme.example'] },
    people: [{ linkedin: 'lena' }, { name: 'Eve' }],
  });
  expect(view.account).toMatchObject({ is: 'known', account: { id: 'acme' } });
  expect(view.decisions).toHaveLength(2);
  expect(view.people.map(({ match }) => match.is)).toEqual(['known', 'new']);
  expect(view.people.map(({ account }) => account.is)).toEqual(['known', 'known']);
});

test('an account whose domain two have is a question, until one is chosen', async () => {
  const twin = Account.parse({ id: 'twin', name: 'ACME Spain', domains: ['acme.example'] });
  await store.apply(page({ puts: [told('account', twin, 9)] }));
  const shown = { kind: 'account', account: { domains: ['acme.example'] } };
  const asking = await moment(store, 'account', shown);
  expect(asking.account.is).toBe('ambiguous');
  expect(asking.decisions).toEqual([]);
  expect((await moment(store, 'account', shown, 'acme')).decisions).toHaveLength(2);
});

test('people of a list each stand for themselves, in the order of the page', async () => {
  const view = await moment(store, 'people', {
    kind: 'people',
    people: [
      { name: 'Eve', company: 'Globex' },
      { linkedin: 'lena' },
      { name: 'Carl', emails: ['carl@acme.example'] },
    ],
  });
  expect(view.people.map(({ match }) => match.is)).toEqual(['new', 'known', 'known']);
  expect(view.people.map(({ account }) => account.is)).toEqual(['maybe', 'known', 'known']);
});

describe('a mail', () => {
  const mail = (...people: object[]) =>
    moment(store, 'thread', { kind: 'thread', composing: true, people });
  const carl = { part: 'to', emails: ['carl@acme.example'] };
  const lena = { part: 'cc', linkedin: 'lena' };

  test('leaves out the people of one’s own company, and a colleague’s private address', async () => {
    const view = await mail(
      { part: 'from', emails: ['ana@northwind.example'] },
      { part: 'cc', emails: ['someone.else@northwind.example'] },
      { part: 'cc', emails: ['ben@gmail.com'] },
      { part: 'cc', name: 'Customer', emails: ['customer@gmail.com'] },
      carl,
    );
    expect(view.people.map(({ seen }) => seen.emails[0])).toEqual([
      'customer@gmail.com',
      'carl@acme.example',
    ]);
    expect(view.composing).toBe(true);
    expect(view.colleagues).toEqual(['Ana', 'someone.else@northwind.example', 'Ben']);
    expect(view.people.map(({ seen }) => seen.part)).toEqual(['cc', 'to']);
  });

  test('shows each decision of its accounts once, with the seats nobody on it holds', async () => {
    const view = await mail(carl, lena);
    const missing = view.decisions.map(({ account, decision, notOnThread }) => [
      account.id,
      decision.opportunity.id,
      notOnThread.map(({ seat }) => seat.role),
    ]);
    expect(missing).toEqual([
      ['acme', 'second', ['champion']],
      ['acme', 'deal', ['ratifier']],
    ]);
  });

  test('in a mailbox that shows names alone, knows a colleague by the whole name', async () => {
    const view = await mail({ part: 'to', name: 'Ana' }, { part: 'to', name: 'Ana Carl' });
    expect(view.colleagues).toEqual(['Ana']);
    expect(view.people.map(({ seen }) => seen.name)).toEqual(['Ana Carl']);
  });

  test('to nobody yet is one being written all the same', async () => {
    expect(await mail()).toMatchObject({ composing: true, people: [], decisions: [] });
  });

  test('has those in the decision in hand first, then the others on record; who is new stands apart', async () => {
    const view = await mail(
      { part: 'to', emails: ['new@acme.example'] },
      { part: 'to', name: 'Dana', emails: ['d@acme.example'] },
      lena,
      carl,
    );
    const inHand = decisionInHand(view.decisions, 'deal');
    const { known, newcomers } = inMailOrder(view.people, inHand);
    const ids = known.map(({ match }) => (match.is === 'known' ? match.contact.id : match.is));
    expect(ids).toEqual(['carl', 'lena', 'maybe']);
    expect(newcomers.map(({ seen }) => seen.emails[0])).toEqual(['new@acme.example']);
  });

  test('the decision in hand is the picked one, else the one most of whose seats are on it', async () => {
    const view = await mail(carl);
    const id = (picked?: string) => decisionInHand(view.decisions, picked)?.decision.opportunity.id;
    expect([id(), id('second'), id('gone')]).toEqual(['deal', 'second', 'deal']);
  });

  test('whoever is missing is written to once, and nobody who left or has no address', async () => {
    await store.apply(
      page({
        puts: [
          told('contact', contact('vera', { name: 'Sand, Vera' }), 9),
          told('contact', contact('left', { left: '2026-11-01T09:00:00.000Z' }), 9),
          told('contact', contact('mute', { emails: [] }), 9),
          told('member', member('vera', ['champion', 'ratifier']), 9),
          told('member', member('left', ['champion']), 9),
          told('member', member('mute', ['ratifier']), 9),
        ],
      }),
    );
    const view = await mail({ part: 'to', emails: ['new@acme.example'] });
    const deal = decisionInHand(view.decisions, 'deal');
    expect(deal && missingOn(deal).flatMap(addressee).map(mailAddress)).toEqual([
      'carl <carl@acme.example>',
      '"Sand, Vera" <vera@acme.example>',
    ]);
  });

  test('of strangers alone shows no decision', async () => {
    const view = await mail({ part: 'from', emails: ['x@gmail.com'] });
    expect(view.decisions).toEqual([]);
  });
});

describe('the keys a page is looked up by', () => {
  test('are exact keys and companies’ names, each once and in order; nothing else of the page', async () => {
    const keys = await keysOn(
      seen({
        kind: 'person',
        person: {
          name: 'Dana Whitfield',
          headline: 'VP of HR',
          location: 'Lisbon',
          linkedin: 'Dana-W',
          salesNavigator: 'ACwAAA',
          emails: ['dana@acme.example', 'DANA@acme.example'],
        },
        account: { name: 'ACME GmbH', domains: ['www.acme.example'], linkedin: 'acme' },
      }),
    );
    expect(keys).toEqual([
      'domain:acme.example',
      'email:dana@acme.example',
      'linkedin:company:acme',
      'linkedin:in:dana-w',
      'name:acme',
      'salesnavigator:ACwAAA',
    ]);
  });

  test('of a person alone are their own and their company’s', async () => {
    const person = { name: 'Dana', company: 'ACME', emails: ['dana@hr.acme.example'] };
    expect(await keysOn(seen({ kind: 'person', person }))).toEqual([
      'domain:acme.example',
      'email:dana@hr.acme.example',
      'name:acme',
    ]);
  });

  test('of a private address are the address, not its provider', async () => {
    const people = [{ part: 'from', emails: ['dana@gmail.com'] }];
    expect(await keysOn(seen({ kind: 'thread', people, composing: false }))).toEqual([
      'email:dana@gmail.com',
    ]);
  });

  test('of somebody with nothing but a name are none', async () => {
    expect(await keysOn(seen({ kind: 'person', person: { name: 'Dana' } }))).toEqual([]);
  });

  test('are never more than one lookup takes', async () => {
    const people = Array.from({ length: 200 }, (_, n) => ({
      linkedin: `slug-${n}`,
      emails: [`p${n}@acme.example`],
    }));
    expect(await keysOn(seen({ kind: 'people', people }))).toHaveLength(lookupLimit);
  });
});

describe('who is on the do-not-record list', () => {
  beforeEach(async () => {
    const entry = entryOf('salt-of-this-test', 'person', [emailKey('eve@acme.example')]);
    const at = '2026-11-20T09:00:00.000Z';
    await store.apply(
      page({
        salt: 'salt-of-this-test',
        puts: [told('exclusion', { id: 'asked', by: 'ana', at, ...entry }, 9)],
      }),
    );
  });

  test('is said to be, and nothing more', async () => {
    const { person: view } = await moment(store, 'person', {
      ...{ kind: 'person', person: { name: 'Eve', emails: ['eve@acme.example'] } },
    });
    expect(view).toMatchObject({ withheld: 'excluded', places: [], account: { is: 'new' } });
  });

  test('is not asked about, by none of their keys, and others on the page still are', async () => {
    const eve = { name: 'Eve', emails: ['eve@acme.example'], linkedin: 'eve-of-acme' };
    const alone = await withoutExcluded(store.db, seen({ kind: 'person', person: eve }));
    expect(alone).toBeNull();
    const both = seen({
      kind: 'people',
      people: [eve, { name: 'Carl', emails: ['carl@acme.example'] }],
    });
    const rest = await withoutExcluded(store.db, both);
    const keys = rest ? await keysOn(rest) : [];
    expect(keys).toContain('email:carl@acme.example');
    expect(keys.join()).not.toContain('eve');
  });
});
