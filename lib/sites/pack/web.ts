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
  'roundcube.chip.name': [{ css: '.name', seen: '2026-11' }],
  'roundcube.own': [
    { css: '.username', seen: '2026-11' },
    { css: 'select[name="_from"] option', seen: '2026-11' },
  ],
} satisfies Ways;
