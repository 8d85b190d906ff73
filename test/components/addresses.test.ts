import { expect, test } from 'vitest';
import { serverOrigin, siteHost } from '#components/addresses.ts';

const origins: [string, ReturnType<typeof serverOrigin>][] = [
  ['https://quorum.example.com', { ok: true, value: 'https://quorum.example.com' }],
  [' quorum.example.com/practice ', { ok: true, value: 'https://quorum.example.com' }],
  ['localhost:8787', { ok: true, value: 'http://localhost:8787' }],
  ['http://127.0.0.1:8787/', { ok: true, value: 'http://127.0.0.1:8787' }],
  ['http://[::1]:8787', { ok: true, value: 'http://[::1]:8787' }],
  ['http://quorum.example.com', { ok: false, because: 'notSecure' }],
  ['http://127.0.0.1.evil.example', { ok: false, because: 'notSecure' }],
  ['ftp://quorum.example.com', { ok: false, because: 'notAnAddress' }],
  ['javascript:alert(1)', { ok: false, because: 'notAnAddress' }],
  ['https://user:secret@quorum.example.com', { ok: false, because: 'notAnAddress' }],
  ['quorum', { ok: false, because: 'notAnAddress' }],
  ['two words.example', { ok: false, because: 'notAnAddress' }],
  ['', { ok: false, because: 'notAnAddress' }],
];
test.each(origins)('server “%s”', (text, parsed) => {
  expect(serverOrigin(text)).toEqual(parsed);
});

const hosts: [string, ReturnType<typeof siteHost>][] = [
  ['mail.example.com', { ok: true, value: 'mail.example.com' }],
  ['https://Mail.Example.com:8443/?task=mail', { ok: true, value: 'mail.example.com' }],
  ['http://127.0.0.1:9000/mail', { ok: true, value: '127.0.0.1' }],
  ['http://mail.example.com', { ok: false, because: 'notSecure' }],
  ['*.example.com', { ok: false, because: 'notAnAddress' }],
  ['https://*/*', { ok: false, because: 'notAnAddress' }],
  ['chrome://extensions', { ok: false, because: 'notAnAddress' }],
];
test.each(hosts)('site “%s”', (text, parsed) => {
  expect(siteHost(text)).toEqual(parsed);
});
