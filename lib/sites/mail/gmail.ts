/** Gmail: the open thread (also in the reading pane) and mails being written. Lists of threads are nobody in particular. */
import type { Look } from '../look.ts';
import { defineSite } from '../site.ts';
import { isHost } from '../url.ts';
import { visible } from '../visible.ts';
import { type Correspondent, emailIn, type Owner, thread, unaddressed, who } from './address.ts';

export const gmail = defineSite({
  id: 'gmail',
  reads: [],
  matches: (url) => isHost(url, 'mail.google.com'),
  detect(document, url, look) {
    const own = owner(document, look);
    // A mail being written is what its writer is at; a thread may lie open behind it, and counts while there is nobody to write to.
    const form = inHand(look.all(document, 'compose', visible), document);
    const composed = form && thread('gmail', url, recipients(form, look), true, own);
    if (composed) return composed;
    const messages = look.all(document, 'message', visible);
    const found = messages.flatMap((message) => [
      ...look.all(message, 'from').map((element) => who(element, 'from')),
      ...look.all(message, 'to').map((element) => who(element, 'to')),
    ]);
    return thread('gmail', url, found, false, own) ?? (form ? unaddressed('gmail', url) : null);
  },
});

/** Of several mails being written, the one that has the cursor, else the one opened last. */
const inHand = (forms: readonly Element[], { activeElement }: Document): Element | undefined =>
  forms.find((form) => form.contains(activeElement)) ?? forms.at(-1);

function recipients(form: Element, look: Look): Correspondent[] {
  return (['to', 'cc', 'bcc'] as const).flatMap((part) =>
    look.all(form, `chip.${part}`).map((chip) => who(chip, part)),
  );
}

/** The owner's address stands in the title before "Gmail" (or the company's name for it), and on the account button. */
function owner(document: Document, look: Look): Owner {
  const emails = new Set<string>();
  const parts = document.title.split(' - ');
  const titled = emailIn(parts.length > 1 ? parts.at(-2) : undefined);
  if (titled) emails.add(look.took('own', 'title', titled));
  for (const element of look.all(document, 'own')) {
    const email = emailIn(element.getAttribute('aria-label'));
    if (email) emails.add(email);
  }
  return { emails };
}
