/** The reader for hosts without a reader of their own, injected once the first script asks for it. */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { packVersion } from '#lib/sites/pack/version.ts';
import { web } from '#lib/sites/pack/web.ts';
import { readerOf } from '#lib/sites/reader.ts';
import { webSites } from '#lib/sites/web/index.ts';
import { offer } from '#lib/sites/world.ts';

export default defineUnlistedScript(() =>
  offer('web', readerOf(webSites, { version: packVersion, off: [], ways: web })),
);
