/** The reader for hosts Quorum does not know by name: webmail anybody can install, and pages that declare themselves. */
import { roundcube } from '../mail/roundcube.ts';
import { sogo } from '../mail/sogo.ts';
import type { Site } from '../site.ts';
import { webPage } from './page.ts';
import { schemaOrg } from './schema.ts';

export const webSites: readonly Site[] = [roundcube, sogo, schemaOrg, webPage];
