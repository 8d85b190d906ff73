/** What is wrong, for whoever helps: a check of the server, and a report that names nobody. */
import { serverHealth } from '#lib/api/api.ts';
import type { About } from '#lib/browser/about.ts';
import type { SiteSwitch } from '#lib/browser/hosts.ts';
import { olderSide, protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import type { Counts } from '#lib/store/counts.ts';
import type { SyncView } from './sync-view.ts';

/** What the server was asked: how it answered in `ms`, how far this clock is ahead of its own, and who it thinks we are. */
export interface Checked {
  server: { is: 'ok'; ms: number } | { is: 'failed'; error: unknown };
  /** Milliseconds; absent where the server does not tell its time. */
  clockAhead?: number;
  signIn: { is: 'ok' } | { is: 'nobody' } | { is: 'failed'; error: unknown };
}

/** The server speaks another protocol than this build. */
export class OtherProtocolError extends Error {
  readonly code: string;
  constructor(protocol: number) {
    super(`The server speaks protocol ${protocol}.`);
    this.code = olderSide({ protocol });
  }
}

export async function check(
  server: string,
  whoAmI: (() => Promise<unknown>) | undefined,
  { health = serverHealth, now = Date.now } = {},
): Promise<Checked> {
  const begun = now();
  try {
    const { protocol, at } = await health(server);
    const ms = now() - begun;
    if (protocol !== protocolVersion) throw new OtherProtocolError(protocol);
    return {
      server: { is: 'ok', ms },
      // The server looked at its clock about halfway.
      ...(at && { clockAhead: begun + ms / 2 - Date.parse(at) }),
      signIn: await signInOf(whoAmI),
    };
  } catch (error) {
    const failed = { is: 'failed', error } as const;
    return { server: failed, signIn: whoAmI ? failed : { is: 'nobody' } };
  }
}

async function signInOf(whoAmI: (() => Promise<unknown>) | undefined): Promise<Checked['signIn']> {
  if (!whoAmI) return { is: 'nobody' };
  return whoAmI().then(
    () => ({ is: 'ok' }),
    (error: unknown) => ({ is: 'failed', error }),
  );
}

export interface ReportParts {
  about: About;
  language: string;
  server: string;
  team: string | undefined;
  sync: Pick<SyncView, 'is'> & { code?: string };
  sites: readonly SiteSwitch[];
  counts: Counts | undefined;
  checked: Checked;
  now: number;
}

/** Only what names nobody: of the server no more than how it is reached, of the user's own sites no more than how many. */
export function report(parts: ReportParts) {
  const { about, sites, checked, sync } = parts;
  const on = sites.filter((site) => site.on);
  return {
    at: new Date(parts.now).toISOString(),
    ...about,
    language: parts.language,
    protocol: protocolVersion,
    schema: schemaVersion,
    server: serverKind(parts.server),
    answer: outcome(checked.server),
    ...(checked.clockAhead !== undefined && {
      clockAheadSeconds: Math.round(checked.clockAhead / 1000),
    }),
    signIn: outcome(checked.signIn),
    team: parts.team ?? null,
    lastRound: sync.code ? `${sync.is}: ${sync.code}` : sync.is,
    sites: on.flatMap(({ name, own }) => (name && !own ? [name] : [])),
    ownSites: on.filter(({ own }) => own).length,
    cache: parts.counts ?? null,
  };
}

function serverKind(server: string): string {
  const { protocol, hostname } = new URL(server);
  return ['127.0.0.1', 'localhost'].includes(hostname) ? 'this computer' : protocol.slice(0, -1);
}

/** An error by its code or its class: its message may name what was asked for. */
function outcome(one: Checked['server'] | Checked['signIn']): string {
  if (one.is !== 'failed') return one.is;
  const { code, name } = (one.error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name ?? 'unknown');
}
