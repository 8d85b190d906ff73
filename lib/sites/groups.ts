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

/** The reader for an address; nothing for addresses that are no web pages. */
export function groupOf(url: URL): Group | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  if (isHost(url, 'linkedin.com')) return 'linkedin';
  return mail.some((host) => isHost(url, host)) ? 'mail' : 'web';
}
