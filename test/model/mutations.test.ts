import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, Records } from '#lib/model/kinds.ts';
import { rulesOf } from '#lib/model/kinds.ts';
import { call, put, type Reader } from '#lib/model/mutation.ts';
import { editContact, removeContact } from '#lib/model/mutations/contact.ts';
import { mutations } from '#lib/model/mutations/index.ts';
import { addMember } from '#lib/model/mutations/member.ts';
import { setStage } from '#lib/model/mutations/opportunity.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { memberId } from '#lib/model/records/member.ts';
import { Solution } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { prepare, run } from '#lib/model/replay.ts';
import { member, opportunity, touch } from './groups.ts';

type Held = { [K in Kind]?: Record<string, Records[K]> };

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

const held: Held = freeze({
  account: { acme: Account.parse({ id: 'acme', name: 'ACME' }) },
  contact: { dana: Contact.parse({ id: 'dana', accountId: 'acme', name: 'Dana', title: 'VP' }) },
  opportunity: { deal: opportunity() },
  member: { [memberId('deal', 'dana')]: member('dana', { roles: ['user'], stance: 'mentor' }) },
  solution: { talent: Solution.parse({ id: 'talent', name: 'Talent' }) },
  stage: Object.fromEntries(defaultStages.map((stage) => [stage.id, stage])),
});
const reader = (of: Held = held): Reader => ({ get: (kind, id) => of[kind]?.[id], all: () => [] });
const nonce = 'made-once-1';
const context = { by: 'ana', team: 'admin', at: '2026-11-22T12:00:00.000Z' } as const;
const same = (_kind: Kind, id: string) => id;
const runs = (name: string, args: unknown, of = held) =>
  run(prepare({ name, args: freeze(args), nonce }, same), reader(of), context);

/** Arguments that fit, and between them ids of records that are there and that are not. */
const ids = fc.constantFrom('acme', 'dana', 'deal', 'talent', 'won', 'qualified', 'nobody', '..');
const anyArgs = fc.oneof(
  fc.jsonValue(),
  fc.record({
    contactId: ids,
    opportunityId: ids,
    accountId: ids,
    stageId: ids,
    fromStageId: ids,
    transitionId: ids,
    amount: fc.option(fc.double()),
    closeDate: fc.constantFrom('2026-12-01', 'soon', null),
    roles: fc.subarray(['champion', 'user', 'no-such-role']),
    status: fc.constantFrom('confirmed', 'potential', 'asleep', undefined),
    fields: fc.oneof(fc.jsonValue(), fc.record({ name: fc.string(), title: fc.string() })),
    account: fc.record({ id: ids, name: fc.string() }),
    contact: fc.record({ id: ids, accountId: ids, name: fc.string(), emails: fc.array(ids) }),
    opportunity: fc.record({ id: ids, accountId: ids, solutionId: ids, stageId: ids }),
    touch: fc.constantFrom(touch([]), { ...touch([]), channel: 'smoke' }),
    contactIds: fc.array(ids),
  }),
);

describe.each([...mutations.keys()])('%s', (name) => {
  test('[M1] answers any arguments with changes or a rejection, and touches nothing it was given', () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const outcome = runs(name, args);
        if ('rejected' in outcome) {
          expect(outcome.because).not.toBe('');
        } else {
          for (const { kind, id, data } of outcome.changes) {
            expect(id).toMatch(/^[\w.-]+$/);
            if (data) expect(rulesOf(kind).schema.safeParse(data).success).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('gives the same answer to the same question', () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        expect(runs(name, args)).toEqual(runs(name, structuredClone(args)));
      }),
      { numRuns: 30 },
    );
  });

  test('names every record it writes among those it reads, so that both sides lock it', () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const prepared = prepare({ name, args, nonce }, same);
        if (!('keys' in prepared)) return;
        const outcome = run(prepared, reader(), context);
        const read = prepared.keys.map((key) => key.join(' '));
        for (const { kind, id } of 'changes' in outcome ? outcome.changes : [])
          expect(read).toContain(`${kind} ${id}`);
      }),
    );
  });
});

test('a mutation nobody knows, or a fault inside one, is a rejection', () => {
  expect(runs('opportunity.explode@9', {})).toMatchObject({ rejected: 'unknownMutation' });
  const broken: Reader = {
    get: () => {
      throw new Error('The disk is gone.');
    },
    all: () => [],
  };
  const prepared = prepare({ ...call(removeContact, { contactId: 'dana' }), nonce }, same);
  expect(run(prepared, broken, context)).toEqual({
    rejected: 'invalid',
    because: 'The disk is gone.',
  });
});

test.each(['Da\u0000na', 'Dana \ud83d'])(
  'a text no database can keep is a rejection: %j',
  (name) => {
    expect(runs('contact.edit@1', { contactId: 'dana', fields: { name } })).toMatchObject({
      rejected: 'invalid',
    });
    const sources = { [name]: { from: 'user', at: context.at } };
    const contact = { id: 'new', accountId: 'acme', name: 'New', emails: [], sources };
    expect(runs('contact.create@1', { contact, accountId: 'acme' })).toMatchObject({
      rejected: 'invalid',
    });
  },
);

test('ids of merged records are followed wherever a mutation names a record', () => {
  const merged = (kind: Kind, id: string) => (kind === 'contact' && id === 'dana-2' ? 'dana' : id);
  const follows = (name: string, args: unknown) => {
    const outcome = run(prepare({ name, args, nonce }, merged), reader(), context);
    return 'changes' in outcome ? outcome.changes : outcome;
  };
  const place = { opportunityId: 'deal', contactId: 'dana-2', roles: ['champion'] };
  expect(follows('opportunity.addMember@1', place)).toMatchObject([
    { data: { contactId: 'dana' } },
  ]);
  expect(follows('contact.remove@1', { contactId: 'dana-2' })).toMatchObject([{ id: 'dana' }]);
  const logged = { touch: touch([]), accountId: 'acme', contactIds: ['dana-2', 'eve', 'dana'] };
  expect(follows('touch.log@1', logged)).toMatchObject([{ data: { contactIds: ['dana', 'eve'] } }]);
});

test('editing a contact notes who said so and when, and leaves other fields alone', () => {
  const edited = runs(editContact.name, { contactId: 'dana', fields: { title: 'SVP' } });
  expect(edited).toMatchObject({
    changes: [
      {
        data: {
          name: 'Dana',
          title: 'SVP',
          sources: { title: { from: 'user', by: 'ana', at: context.at } },
        },
      },
    ],
  });
});

test('giving a member other roles keeps their stance', () => {
  const args = { opportunityId: 'deal', contactId: 'dana', roles: ['champion'] };
  expect(runs(addMember.name, args)).toMatchObject({
    changes: [{ data: { roles: ['champion'], stance: 'mentor', status: 'confirmed' } }],
  });
});

describe('a stage', () => {
  const move = (stageId: string, fromStageId = 'qualified') =>
    runs(setStage.name, { opportunityId: 'deal', stageId, fromStageId });

  test('moves where the present one leads, with the time of the move', () => {
    expect(move('won')).toMatchObject({
      changes: expect.arrayContaining([
        put('opportunity', opportunity({ stageId: 'won', stageSince: context.at })),
      ]),
    });
  });

  test('does not move where the present one does not lead', () => {
    const stage = { ...held.stage };
    const closed = defaultStages.find(({ id }) => id === 'qualified');
    if (closed) stage.qualified = { ...closed, next: [] };
    expect(
      runs(
        setStage.name,
        { opportunityId: 'deal', stageId: 'won', fromStageId: 'qualified' },
        { ...held, stage },
      ),
    ).toMatchObject({ rejected: 'invalid' });
  });

  test('it already has is no change, and one that is gone a rejection', () => {
    expect(move('qualified')).toEqual({ changes: [] });
    expect(move('no-such-stage')).toMatchObject({ rejected: 'gone' });
  });
});
