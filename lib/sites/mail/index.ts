/** The mail services known by name. */
import type { Site } from '../site.ts';
import { gmail } from './gmail.ts';
import { fastmail, proton, yahoo } from './others.ts';
import { outlook } from './outlook.ts';

export const mailSites: readonly Site[] = [gmail, outlook, yahoo, proton, fastmail];
