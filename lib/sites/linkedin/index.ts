/** LinkedIn's reader: every kind of page on linkedin.com. */
import type { Site } from '../site.ts';
import { linkedinCompany } from './company.ts';
import { linkedinProfile } from './profile.ts';

export const linkedinSites: readonly Site[] = [linkedinProfile, linkedinCompany];
