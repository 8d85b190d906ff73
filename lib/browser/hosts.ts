/** The sites a user may switch on, each asked for by itself. The browser's own permission is the switch. */
import { browser } from 'wxt/browser';

/** `name` is what people call the site, `host` stands for it in lists; `patterns` are asked for together. */
export interface KnownHost {
  name: string;
  host: string;
  patterns: string[];
}

export const knownHosts: readonly KnownHost[] = [
  { name: 'LinkedIn', host: 'linkedin.com', patterns: ['https://*.linkedin.com/*'] },
  { name: 'Gmail', host: 'mail.google.com', patterns: ['https://mail.google.com/*'] },
  {
    name: 'Outlook',
    host: 'outlook.office.com',
    patterns: [
      'https://outlook.live.com/*',
      'https://outlook.office.com/*',
      'https://outlook.office365.com/*',
      'https://outlook.cloud.microsoft/*',
    ],
  },
  { name: 'Yahoo Mail', host: 'mail.yahoo.com', patterns: ['https://mail.yahoo.com/*'] },
  { name: 'Proton Mail', host: 'mail.proton.me', patterns: ['https://mail.proton.me/*'] },
  { name: 'Fastmail', host: 'app.fastmail.com', patterns: ['https://app.fastmail.com/*'] },
];

const loopback = new Set(['localhost', '127.0.0.1']);

/**
 * The patterns to ask for, for a host or an address as the user typed it.
 * @throws TypeError for what is no host; plain http is only for this machine
 */
export function patternsFor(hostOrUrl: string): string[] {
  const text = hostOrUrl.trim();
  const { hostname } = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  const known = knownHosts.find(({ patterns }) =>
    patterns.some((pattern) => covers(pattern, hostname)),
  );
  if (known) return known.patterns;
  if (loopback.has(hostname)) return [`http://${hostname}/*`];
  if (!/^[^.\s*]+(\.[^.\s*]+)+$/.test(hostname)) throw new TypeError(`“${text}” is no host.`);
  return [`https://${hostname}/*`];
}

/** The user, or the browser's policy, said no to a site. */
export class PermissionDeniedError extends Error {
  readonly code = 'permissionDenied';
}

/** Asks the user; must be called from a click. @throws PermissionDeniedError */
export async function switchOn(patterns: string[]): Promise<void> {
  if (!(await browser.permissions.request({ origins: patterns })))
    throw new PermissionDeniedError('The browser did not allow this site.');
}

export function switchOff(patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns });
}

/** The patterns switched on at present. */
export async function switchedOn(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Hears of each change until the signal aborts. */
export function watchSwitches(onChange: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  });
}

/** A site as the options list it. `own`: added by the user, not one of the known. */
export interface SiteSwitch {
  name?: string;
  host: string;
  on: boolean;
  own?: boolean;
}

/** The known sites, and after them whatever else is switched on or `offered` (the practice page's host). */
export function siteSwitches(on: readonly string[], offered: readonly string[] = []): SiteSwitch[] {
  const known = knownHosts.map(({ name, host, patterns }) => ({
    name,
    host,
    on: patterns.every((pattern) => on.includes(pattern)),
  }));
  const claimed = new Set(knownHosts.flatMap(({ patterns }) => patterns));
  const own = [
    ...new Set([...offered, ...on.filter((pattern) => !claimed.has(pattern)).map(hostIn)]),
  ];
  return [
    ...known,
    ...own.map((host) => ({ host, on: on.some((p) => hostIn(p) === host), own: true })),
  ];
}

const hostIn = (pattern: string): string => /^[a-z*]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern;

function covers(pattern: string, hostname: string): boolean {
  const host = hostIn(pattern);
  return host.startsWith('*.')
    ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
    : hostname === host;
}
