/** Outlook on the web, all its hosts: the reading pane and mails being written, in company mailboxes that show names alone too. */
import type { Look } from '../look.ts';
import { defineSite } from '../site.ts';
import { clean, textOf } from '../text.ts';
import { isHost } from '../url.ts';
import { visible } from '../visible.ts';
import {
  type Correspondent,
  emailIn,
  type Owner,
  thread,
  unaddressed,
  who,
  withoutAddress,
} from './address.ts';

const hosts = [
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
];

export const outlook = defineSite({
  id: 'outlook',
  reads: [],
  matches: (url) =>
    hosts.some((host) => isHost(url, host)) && /^\/(?:mail|owa|$)/.test(url.pathname),
  detect(document, url, look) {
    const own = owner(document);
    const written = (['to', 'cc', 'bcc'] as const).flatMap((part) =>
      look.all(document, `chip.${part}`, visible).map((chip) => pill(chip, part)),
    );
    const composed = thread('outlook', url, written, true, own);
    if (composed) return composed;
    const found = (['from', 'to', 'cc', 'bcc'] as const).flatMap((part) =>
      look.all(document, part, visible).flatMap((line) => onLine(line, part, look)),
    );
    return (
      thread('outlook', url, found, false, own) ??
      (look.all(document, 'compose', visible).length > 0 ? unaddressed('outlook', url) : null)
    );
  },
});

/** The people of one header line: an element each, or the line's text cut at semicolons with its label ("To:", "收件人：") taken off. */
function onLine(line: Element, part: Correspondent['part'], look: Look): Correspondent[] {
  const people = look.all(line, 'person').filter((element) => textOf(element));
  const outer = people.filter(
    (one) => !people.some((other) => other !== one && other.contains(one)),
  );
  if (outer.length) return outer.map((element) => who(element, part));
  const text = textOf(line)?.replace(/^[^<:：@;]{1,20}[:：]\s*/u, '') ?? '';
  return text
    .split(/\s*[;；]\s*/)
    .filter(Boolean)
    .map((piece) => ({ part, email: emailIn(piece), name: withoutAddress(piece) }));
}

/** A recipient being written to: the label may begin with a word of presence, so the name is the visible text alone. */
function pill(chip: Element, part: Correspondent['part']): Correspondent {
  const text = textOf(chip);
  return {
    part,
    email: emailIn(chip.getAttribute('aria-label')) ?? who(chip, part).email,
    name: withoutAddress(text),
  };
}

/** "Inbox - Ana Gil - Outlook": the owner by name; addresses are often nowhere on the page. */
function owner(document: Document): Owner {
  const parts = document.title.split(/\s+[-–—]\s+/);
  return { emails: new Set(), name: parts.length >= 3 ? clean(parts.at(-2)) : undefined };
}
