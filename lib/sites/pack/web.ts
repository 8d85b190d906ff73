/** Ways on pages that may stand on any host. */
import type { Ways } from '../look.ts';

export const web = {
  // Roundcube 1.6 from Debian, all three skins, seen running; the same header cells since 0.9.
  'roundcube.pane': [{ css: 'iframe[name="messagecontframe"]', seen: '2026-11' }],
  'roundcube.from': [
    { css: '.headers-table td.from .rcmContactAddress', seen: '2026-11' },
    { css: 'td.header.from .rcmContactAddress', seen: '2026-11' },
    { css: '.header-summary .rcmContactAddress:first-of-type', seen: '2026-11' },
  ],
  'roundcube.to': [{ css: 'td.header.to .rcmContactAddress', seen: '2026-11' }],
  'roundcube.cc': [{ css: 'td.header.cc .rcmContactAddress', seen: '2026-11' }],
  'roundcube.bcc': [{ css: 'td.header.bcc .rcmContactAddress', seen: '2026-11' }],
  'roundcube.compose': [
    { css: 'form[name="form"][action*="_task=mail"]:has(#_to)', seen: '2026-11' },
    { css: 'form:has(textarea[name="_to"]):has([name="_from"])', seen: '2026-11' },
  ],
  'roundcube.field.to': [{ css: 'textarea[name="_to"]', seen: '2026-11' }],
  'roundcube.field.cc': [{ css: 'textarea[name="_cc"]', seen: '2026-11' }],
  'roundcube.field.bcc': [{ css: 'textarea[name="_bcc"]', seen: '2026-11' }],
  'roundcube.chip': [{ css: 'li.recipient', seen: '2026-11' }],
  'roundcube.typing': [{ css: '.recipient-input li.input input', seen: '2026-11' }],
  'roundcube.chip.name': [{ css: '.name', seen: '2026-11' }],
  'roundcube.own': [
    { css: '.username', seen: '2026-11' },
    { css: 'select[name="_from"] option', seen: '2026-11' },
  ],

  // SOGo 5: its templates are public; Angular leaves `ng-model` in the page, which names the field in any language.
  'sogo.message': [
    { css: 'md-card:has(.sg-md-headline):has(sg-avatar-image)', seen: '2026' },
    { css: '.sg-face md-card:has(.msg-recipients)', seen: '2026' },
  ],
  'sogo.from': [
    { css: 'sg-avatar-image ~ div a.md-caption', seen: '2026' },
    { css: 'a.md-caption', seen: '2019' },
  ],
  'sogo.from.name': [{ css: 'sg-avatar-image ~ div span', seen: '2026' }],
  'sogo.to': [
    { css: 'md-chips[ng-model$="viewer.message.to"] md-chip-template', seen: '2026' },
    { css: '.msg-recipients > div:nth-child(1) md-chip-template', seen: '2026' },
  ],
  'sogo.cc': [
    { css: 'md-chips[ng-model$="viewer.message.cc"] md-chip-template', seen: '2026' },
    { css: '.msg-recipients > div:nth-child(2) md-chip-template', seen: '2026' },
  ],
  'sogo.bcc': [
    { css: 'md-chips[ng-model$="viewer.message.bcc"] md-chip-template', seen: '2026' },
    { css: '.msg-recipients > div:nth-child(3) md-chip-template', seen: '2026' },
  ],
  'sogo.compose': [{ css: 'md-chips[ng-model$="message.editable.to"]', seen: '2026' }],
  'sogo.compose.to': [
    { css: 'md-chips[ng-model$="message.editable.to"] md-chip-template', seen: '2026' },
  ],
  'sogo.compose.cc': [
    { css: 'md-chips[ng-model$="message.editable.cc"] md-chip-template', seen: '2026' },
  ],
  'sogo.compose.bcc': [
    { css: 'md-chips[ng-model$="message.editable.bcc"] md-chip-template', seen: '2026' },
  ],

  // Microformats: microformats.org/wiki/h-card, and the older vcard.
  'web-page.card': [
    { css: '.h-card', seen: '2026' },
    { css: '.vcard', seen: '2026' },
  ],
  'web-page.card.name': [
    { css: '.p-name', seen: '2026' },
    { css: '.fn', seen: '2026' },
  ],
  'web-page.card.title': [
    { css: '.p-job-title', seen: '2026' },
    { css: '.title', seen: '2026' },
    { css: '.p-role', seen: '2026' },
  ],
  'web-page.card.company': [
    { css: '.p-org .p-name', seen: '2026' },
    { css: '.p-org', seen: '2026' },
    { css: '.org', seen: '2026' },
  ],
  'web-page.card.location': [
    { css: '.p-locality', seen: '2026' },
    { css: '.locality', seen: '2026' },
  ],
} satisfies Ways;
