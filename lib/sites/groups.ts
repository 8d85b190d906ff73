/** Which reader script an address asks for: all the first script knows about sites. */
import type { Group } from './site.ts';
import { isHost } from './url.ts';

/** Mail services by host. Outlook serves from several; a company's own webmail is found by its page, in the `web` reader. */
const mail = [
  'mail.google.com',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
  'mail.yahoo.com',
  'mail.proton.me',
  'app.fastmail.com',
];

/** A host that only looks like one of these (`notlinkedin.com`, `mail.google.com.evil.example`) is read by nobody. */
const pretends = ({ hostname }: URL): boolean =>
  hostname.includes('linkedin') || mail.some((host) => hostname.includes(host));

/** The reader for an address; nothing for addresses that are no web pages. */
export function groupOf(url: URL): Group | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  if (isHost(url, 'linkedin.com')) return 'linkedin';
  if (mail.some((host) => isHost(url, host))) return 'mail';
  return pretends(url) ? undefined : 'web';
}
