/** LinkedIn's reader: every kind of page on linkedin.com. */
import type { Site } from '../site.ts';
import { linkedinCompany } from './company.ts';
import { linkedinDetails } from './details.ts';
import { linkedinChat, linkedinMessaging } from './messaging.ts';
import { linkedinProfile } from './profile.ts';
import { salesAccount, salesLead, salesList } from './sales.ts';
import { linkedinSearch } from './search.ts';

/** The page's own subject comes before a chat window that lies over it. */
export const linkedinSites: readonly Site[] = [
  linkedinProfile,
  linkedinDetails,
  linkedinCompany,
  linkedinSearch,
  linkedinMessaging,
  salesLead,
  salesAccount,
  salesList,
  linkedinChat,
];
