/** Ways in Sales Navigator, which travels in LinkedIn's reader. */
import type { Ways } from '../look.ts';

export const sales = {
  // Sales Navigator: rows seen December 2025, the rest from public code verified there in June 2026.
  'sales-lead.card': [
    { css: '[data-sn-view-name="feature-lead-top-card"]', seen: '2026-06' },
    { css: '#profile-card-section', seen: '2026' },
    { css: 'section:has(h1[data-x--lead--name])', seen: '2026' },
    { css: 'main:has(h1[data-anonymize="person-name"])', seen: '2026' },
  ],
  'sales-lead.name': [
    { css: 'h1[data-anonymize="person-name"]', seen: '2026-06' },
    { css: '[data-x--lead--name]', seen: '2026-06' },
    { css: 'h1 [data-anonymize="person-name"]', seen: '2026' },
  ],
  'sales-lead.headline': [{ css: '[data-anonymize="headline"]', seen: '2026-06' }],
  'sales-lead.location': [{ css: '[data-anonymize="location"]', seen: '2026-06' }],
  'sales-lead.role': [
    { css: '[data-sn-view-name="lead-current-role"] li', seen: '2026' },
    { css: '[data-sn-view-name="lead-current-role"]', seen: '2026-06' },
  ],
  'sales-lead.role.title': [{ css: '[data-anonymize="job-title"]', seen: '2026-06' }],
  'sales-lead.role.company': [
    { css: '[data-anonymize="company-name"]', seen: '2026-06' },
    { css: 'a[href^="/sales/company/"]', seen: '2026' },
  ],
  'sales-lead.public': [{ css: 'a[href*="linkedin.com/in/"]', seen: '2026' }],
  'sales-account.name': [
    { css: '[data-x--account--name]', seen: '2026' },
    { css: 'h1[data-anonymize="company-name"]', seen: '2026' },
    { css: 'h1 [data-anonymize="company-name"]', seen: '2026' },
  ],
  'sales-account.website': [
    { css: 'a[data-control-name="visit_company_website"]', seen: '2026' },
    { css: 'a[data-anonymize="company-website"]', seen: '2025' },
  ],
  'sales-account.public': [{ css: 'a[href*="linkedin.com/company/"]', seen: '2026' }],
  'sales-list.row': [
    { css: '[data-x-search-result="LEAD"]', seen: '2025-12' },
    { css: 'tr:has(a[href*="/sales/lead/"])', seen: '2026' },
    { css: 'li:has(a[href*="/sales/lead/"] [data-anonymize="person-name"])', seen: '2025-12' },
  ],
  // Links to the lead hold other words too ("… is online"): a name is only what is marked as one.
  'sales-list.name': [{ css: '[data-anonymize="person-name"]', seen: '2025-12' }],
  'sales-list.link': [
    { css: 'a[href*="/sales/lead/"]:has([data-anonymize="person-name"])', seen: '2025-12' },
    { css: 'a[href*="/sales/lead/"]', seen: '2025-12' },
  ],
  // `job-title` holds the time in the role there: never a title.
  'sales-list.title': [{ css: '[data-anonymize="title"]', seen: '2025-12' }],
  'sales-list.company': [
    { css: '[data-anonymize="company-name"]', seen: '2025-12' },
    { css: 'a[href*="/sales/company/"]', seen: '2025-12' },
  ],
  'sales-list.location': [{ css: '[data-anonymize="location"]', seen: '2025-12' }],
} satisfies Ways;
