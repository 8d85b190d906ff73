/** Roundcube on any host, in its skins elastic, larry and classic: an open message (own page or preview pane), and compose. */
import type { Look } from '../look.ts';
import { defineSite } from '../site.ts';
import { textOf } from '../text.ts';
import {
  type Correspondent,
  emailIn,
  type Owner,
  thread,
  typedInto,
  unaddressed,
} from './address.ts';

export const roundcube = defineSite({
  id: 'roundcube',
  reads: [],
  // Installed on anybody's host: the address tells no more than that the task is mail, or none yet.
  matches: (url) =>
    /^https?:$/.test(url.protocol) && (url.searchParams.get('_task') ?? 'mail') === 'mail',
  frames: 'iframe[name="messagecontframe"]',
  detect(document, url, look) {
    const form = look.one(document, 'compose');
    if (form)
      return (
        thread('roundcube', url, recipients(form, look), true, own(document, look)) ??
        unaddressed('roundcube', url)
      );
    const pane = look.one(document, 'pane');
    const inside = (pane && insideOf(pane)) ?? document;
    const found = correspondents(inside, look);
    if (!found.length) return null;
    const emails = [...own(document, look).emails, ...own(inside, look).emails];
    return thread('roundcube', url, found, false, { emails: new Set(emails) });
  },
});

/** A frame of the same host is part of the page; any other stays closed to us, as it should. */
const insideOf = (frame: Element): Document | null => (frame as HTMLIFrameElement).contentDocument;

/** Each address is an element with the address as title and the name as text, in a cell whose class is the header's name. */
function correspondents(page: Document, look: Look): Correspondent[] {
  return (['from', 'to', 'cc', 'bcc'] as const).flatMap((part) =>
    look.all(page, part).map((element) => ({
      part,
      email: emailIn(element.getAttribute('title')) ?? emailIn(element.getAttribute('href')),
      name: textOf(element),
    })),
  );
}

/** Chips in elastic, and beside them what is typed before it becomes one; elsewhere one field of addresses. */
function recipients(form: Element, look: Look): Correspondent[] {
  return (['to', 'cc', 'bcc'] as const).flatMap((part) => {
    const field = look.one(form, `field.${part}`);
    if (!field) return [];
    const beside = field.parentElement;
    const chips = beside ? look.all(beside, 'chip') : [];
    const typing = beside && look.one(beside, 'typing');
    if (!typing) return typedInto(field, part);
    return [
      ...chips.map((chip) => ({
        part,
        email: emailIn(textOf(chip)),
        name: look.text(chip, 'chip.name', (name) => name.replace(/^"|"$/g, '')),
      })),
      ...typedInto(typing, part),
    ];
  });
}

/** The mailbox's owner: what Roundcube tells its own script, or the user shown in the corner. */
function own(document: Document, look: Look): Owner {
  const addresses = new Set<string>();
  for (const script of document.querySelectorAll('script:not([src])')) {
    const user = /rcmail\.set_env\(\{.*?"username":"([^"]+)"/s.exec(script.textContent ?? '')?.[1];
    const email = emailIn(user?.replace(/\\u0040/g, '@'));
    if (email) addresses.add(look.took('own', 'the page’s settings', email));
  }
  for (const element of look.all(document, 'own')) {
    const email = emailIn(textOf(element));
    if (email) addresses.add(email);
  }
  return { emails: addresses };
}
