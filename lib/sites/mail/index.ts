/** The mail services known by name. */
import type { Site } from '../site.ts';

export const mailSites: readonly Site[] = [];
