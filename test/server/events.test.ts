// @vitest-environment node
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Poke } from '#lib/contract/sync.ts';
import { createPokes } from '#server/events.ts';
import { account, contact, problem, type Wire, type Workspace, wire } from './wire.ts';

describe('the live stream', () => {
  let net: Wire;
  let here: Workspace;
  beforeEach(async () => {
    net = await wire();
    here = await net.workspace();
  });
  afterEach(() => net.close());

  /** The versions it says, one at a time; `undefined` at its end. */
  async function open(subject: string) {
    const left = new AbortController();
    onTestFinished(() => left.abort());
    const answer = await net.server.request('/v1/events', {
      headers: { authorization: `Bearer ${await net.issuer.token(subject)}` },
      signal: left.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const events = answer.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    const poke = async () => {
      const { value } = (await events?.read()) ?? {};
      if (!value) return undefined;
      expect(value).toMatchObject({ event: 'poke', id: expect.any(String) });
      return Poke.parse(JSON.parse(value.data));
    };
    return Object.assign(async () => (await poke())?.version, { poke });
  }

  test('[P6] tells where the workspace stands, and then of each commit, also a colleague’s', async () => {
    const next = await open(here.subject('ana'));
    const start = await here.version();
    expect(await next()).toBe(start);
    await here.client('ben').push(account('acme'), contact('dana', 'acme'));
    expect([await next(), await next()]).toEqual([start + 1, start + 2]);
  });

  test('[A5] tells of a change of who may see what, and at each connection of the last one, of no other commit', async () => {
    await here.client('ana').push(account('acme'), contact('dana', 'acme'));
    const next = await open(here.subject('ben'));
    const start = await here.version();
    expect(await next.poke()).toEqual({ version: start, access: 0 });
    await here.join('ada', 'admin');
    const said = await net.server.request('/v1/accounts/acme/access', {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await net.issuer.token(here.subject('ada'))}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ restricted: true, users: [] }),
    });
    expect(said.status).toBe(200);
    expect(await next.poke()).toEqual({ version: start + 1, access: start + 1 });
    await here.client('ana').push(account('other'));
    expect(await next.poke()).toEqual({ version: start + 2 });
    const again = await open(here.subject('ben'));
    expect(await again.poke()).toEqual({ version: start + 2, access: start + 1 });
  });

  test('says nothing of what changed nothing, nor of another workspace', async () => {
    const next = await open(here.subject('ana'));
    const start = await here.version();
    await next();
    const there = await net.workspace();
    await there.client('ana').push(account('acme'));
    await here.client('ben').push(contact('dana', 'nowhere'), account('acme'));
    expect(await next()).toBe(start + 1);
  });

  test('speaks only once what it says can be pulled', async () => {
    const next = await open(here.subject('ana'));
    await next();
    const pushed = here.client('ben').push(account('acme'));
    const said = await next();
    const { puts } = await here.client('ana').pull({ acme: 0 });
    expect(puts.map(({ version }) => version)).toEqual([said]);
    await pushed;
  });

  test('ends when the server stops', async () => {
    const next = await open(here.subject('ana'));
    await next();
    net.server.beginClosing();
    expect(await next()).toBeUndefined();
  });

  test('is for those signed in', async () => {
    expect(await problem(await net.server.request('/v1/events'))).toMatchObject({ status: 401 });
  });
});

describe('pokes', () => {
  test('reach the listeners of the workspace until their signals abort', () => {
    const pokes = createPokes();
    const heard: string[] = [];
    const [a, b, gone] = [new AbortController(), new AbortController(), AbortSignal.abort()];
    pokes.listen('one', (version) => heard.push(`a${version}`), a.signal);
    pokes.listen('one', (version) => heard.push(`b${version}`), b.signal);
    pokes.listen('one', (at, access) => access && heard.push(`sight${at}`), b.signal);
    pokes.listen('two', (version) => heard.push(`other${version}`), b.signal);
    pokes.listen('one', (version) => heard.push(`gone${version}`), gone);
    pokes.poke('one', 1);
    a.abort();
    pokes.poke('one', 2, true);
    b.abort();
    pokes.poke('one', 3);
    expect(heard).toEqual(['a1', 'b1', 'b2', 'sight2']);
  });
});
