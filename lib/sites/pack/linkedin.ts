/** Ways on LinkedIn. `seen` is the newest page or public source on which a way was seen working. */
import type { Ways } from '../look.ts';
import { sales } from './sales.ts';

export const linkedin = {
  // SDUI, served since December 2025: cards carry keys that end in their name.
  'linkedin-profile.sdui.card': [
    { css: 'section[componentkey$="Topcard"]', seen: '2026-04' },
    { css: '[componentkey$="Topcard"]', seen: '2026-04' },
  ],
  'linkedin-profile.sdui.name': [
    { css: 'a[href*="/in/"] h2', seen: '2026-04' },
    { css: 'h2', seen: '2026-04' },
    { css: 'h1', seen: '2026-04' },
  ],
  'linkedin-profile.sdui.contact': [{ css: 'a[href*="/overlay/contact-info"]', seen: '2026-04' }],
  'linkedin-profile.sdui.company': [
    { css: '[role="button"]:has([id^="company-accent"]) p', seen: '2026-04' },
  ],
  'linkedin-profile.sdui.school': [
    { css: '[role="button"]:has([id^="school-accent"]) p', seen: '2026-04' },
  ],
  'linkedin-profile.sdui.experience': [
    {
      css: 'section[componentkey$="ExperienceTopLevelSection"]:not([componentkey*="Volunteer"]) [componentkey^="entity-collection-item"]',
      seen: '2026-04',
    },
  ],
  'linkedin-profile.sdui.experience.section': [
    {
      css: 'section[componentkey*="ExperienceTopLevel"]:not([componentkey*="Volunteer"])',
      seen: '2026-04',
    },
  ],

  // The contact window, over either layout.
  'linkedin-profile.emails': [
    { css: '[role="dialog"] a[href^="mailto:"]', seen: '2026' },
    { css: 'dialog a[href^="mailto:"]', seen: '2026' },
    { css: '.pv-contact-info a[href^="mailto:"]', seen: '2022' },
  ],

  // Ember, 2018 to 2026.
  'linkedin-profile.ember.name': [
    { css: 'main section h1', seen: '2025-03' },
    { css: '[role="main"] section h1', seen: '2018-12' },
    { css: '.pv-top-card--list > li:first-child', seen: '2020' },
  ],
  'linkedin-profile.ember.proof': [
    { css: 'a[href*="/overlay/contact-info"]', seen: '2025-03' },
    { css: 'a[href*="/overlay/about-this-profile"]', seen: '2025-03' },
    { css: 'a[href*="/detail/contact-info"]', seen: '2018-12' },
    { css: '.pv-top-card-profile-picture__image', seen: '2024-07' },
    { css: '.distance-badge', seen: '2025-03' },
  ],
  'linkedin-profile.ember.headline': [
    { css: '[data-generated-suggestion-target].text-body-medium', seen: '2025-03' },
    { css: '.text-body-medium.break-words', seen: '2025-03' },
    { css: '.pv-top-card-section__headline', seen: '2018-12' },
    { css: '.pv-top-card--list ~ h2', seen: '2020' },
  ],
  'linkedin-profile.ember.contact': [
    { css: '#top-card-text-details-contact-info', seen: '2025-03' },
    { css: 'span > a[href*="/overlay/contact-info"]', seen: '2025-03' },
  ],
  'linkedin-profile.ember.location': [
    { css: '.text-body-small.inline.t-black--light.break-words', seen: '2025-03' },
    { css: '.pv-top-card-section__location', seen: '2018-12' },
    { css: '.pv-top-card--list-bullet > li:first-child', seen: '2020' },
  ],
  'linkedin-profile.ember.company': [
    { css: 'button[aria-label^="Current company"]', seen: '2024-07' },
    { css: '[aria-label="Current company"]', seen: '2022-03' },
    { css: '[data-control-name="position_see_more"]', seen: '2020' },
    { css: '.pv-top-card-v2-section__company-name', seen: '2018-12' },
  ],
  'linkedin-profile.ember.chips': [
    { css: 'ul > li > :is(button, a):has(img)', seen: '2025-03' },
    { css: 'ul > li > button[aria-label]:not([aria-expanded])', seen: '2025-03' },
  ],
  'linkedin-profile.ember.experience': [
    { css: '#experience ~ div > ul > li', seen: '2025-03' },
    { css: '#experience-section > ul > *', seen: '2018-12' },
  ],
  'linkedin-profile.ember.education': [
    { css: '#education ~ div > ul > li', seen: '2025-03' },
    { css: '#education-section > ul > *', seen: '2018-12' },
  ],

  // As guests see it.
  'linkedin-profile.guest.card': [
    { css: '.top-card-layout', seen: '2024-03' },
    { css: '#topcard', seen: '2016-08' },
    { css: '.profile-card.vcard', seen: '2016-08' },
    { css: 'section:has([data-section="picture"]):has(h1)', seen: '2024-03' },
  ],
  'linkedin-profile.guest.name': [
    { css: '.top-card-layout__title', seen: '2024-03' },
    { css: '#name', seen: '2016-08' },
    { css: 'h1', seen: '2024-03' },
  ],
  'linkedin-profile.guest.headline': [
    { css: '.top-card-layout__headline', seen: '2024-03' },
    { css: '[data-section="headline"]', seen: '2016-08' },
  ],
  'linkedin-profile.guest.company': [
    {
      css: '[data-section="currentPositionsDetails"] .top-card-link__description',
      seen: '2024-03',
    },
    { css: '[data-section="currentPositionsDetails"] .org', seen: '2016-08' },
    { css: 'tr[data-section="currentPositionsDetails"] li', seen: '2016-08' },
    {
      css: '.top-card-layout__entity-info [data-section="currentPositionsDetails"]',
      seen: '2024-03',
    },
  ],
  'linkedin-profile.guest.location': [
    { css: '.profile-info-subheader > div > span:first-child', seen: '2024-03' },
    { css: '.top-card__subline-item', seen: '2022' },
    { css: '#demographics .locality', seen: '2016-08' },
  ],

  // Mobile-lite: from public code that reads it, July 2025 on.
  'linkedin-profile.lite.mark': [
    { css: '.basic-profile-section h1', seen: '2025-07' },
    { css: '.member-current-company', seen: '2025-07' },
    { css: '#profile-picture-container', seen: '2025-07' },
  ],
  'linkedin-profile.lite.name': [
    { css: 'h1.heading-large', seen: '2025-07' },
    { css: 'h1', seen: '2025-07' },
  ],
  'linkedin-profile.lite.headline': [
    { css: 'h1 ~ .body-small.text-color-text > span', seen: '2025-07' },
    { css: '.body-small.text-color-text > span:first-child', seen: '2025-07' },
  ],
  'linkedin-profile.lite.company': [{ css: '.member-current-company', seen: '2025-07' }],
  'linkedin-profile.lite.location': [
    {
      css: '.body-small.text-color-text-low-emphasis:not(:has(.member-current-company)) > span:first-child:not(.whitespace-nowrap)',
      seen: '2025-07',
    },
  ],

  // A part of a profile on its own page.
  'linkedin-details.name': [
    {
      css: '.pv-profile-sticky-header-v2__container .artdeco-entity-lockup__title',
      seen: '2022-03',
    },
    { css: '.artdeco-entity-lockup__title', seen: '2022-03' },
  ],

  'linkedin-details.screen': [{ css: '[data-sdui-screen*=".profile."]', seen: '2026-04' }],

  // People search.
  'linkedin-search.row': [
    { css: '[data-sdui-screen$="SearchResultsPeople"] [role="listitem"]', seen: '2025-12' },
    { css: '[data-view-name="people-search-result"] [role="listitem"]', seen: '2025-12' },
    { css: '[data-view-name="search-entity-result-universal-template"]', seen: '2025-10' },
    { css: '[data-chameleon-result-urn^="urn:li:member:"]', seen: '2025-10' },
    { css: '.reusable-search__result-container', seen: '2023' },
    { css: '.search-result--person', seen: '2019' },
  ],
  'linkedin-search.name': [
    { css: 'a[data-view-name="search-result-lockup-title"]', seen: '2025-12' },
    { css: 'p a[href*="/in/"]', seen: '2025-12' },
    { css: 'a[href*="/in/"] > span > span[aria-hidden="true"]', seen: '2025-10' },
    { css: 'a[href*="/in/"] span[aria-hidden="true"]', seen: '2025-10' },
    { css: 'a[href*="/in/"] .actor-name', seen: '2019' },
  ],
  'linkedin-search.headline': [
    { css: '.entity-result__primary-subtitle', seen: '2023' },
    { css: '.subline-level-1', seen: '2019' },
  ],
  'linkedin-search.location': [
    { css: '.entity-result__secondary-subtitle', seen: '2023' },
    { css: '.subline-level-2', seen: '2019' },
  ],

  // Messaging: from public code of 2024 to 2026.
  'linkedin-messaging.head': [
    { css: '.msg-thread:has(a.msg-thread__link-to-profile) .msg-title-bar', seen: '2026' },
    { css: '.msg-title-bar:has(a[href*="/in/"])', seen: '2026' },
    { css: '.msg-thread .msg-entity-lockup', seen: '2025' },
    { css: '.msg-entity-lockup:has(a[href*="/in/"])', seen: '2025' },
  ],
  'linkedin-messaging.name': [
    { css: '.msg-entity-lockup__entity-title', seen: '2026' },
    { css: 'a.msg-thread__link-to-profile h2', seen: '2026' },
    { css: 'a[href*="/in/"] h2', seen: '2026' },
  ],
  'linkedin-chat.window': [
    {
      css: '.msg-overlay-conversation-bubble:not(.msg-overlay-conversation-bubble--is-minimized) .msg-overlay-bubble-header',
      seen: '2026',
    },
    {
      css: '.msg-overlay-conversation-bubble:not(.msg-overlay-conversation-bubble--is-minimized) header',
      seen: '2025',
    },
  ],
  'linkedin-chat.name': [
    { css: '.msg-overlay-bubble-header__title', seen: '2026' },
    { css: 'h2 a[href*="/in/"]', seen: '2025' },
  ],

  ...sales,

  // Company. The layout of 2026 is unknown: the title, repeated in a heading, is then the way.
  'linkedin-company.name': [
    { css: '.org-top-card-summary__title', seen: '2024' },
    { css: '.org-top-card h1', seen: '2021-10' },
    { css: '.top-card-layout__title', seen: '2024' },
    { css: 'main h1', seen: '2021-10' },
    { css: '[role="main"] h1', seen: '2018-12' },
  ],
  'linkedin-company.website': [
    { css: 'a[data-control-name="page_details_module_website_external_link"]', seen: '2018-12' },
    { css: '[data-test-id="about-us__website"] a', seen: '2024' },
    {
      css: '.org-page-details-module__card-spacing dd > a[target="_blank"][rel*="noopener"]',
      seen: '2024',
    },
    { css: 'section dl > dd > a[target="_blank"][rel*="noopener"][href^="http"]', seen: '2024' },
  ],
  'linkedin-company.card': [
    { css: '.org-people-profile-card', seen: '2025' },
    { css: '.org-people-profiles-module__profile-item', seen: '2022' },
  ],
  'linkedin-company.card.name': [
    { css: '.artdeco-entity-lockup__title', seen: '2025' },
    { css: '.org-people-profile-card__profile-title', seen: '2022' },
  ],
  'linkedin-company.card.link': [{ css: 'a[href*="/in/"]', seen: '2025' }],
  'linkedin-company.card.headline': [{ css: '.artdeco-entity-lockup__subtitle', seen: '2025' }],
} satisfies Ways;
