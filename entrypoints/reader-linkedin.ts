/** LinkedIn's reader, injected on LinkedIn alone once the first script asks for it. */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { linkedinSites } from '#lib/sites/linkedin/index.ts';
import { linkedin } from '#lib/sites/pack/linkedin.ts';
import { packVersion } from '#lib/sites/pack/version.ts';
import { readerOf } from '#lib/sites/reader.ts';
import { offer } from '#lib/sites/world.ts';

export default defineUnlistedScript(() =>
  offer('linkedin', readerOf(linkedinSites, { version: packVersion, off: [], ways: linkedin })),
);
