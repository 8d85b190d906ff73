/** SOGo on any host: an open message, and one being written. */
import { defineSite } from '../site.ts';
import { textOf } from '../text.ts';
import {
  type Correspondent,
  emailIn,
  thread,
  unaddressed,
  who,
  withoutAddress,
} from './address.ts';

const parts = ['to', 'cc', 'bcc'] as const;

export const sogo = defineSite({
  id: 'sogo',
  reads: [],
  matches: (url) => /^https?:$/.test(url.protocol) && /\/SOGo\/so\//i.test(url.pathname),
  detect(document, url, look) {
    const chips = (prefix: string): Correspondent[] =>
      parts.flatMap((part) =>
        look.all(document, `${prefix}${part}`).map((chip) => who(chip, part)),
      );
    // Its addresses hold the owner's user name: /SOGo/so/ana@x.example/Mail/view
    const user = emailIn(decodeURIComponent(url.pathname));
    const own = { emails: new Set(user ? [user] : []) };
    const composed = thread('sogo', url, chips('compose.'), true, own);
    if (composed) return composed;
    const card = look.one(document, 'message');
    const address = card && look.one(card, 'from');
    if (!card || !address) return look.one(document, 'compose') ? unaddressed('sogo', url) : null;
    const from: Correspondent = {
      part: 'from',
      email: emailIn(textOf(address)),
      name: withoutAddress(textOf(look.one(card, 'from.name'))),
    };
    return from.email ? thread('sogo', url, [from, ...chips('')], false, own) : null;
  },
});
