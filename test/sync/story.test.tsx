// @vitest-environment happy-dom
/** The story the product is for, walked in the panels of those it is about, over one server with its own clock. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  cleanup,
  configure,
  fireEvent,
  getConfig,
  render,
  screen,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Panel } from '#components/panel.tsx';
import type { Page } from '#lib/browser/pages.ts';
import { JourneyAnswer, OpportunitiesAnswer } from '#lib/contract/read.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { createActs } from '#lib/panel/acts.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { useDecision } from '#lib/panel/use-decision.ts';
import { useMoment } from '#lib/panel/use-moment.ts';
import { pageOf } from '#test/panel/pages.ts';
import { sender, stored } from '#test/support/signals.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let clock = '';
const at = (time: string) => {
  clock = time;
};
const now = () => Date.parse(clock);
let here: World;
const { asyncUtilTimeout } = getConfig();
beforeAll(async () => {
  // Each step goes through a cache and a server, which on a busy machine take their time.
  configure({ asyncUtilTimeout: 20_000 });
  at('2026-02-12T10:00:00.000Z');
  here = await world({ now: () => new Date(now()) });
});
afterAll(() => {
  configure({ asyncUtilTimeout });
  return here.close();
});

const nothing = () => {};

/** Somebody's panel beside a page, over their own cache. */
function Beside({
  client,
  id,
  team,
  page,
}: {
  client: Client;
  id: string;
  team: Team;
  page: Page;
}) {
  const { store, api } = client;
  const [acts] = useState(() =>
    createActs({ store, undo: createUndo(), nudge: nothing, userId: id, team, now }),
  );
  const [open, setOpen] = useState<string | null>(null);
  const [before] = useState({
    tab: { tabId: 1, host: 'page.example', followed: true },
    page,
  });
  const { moment } = useMoment({ store, api, before, onFollowed: nothing, now });
  const opened = useDecision(store, open, now);
  return (
    <Panel
      moment={moment}
      {...(opened && { opened })}
      sync={{ is: 'synced', at: null }}
      user={{ id, name: id, team }}
      solutions={[]}
      acts={acts}
      unresolved={[]}
      onOpenDecision={setOpen}
      onEnableSite={nothing}
      onReadPage={nothing}
      onSignIn={nothing}
      onOpenOptions={nothing}
      onRetrySync={nothing}
      onDismissUnresolved={nothing}
    />
  );
}

function beside(client: Client, id: string, team: Team, detection: object) {
  cleanup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Beside client={client} id={id} team={team} page={pageOf(detection)} />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('from a webinar in February to a stage in December, in the panels of all teams', async () => {
  const automation = await sender(here.server, { scopes: ['signals', 'read'] });
  const dana = { email: 'Dana.Whitfield@acme.example', name: 'Dana Whitfield', title: 'VP of HR' };

  // A VP of HR comes to a webinar, and downloads a white paper: one person, one decision.
  const [webinar, paper] = await automation.send(
    {
      ...{ id: 'webinar-1', at: '2026-02-12T09:00:00Z', channel: 'event', person: dana },
      ...{ title: 'Came to the webinar', asset: 'hiring-webinar' },
    },
    {
      ...{ id: 'paper-1', at: '2026-02-12T09:30:00Z', channel: 'content', person: dana },
      ...{ title: 'Read the white paper', asset: 'Recruiting White Paper' },
    },
  );
  expect(webinar).toMatchObject({ status: 'routed', code: 'joined', opportunity: 'acme-talent' });
  expect(paper).toMatchObject({ status: 'routed', contact: webinar?.contact });
  expect(webinar?.because).toContain('likely decision maker');
  const contactId = webinar?.contact ?? '';

  // Sales development sees her on LinkedIn: potential, with a likely role and its reason; one click confirms it.
  at('2026-10-05T10:00:00.000Z');
  const ana = await here.client('ana');
  await ana.settle();
  const profile = { name: 'Dana Whitfield', headline: 'VP of HR at ACME', linkedin: 'dana-w' };
  const sdr = beside(ana, 'ana', 'sales_development', {
    ...{ kind: 'person', person: profile, account: { name: 'ACME', linkedin: 'acme-example' } },
  });
  await sdr.click(await screen.findByRole('button', { name: /^Yes, Dana Whitfield/ }));
  const talent = within(await screen.findByRole('article', { name: 'Talent Management' }));
  expect(talent.getByText('Potential here: nobody has confirmed it yet.')).toBeVisible();
  expect(talent.getByText('70% likely: “VP of HR at ACME”')).toBeVisible();
  await sdr.click(talent.getByRole('button', { name: /^Confirm as Decision maker/ }));
  await talent.findByText('In this decision as Decision maker');
  await ana.sync();

  // Sales has the whole group on a mail, and reads who is not: the ratifier, whose seat is empty and due.
  at('2026-10-14T15:00:00.000Z');
  const ben = await here.client('ben');
  await ben.settle();
  const everybody = ['tomas.echeverria', 'helena.brandt', 'priya.raman', 'dana.whitfield'];
  const ae = beside(ben, 'ben', 'sales', {
    ...{ kind: 'thread', composing: false },
    people: everybody.map((name) => ({ part: 'to', emails: [`${name}@acme.example`] })),
  });
  const missing = await screen.findByRole('list', {
    name: 'Seats of Talent Management not on this thread',
  });
  expect(within(missing).getAllByRole('listitem').map(said)).toEqual(['Ratifierempty, due now']);
  expect(screen.getByText('4 of 5 seats on this mail')).toBeVisible();
  expect(screen.getByText(/^Decision maker \(.*Dana Whitfield/)).toBeVisible();

  // They met; and without the ratifier the decision moves on, in December, after a warning that names the seat.
  await ae.click(screen.getByRole('button', { name: 'Open this decision' }));
  await ae.click(await screen.findByRole('button', { name: 'Meeting' }));
  await ae.type(screen.getByLabelText(/^What about/), 'Met in Bilbao');
  fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-10-14' } });
  await ae.click(screen.getByRole('button', { name: 'Note the meeting' }));
  await screen.findByText('Met in Bilbao');
  await ben.sync();
  at('2026-12-03T09:00:00.000Z');
  await ae.click(screen.getByRole('button', { name: 'Move to Pipeline' }));
  const warning = within(screen.getByRole('form', { name: 'Move to Pipeline' }));
  expect(said(warning.getByRole('alert'))).toBe('At Pipeline, 1 seat due is still empty:Ratifier');
  await ae.click(screen.getByRole('button', { name: 'Move to Pipeline anyway' }));
  await screen.findByText('Qualified → Pipeline');
  await ben.sync();

  // A later signal changes nothing of what a person confirmed.
  await automation.tell({
    ...{ id: 'visit-1', at: '2026-12-03T08:00:00Z', channel: 'web', title: 'Looked at prices' },
    ...{ solutions: ['Talent Management'], person: { ...dana, title: 'HR Assistant' } },
  });
  await ben.sync();

  // One journey of all teams tells it, to colleagues and to other systems, and divides nothing.
  const journey = await screen.findByRole('list', { name: 'Journey' });
  await within(journey).findByText('Looked at prices');
  for (let more = showMore(); more; more = showMore()) await ae.click(more);
  const lines = within(journey).getAllByRole('listitem').map(said);
  const story = /webinar|white paper|Bilbao|prices|Qualified → Pipeline/;
  expect(lines.filter((line) => /Dana|→ Pipeline/.test(line) && story.test(line))).toEqual([
    expect.stringMatching(/^Qualified → Pipeline.*Ben Okafor.*Dec 3$/),
    expect.stringMatching(/^Looked at prices.*Dana Whitfield · Marketing.*Dec 3$/),
    expect.stringMatching(/^Met in Bilbao.*Dana Whitfield.*Ben Okafor.*Oct 14$/),
    expect.stringMatching(/^Read the white paper.*Dana Whitfield · Marketing.*Feb 12$/),
    expect.stringMatching(/^Came to the webinar.*Dana Whitfield · Marketing.*Feb 12$/),
  ]);
  const forbidden = /credit|sourced|attribution|score|MQL|SQL/i;
  expect(document.body.textContent).not.toMatch(forbidden);

  const answer = await automation.get('/v1/opportunities?account=acme');
  const decision = OpportunitiesAnswer.parse(await answer.json()).opportunities.find(
    ({ id }) => id === 'acme-talent',
  );
  expect(decision).toMatchObject({ gaps: [{ role: 'ratifier', missing: 1 }], quorum: false });
  expect(decision?.members.find(({ contact }) => contact.id === contactId)).toMatchObject({
    ...{ status: 'confirmed', roles: ['decision_maker'], contact: { title: 'VP of HR' } },
  });
  const told = await (
    await automation.get('/v1/accounts/acme/journey?opportunity=acme-talent&limit=200')
  ).text();
  expect(JourneyAnswer.parse(JSON.parse(told)).entries.length).toBe(lines.length);
  expect(told).not.toMatch(forbidden);
  expect(await stored(here.server, 'interest')).toContainEqual(
    expect.objectContaining({ contactId, solutionId: 'talent', level: 'strong' }),
  );
});

const said = ({ textContent }: Element): string => textContent ?? '';
const showMore = () => screen.queryByRole('button', { name: /^Show \d+ more$/ });
