import { expect, test } from 'vitest';
import { RefusedError, UnreachableError } from '#lib/api/errors.ts';
import { protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import { check, report } from '#lib/panel/diagnostics.ts';
import { counts } from '#lib/store/counts.ts';
import { world } from '#test/support/world.ts';

const clock = (...times: number[]) => {
  let at = 0;
  return () => times[Math.min(at++, times.length - 1)] ?? 0;
};
const noon = Date.parse('2026-11-26T12:00:00Z');
const well = async () => ({
  status: 'ok' as const,
  protocol: protocolVersion,
  at: '2026-11-26T12:00:00.000Z',
});
const server = 'https://quorum.acme.example';

test('the clocks are compared halfway through the answer', async () => {
  const found = await check(server, async () => ({}), {
    health: well,
    now: clock(noon + 60_000, noon + 60_200),
  });
  expect(found).toEqual({
    server: { is: 'ok', ms: 200 },
    clockAhead: 60_100,
    signIn: { is: 'ok' },
  });
});

test('a server that tells no time is not accused of a wrong clock', async () => {
  const found = await check(server, undefined, {
    health: async () => ({ status: 'ok', protocol: protocolVersion }),
  });
  expect(found).not.toHaveProperty('clockAhead');
  expect(found.signIn).toEqual({ is: 'nobody' });
});

test('a server of another protocol, and one that is away, are told apart', async () => {
  const other = await check(server, undefined, {
    health: async () => ({ status: 'ok', protocol: protocolVersion + 1 }),
  });
  expect(other.server).toMatchObject({ is: 'failed', error: { code: 'extensionOutdated' } });
  const away = await check(server, undefined, {
    health: async () => {
      throw new UnreachableError('Nobody there.');
    },
  });
  expect(away.server).toMatchObject({ is: 'failed', error: { code: 'unreachable' } });
});

test('the report counts and names versions, and names nobody and no address', async () => {
  const { client, close } = await world();
  const { store, sync } = await client('ana');
  await sync();
  const text = JSON.stringify(
    report({
      about: { extension: '0.1.0', browser: 'Chrome/141', storage: { persistent: true } },
      language: 'en',
      server,
      team: 'sales',
      sync: { is: 'failed', code: 'unreachable' },
      sites: [
        { name: 'LinkedIn', host: 'linkedin.com', on: true },
        { name: 'Gmail', host: 'mail.google.com', on: false },
        { host: 'webmail.acme.example', on: true, own: true },
      ],
      counts: await counts(store.db),
      checked: {
        server: { is: 'ok', ms: 5 },
        signIn: {
          is: 'failed',
          error: new RefusedError('forbidden', 403, 'Dana Whitfield may not do this.'),
        },
      },
      now: noon,
    }),
  );
  expect(JSON.parse(text)).toMatchObject({
    server: 'https',
    schema: schemaVersion,
    signIn: 'forbidden',
    lastRound: 'failed: unreachable',
    sites: ['LinkedIn'],
    ownSites: 1,
    cache: { waiting: 0 },
  });
  expect(JSON.parse(text).cache.records.stage).toBeGreaterThan(0);
  expect(text).not.toMatch(/acme|example|Dana|Whitfield/i);
  await close();
});
