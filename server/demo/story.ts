/** The demo workspace's records: five accounts, ACME with three decisions in motion, and touches of both teams. */
import { type AnyRecord, type Kind, kinds } from '#lib/model/kinds.ts';
import { Member, memberId } from '#lib/model/records/member.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { seatPlanId } from '#lib/model/records/seat-plan.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { suggestRoles, worthSuggesting } from '#lib/model/suggest.ts';
import type { Channel, Direction, Team } from '#lib/model/vocabulary.ts';
import { demoUsers } from '../auth/demo.ts';
import { practiceCompany, practicePeople } from '../practice/people.ts';
import { assets } from './catalogue.ts';
import { type Cast, type DemoDecision, decisions } from './decisions.ts';
import { otherAccounts, otherPeople } from './others.ts';
import { nextSteps, notes, plays } from './plays.ts';
import { solutions } from './solutions.ts';
import { transitionsOf } from './ways.ts';

export interface SeedRecord {
  kind: Kind;
  data: AnyRecord;
}

/** Two of ACME's people are missing on purpose: whoever tries the practice page meets somebody new. */
const strangers = ['dana-whitfield', 'marcus-oyelaran'];

/** A white paper made her known, and a potential member. */
const fromSignal = 'nadia-kessler';

/** All of it, with times counted back from `now`, so that a demo made today is in motion today. */
export function demoRecords(now: number): SeedRecord[] {
  const at = (daysAgo: number) => new Date(now - daysAgo * 86_400_000).toISOString();
  const imported = { from: 'import', at: at(200) } as const;
  const signal = { from: 'signal', at: at(6) } as const;
  const signalled = { name: signal, title: signal, emails: signal };

  const accounts = [
    {
      id: 'acme',
      name: practiceCompany.name,
      domains: [practiceCompany.domain],
      linkedin: practiceCompany.linkedin,
      target: true,
      ownerId: 'ben',
    },
    ...otherAccounts,
  ].map((account) =>
    record('account', {
      placeholder: false,
      target: false,
      sources: { name: imported, domains: imported },
      ...account,
    }),
  );

  const people = [
    ...practicePeople
      .filter(({ slug }) => !strangers.includes(slug))
      .map(({ slug, name, title, email, linkedin }) => ({
        id: slug,
        accountId: 'acme',
        name,
        title,
        emails: [email],
        // Of whom a signal brought in, nobody has seen the profile.
        ...(slug === fromSignal ? { sources: signalled } : { linkedin }),
      })),
    ...otherPeople,
  ].map((person) =>
    record('contact', {
      sources: { name: imported, title: imported, emails: imported },
      ...person,
    }),
  );

  return [
    ...defaultStages.map((stage) => record('stage', stage)),
    ...solutions.map((solution) => record('solution', solution)),
    ...assets.map((asset) => record('asset', asset)),
    ...demoUsers.map(({ id, name, email, team }) => record('user', { id, name, email, team })),
    ...accounts,
    ...people,
    ...decisions.flatMap((decision) => [
      record('opportunity', {
        id: decision.id,
        accountId: decision.accountId,
        solutionId: decision.solutionId,
        stageId: decision.stageId,
        stageSince: at(decision.daysInStage),
        type: 'new_business',
        amount: decision.amount,
        currency: 'EUR',
        closeDate: at(-decision.closesInDays).slice(0, 10),
        ownerId: decision.ownerId,
        team: 'sales',
        ...(nextSteps[decision.id] && { nextSteps: nextSteps[decision.id] }),
      }),
      ...transitionsOf({ ...decision, closeDate: at(-decision.closesInDays).slice(0, 10) }, at).map(
        (transition) => record('transition', transition),
      ),
      ...decision.cast.map((cast) =>
        record('member', {
          ...memberOf(decision.id, decision.accountId, cast),
          ...(cast.length === 2 && { suggested: likelyRoles(decision, cast[0]) }),
        }),
      ),
      ...decision.touches.map(([daysAgo, team, channel, direction, title, contactIds], index) =>
        record('touch', {
          id: `${decision.id}-t${index + 1}`,
          accountId: decision.accountId,
          team: team as Team,
          channel: channel as Channel,
          direction: direction as Direction,
          at: at(daysAgo),
          title,
          solutionIds: [decision.solutionId],
          contactIds: [...contactIds],
        }),
      ),
    ]),
    record('seatPlan', {
      id: seatPlanId('acme-talent', 'talent-ratifier'),
      accountId: 'acme',
      opportunityId: 'acme-talent',
      seatId: 'talent-ratifier',
      assigneeId: 'ben',
      due: at(-10).slice(0, 10),
      note: 'Ask Helena who signs for purchasing.',
    }),
    ...Object.entries(plays).flatMap(([opportunityId, steps]) =>
      steps.map(({ dueInDays, done, ...step }, order) =>
        record('playStep', {
          ...step,
          id: `${opportunityId}-p${order + 1}`,
          accountId: 'acme',
          opportunityId,
          order,
          ...(dueInDays !== undefined && { due: at(-dueInDays).slice(0, 10) }),
          ...(done && { state: 'done', endedAt: at(26) }),
        }),
      ),
    ),
    ...Object.entries(notes).flatMap(([opportunityId, all]) =>
      all.map(([daysAgo, by, text], index) =>
        record('note', {
          ...{ id: `${opportunityId}-n${index + 1}`, accountId: 'acme', opportunityId },
          ...{ text, by, at: at(daysAgo) },
        }),
      ),
    ),
    // Nobody knows yet what this visit was about: it stands on the journey, to be routed.
    record('touch', {
      id: 'acme-visit',
      accountId: 'acme',
      team: 'marketing',
      channel: 'web',
      direction: 'inbound',
      at: at(2),
      title: 'Visited: Customer stories',
      visitor: 'demo-visitor',
      unrouted: 'noSolution',
    }),
  ];
}

const memberOf = (
  opportunityId: string,
  accountId: string,
  [contactId, status, ...roles]: Cast,
) => ({
  id: memberId(opportunityId, contactId),
  accountId,
  opportunityId,
  contactId,
  status,
  roles,
  external: false,
});

/** What the signal suggested of somebody whom it brought in. */
function likelyRoles({ id, accountId, solutionId, stageId, cast }: DemoDecision, slug: string) {
  const title = practicePeople.find((person) => person.slug === slug)?.title;
  const group = {
    opportunity: Opportunity.parse({ id, accountId, solutionId, stageId }),
    profile: solutions.find((solution) => solution.id === solutionId)?.profile ?? [],
    members: cast.map((one) => Member.parse(memberOf(id, accountId, one))),
    ...{ touches: [], stages: defaultStages, now: 0 },
  };
  return worthSuggesting(suggestRoles({ title }, group));
}

/** Through the same schema as everything else: a demo record that the product would refuse stops the seed. */
function record(kind: Kind, data: unknown): SeedRecord {
  return { kind, data: kinds[kind].schema.parse(data) };
}
