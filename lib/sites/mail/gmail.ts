/** Gmail: the open thread (also in the reading pane) and mails being written. Lists of threads are nobody in particular. */
import type { Look } from '../look.ts';
import { defineSite } from '../site.ts';
import { isHost } from '../url.ts';
import { visible } from '../visible.ts';
import { type Correspondent, emailIn, type Owner, thread, who } from './address.ts';

export const gmail = defineSite({
  id: 'gmail',
  reads: [],
  matches: (url) => isHost(url, 'mail.google.com'),
  detect(document, url, look) {
    const own = owner(document, look);
    // A mail being written is what its writer is at; a thread may lie open behind it.
    const written = look
      .all(document, 'compose')
      .filter(visible)
      .flatMap((form) => recipients(form, look));
    const composed = thread('gmail', url, written, true, own);
    if (composed) return composed;
    const messages = look.all(document, 'message').filter(visible);
    const found = messages.flatMap((message) => [
      ...look.all(message, 'from').map((element) => who(element, 'from')),
      ...look.all(message, 'to').map((element) => who(element, 'to')),
    ]);
    return thread('gmail', url, found, false, own);
  },
});

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
