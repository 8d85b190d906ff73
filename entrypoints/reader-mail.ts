/** The reader for the mail services known by name, injected once the first script asks for it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mailSites } from '#lib/sites/mail/index.ts';
import { mail } from '#lib/sites/pack/mail.ts';
import { packVersion } from '#lib/sites/pack/version.ts';
import { readerOf } from '#lib/sites/reader.ts';
import { offer } from '#lib/sites/world.ts';

export default defineUnlistedScript(() =>
  offer('mail', readerOf(mailSites, { version: packVersion, off: [], ways: mail })),
);
