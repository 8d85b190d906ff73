/** Yahoo Mail, Proton Mail and Fastmail: an open message shows each person in an element of its own, so one reader does for all three. */
import { defineSite, type Site } from '../site.ts';
import { isHost } from '../url.ts';
import { visible } from '../visible.ts';
import { emailIn, type Owner, thread, unaddressed, who } from './address.ts';

const parts = ['from', 'to', 'cc', 'bcc'] as const;

const simpleMail = (id: string, host: string): Site =>
  defineSite({
    id,
    reads: [],
    matches: (url) => isHost(url, host),
    detect(document, url, look) {
      const people = (prefix: string) =>
        parts.flatMap((part) =>
          look.all(document, `${prefix}${part}`, visible).map((element) => who(element, part)),
        );
      const own: Owner = {
        emails: new Set(
          [document.title, ...look.all(document, 'own').map((element) => element.textContent)]
            .map(emailIn)
            .filter((email) => email !== undefined),
        ),
      };
      return (
        thread(id, url, people('compose.'), true, own) ??
        thread(id, url, people(''), false, own) ??
        (look.all(document, 'compose', visible).length > 0 ? unaddressed(id, url) : null)
      );
    },
  });

export const yahoo = simpleMail('yahoo', 'mail.yahoo.com');
export const proton = simpleMail('proton', 'mail.proton.me');
export const fastmail = simpleMail('fastmail', 'app.fastmail.com');
