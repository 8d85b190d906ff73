/** Addresses as people type them: the server's origin, and the host of a site to switch on. */

export type Parsed<T> =
  | { ok: true; value: T }
  | { ok: false; because: 'notAnAddress' | 'notSecure' };

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether it is this computer itself. */
export const isThisComputer = (host: string): boolean => loopback.has(host);

/** The origin, e.g. `https://quorum.example.com`. Plain http is for this computer alone. */
export function serverOrigin(text: string): Parsed<string> {
  const url = asUrl(text);
  if (!url) return { ok: false, because: 'notAnAddress' };
  if (url.protocol === 'http:' && !loopback.has(url.hostname))
    return { ok: false, because: 'notSecure' };
  return { ok: true, value: url.origin };
}

/** The host of a page's address or a bare host: `mail.example.com`. Ports and paths fall away; permissions know neither. */
export function siteHost(text: string): Parsed<string> {
  const url = asUrl(text);
  if (!url || url.hostname.startsWith('[')) return { ok: false, because: 'notAnAddress' };
  if (url.protocol === 'http:' && !loopback.has(url.hostname))
    return { ok: false, because: 'notSecure' };
  return { ok: true, value: url.hostname };
}

function asUrl(text: string): URL | null {
  const trimmed = text.trim();
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(trimmed);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `${local ? 'http' : 'https'}://${trimmed}`;
  if (trimmed === '' || /\s/.test(trimmed) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const named = loopback.has(url.hostname) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname);
  return named && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
}
