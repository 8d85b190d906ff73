/** Ways in mail services known by name. None of these pages was saved for us: the dates are those of public code that reads them. */
import type { Ways } from '../look.ts';

export const mail = {
  'gmail.message': [
    { css: '[role="main"] div.adn[data-message-id]', seen: '2026-07' },
    { css: '[role="main"] [data-message-id]:has(span.gD[email])', seen: '2026-07' },
    { css: '[role="main"] [data-legacy-message-id]:has(span[email])', seen: '2026-07' },
    { css: '.adn:has(span.gD[email])', seen: '2018' },
  ],
  'gmail.from': [
    { css: 'span.gD[email]', seen: '2026-07' },
    { css: 'h3 span[email]', seen: '2026-07' },
  ],
  'gmail.to': [
    { css: '.hb span[email]', seen: '2026-07' },
    { css: 'span.g2[email]', seen: '2026-07' },
  ],
  'gmail.compose': [
    { css: 'div[role="dialog"]:has([name="subjectbox"])', seen: '2026-07' },
    { css: 'form:has([name="to"])', seen: '2026-07' },
    { css: 'div.az9', seen: '2026-07' },
  ],
  'gmail.chip.to': [
    { css: '[name="to"] div[role="option"][data-hovercard-id]', seen: '2026-07' },
    { css: '[name="to"] [data-hovercard-id]', seen: '2026-07' },
    { css: 'div.az9 span[email][data-hovercard-id]', seen: '2026-07' },
    { css: 'span[email][data-hovercard-id]', seen: '2026-07' },
  ],
  'gmail.chip.cc': [{ css: '[name="cc"] [data-hovercard-id]', seen: '2026-07' }],
  'gmail.chip.bcc': [{ css: '[name="bcc"] [data-hovercard-id]', seen: '2026-07' }],
  'gmail.own': [
    { css: 'a[href^="https://accounts.google.com/SignOutOptions"][aria-label]', seen: '2026' },
  ],

  // Ids end in the header's English name whatever the language; prefixes are random.
  'outlook.from': [
    { css: '[id^="MSG_"][id$="_FROM"]', seen: '2026' },
    { css: '[id$="_FROM"]', seen: '2026' },
  ],
  'outlook.to': [
    { css: '[id^="MSG_"][id$="_TO"]:not(:has([contenteditable="true"]))', seen: '2026' },
    { css: '[id$="_TO"]:not(:has([contenteditable="true"]))', seen: '2026' },
    { css: '[data-testid="RecipientWell"]', seen: '2026' },
  ],
  'outlook.cc': [{ css: '[id$="_CC"]:not(:has([contenteditable="true"]))', seen: '2026' }],
  'outlook.bcc': [{ css: '[id$="_BCC"]:not(:has([contenteditable="true"]))', seen: '2026' }],
  'outlook.person': [
    { css: '[role="button"][aria-label]', seen: '2026' },
    { css: '[class*="hoverTarget"]', seen: '2026' },
    { css: 'span[title*="@"], span[aria-label*="@"]', seen: '2026' },
  ],
  'outlook.compose': [{ css: '[id$="_TO"]:has([contenteditable="true"])', seen: '2026-10' }],
  'outlook.chip.to': [{ css: '[id$="_TO"] [class*="_EType_RECIPIENT_ENTITY"]', seen: '2026-10' }],
  'outlook.chip.cc': [{ css: '[id$="_CC"] [class*="_EType_RECIPIENT_ENTITY"]', seen: '2026-10' }],
  'outlook.chip.bcc': [{ css: '[id$="_BCC"] [class*="_EType_RECIPIENT_ENTITY"]', seen: '2026-10' }],

  'yahoo.from': [
    { css: '[data-test-id="message-from"] [data-test-id="email-pill"]', seen: '2026' },
    { css: '[data-test-id="message-from"]', seen: '2026' },
  ],
  'yahoo.to': [
    { css: '[data-test-id="message-to"] [data-test-id="email-pill"]', seen: '2026' },
    { css: '[data-test-id="message-to"] [title*="@"]', seen: '2025' },
  ],
  'yahoo.cc': [
    { css: '[data-test-id="message-cc"] [data-test-id="email-pill"]', seen: '2026' },
    { css: '[data-test-id="message-cc"] [title*="@"]', seen: '2025' },
  ],
  'yahoo.compose': [
    { css: '#message-to-field', seen: '2024' },
    { css: '[data-test-id="compose-header-field-to"]', seen: '2026' },
  ],
  'yahoo.compose.to': [
    {
      css: '#message-to-field ~ ul [data-test-id="pill"], [data-test-id="compose-header-field-to"] [data-test-id="pill"]',
      seen: '2024',
    },
    { css: '[data-test-id="container-to"] [data-test-id="pill"]', seen: '2022' },
  ],
  'yahoo.compose.cc': [
    { css: '[data-test-id="compose-header-field-cc"] [data-test-id="pill"]', seen: '2024' },
  ],
  'yahoo.compose.bcc': [
    { css: '[data-test-id="compose-header-field-bcc"] [data-test-id="pill"]', seen: '2024' },
  ],

  'proton.from': [{ css: '[data-testid="recipients:sender"]', seen: '2026' }],
  'proton.to': [
    {
      css: '[data-testid="recipients:to-list"] [data-testid^="recipients:item-"]',
      seen: '2026-04',
    },
    {
      css: '[data-testid^="recipients:item-"]:not([data-testid="recipients:cc-list"] *, [data-testid="recipients:bcc-list"] *)',
      seen: '2026-04',
    },
  ],
  'proton.cc': [
    {
      css: '[data-testid="recipients:cc-list"] [data-testid^="recipients:item-"]',
      seen: '2026-04',
    },
  ],
  'proton.bcc': [
    {
      css: '[data-testid="recipients:bcc-list"] [data-testid^="recipients:item-"]',
      seen: '2026-04',
    },
  ],
  'proton.compose': [{ css: '[data-testid="composer:to"]', seen: '2026-07' }],
  // The mark stands on the field; its people are beside it, in one box with it.
  'proton.compose.to': [
    {
      css: '.composer-addresses-container:has([data-testid="composer:to"]) [data-testid="composer-addresses-item-label"]',
      seen: '2026-07',
    },
    {
      css: '[data-testid="composer-addresses-item-label"]:not(.composer-addresses-container *)',
      seen: '2026-07',
    },
  ],
  'proton.compose.cc': [
    {
      css: '.composer-addresses-container:has([data-testid="composer:to-cc"]) [data-testid="composer-addresses-item-label"]',
      seen: '2026-07',
    },
  ],
  'proton.compose.bcc': [
    {
      css: '.composer-addresses-container:has([data-testid="composer:to-bcc"]) [data-testid="composer-addresses-item-label"]',
      seen: '2026-07',
    },
  ],
  'proton.own': [
    { css: '[data-testid="heading:userdropdown"] .user-dropdown-email', seen: '2026' },
  ],

  'fastmail.from': [{ css: '.v-MessageCard-from', seen: '2026' }],
  'fastmail.to': [{ css: '.v-Message-toName', seen: '2026' }],
  'fastmail.compose': [{ css: '.v-EmailInput input[id$="-to-input"]', seen: '2026' }],
  'fastmail.compose.to': [
    { css: '.v-EmailInput:has(input[id$="-to-input"]) .v-EmailInput-tokens > li', seen: '2026' },
  ],
  'fastmail.compose.cc': [
    { css: '.v-EmailInput:has(input[id$="-cc-input"]) .v-EmailInput-tokens > li', seen: '2026' },
  ],
  'fastmail.compose.bcc': [
    { css: '.v-EmailInput:has(input[id$="-bcc-input"]) .v-EmailInput-tokens > li', seen: '2026' },
  ],
} satisfies Ways;
