/** Addresses in mail: which are people, and how a thread is put together from them. */
import type { Detection, ThreadPerson } from '#lib/model/detection.ts';
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { clean, fold, textBesideButtons } from '../text.ts';

const address = /[^\s<>()[\],;:"'@/|]+@[^\s<>()[\],;:"'@/|?&#]+\.[^\s<>()[\],;:"'@/|.?&#]{2,}/u;

/** The address in a text or attribute ("Ana <ana@x.example>", "mailto:ana@x.example"), in lower case. */
export function emailIn(text: string | null | undefined): string | undefined {
  return address.exec(text?.replace(/^mailto:/i, '') ?? '')?.[0].toLowerCase();
}

/** Machines: nobody reads what is sent there. Role addresses (info@, sales@) are read by people and stay. */
const machine =
  /^(?:(?:do-?not-?|dont-?)reply|no-?reply|no-?responder|nao-?respond[ae]r?|ne-?pas-?repondre|nicht-?antworten|keine-?antwort|non-?rispondere|geen-?antwoord|noresponda|mailer-?daemon|postmaster|bounces?|notifications?|notify|notice|alerts?|newsletters?|auto-?(?:reply|mailer|confirm)|automated|unsubscribe|reply\d*|system|daemon|root)(?:[+.=_-].*)?$/;

/** Whether an address belongs to a machine. */
export const isMachine = (email: string): boolean => {
  const local = email.slice(0, email.lastIndexOf('@')).replace(/_/g, '-');
  return machine.test(local) || /(?:^|[.+-])(?:no-?reply|do-?not-?reply)(?:$|[.+-])/.test(local);
};

/** Somebody on a mail as the page shows them. */
export interface Correspondent {
  part: ThreadPerson['part'];
  name?: string | undefined;
  email?: string | undefined;
}

/** The mailbox's owner: addresses, and a name where mailboxes show no addresses. */
export interface Owner {
  emails: ReadonlySet<string>;
  name?: string | undefined;
}

/** The thread these people make, or nothing when nobody remains: the owner, machines and repetitions go. */
export function thread(
  site: string,
  url: URL,
  found: readonly Correspondent[],
  composing: boolean,
  own: Owner = { emails: new Set() },
): Detection | null {
  const people = new Map<string, ThreadPerson>();
  for (const { part, name, email } of found) {
    const shown = personName(name);
    if (email ? own.emails.has(email) || isMachine(email) : own.name && sameWords(shown, own.name))
      continue;
    const key = email ?? shown?.toLowerCase();
    if (!key) continue;
    const before = people.get(key);
    if (before) {
      before.name ??= shown;
      continue;
    }
    people.set(key, present({ name: shown, emails: email ? [email] : [], part }));
  }
  const all = [...people.values()];
  return all.length ? { kind: 'thread', site, url: url.href, people: all, composing } : null;
}

/** A mail being written to nobody yet. */
export const unaddressed = (site: string, url: URL): Detection => ({
  kind: 'thread',
  site,
  url: url.href,
  people: [],
  composing: true,
});

/** "Gil, Ana" and "Ana Gil" are the same words. */
const sameWords = (one: string | undefined, other: string): boolean =>
  one !== undefined && fold(one).split(' ').sort().join() === fold(other).split(' ').sort().join();

/** Attributes in which mail services keep an address. */
const carriers = [
  'email',
  'data-email',
  'data-hovercard-id',
  'title',
  'href',
  'aria-label',
  'data-testid',
];

/** Whom an element stands for: the address in its attributes, its descendants' or its text; the name is the text without it. */
export function who(element: Element, part: ThreadPerson['part']): Correspondent {
  let email: string | undefined;
  for (const carrier of [element, ...element.querySelectorAll('*')]) {
    for (const attribute of carriers) {
      const value = carrier.getAttribute(attribute);
      if (value?.includes('@')) email ??= emailIn(value.replace(/^recipients:item-/, ''));
    }
    if (email) break;
  }
  const text =
    clean(element.getAttribute('data-name')) ??
    clean(element.getAttribute('name')) ??
    textBesideButtons(element);
  email ??= emailIn(text);
  return { part, email, name: withoutAddress(text) };
}

/** "Ana Gil <ana@x.example>;" is Ana Gil. */
export function withoutAddress(text: string | undefined): string | undefined {
  const name = clean(
    text
      ?.replace(/[<(［[]?[^\s<>()[\]]+@[^\s<>()[\]]+[>)\]]?/gu, '')
      .replace(/^["']|["',;]+\s*$|["']$/g, ''),
  );
  return name && !/^\+?\d/.test(name) ? name : undefined;
}

/** Between recipients, outside quotes. */
const between = /[,;\n](?=(?:[^"]*"[^"]*")*[^"]*$)/;

/**
 * "Ana Gil <ana@x.example>, bo@y.example" as typed into a plain recipient field; the name of a group before its colon
 * falls out. While it is being typed in, the last one counts only once it is finished: "bo@y.ex" is nobody's address.
 */
export function typed(
  text: string,
  part: ThreadPerson['part'],
  beingTyped = false,
): Correspondent[] {
  const pieces = text.split(between).map((piece) => piece.replace(/^[^"<@:]*:/, ''));
  if (beingTyped && !pieces.at(-1)?.trimEnd().endsWith('>')) pieces.pop();
  return pieces
    .map((piece) => ({
      part,
      email: emailIn(piece),
      name: /^\s*"?([^"<@]+?)"?\s*</.exec(piece)?.[1],
    }))
    .filter(({ email }) => email !== undefined);
}

/** What was typed into a field of addresses; the cursor in it says that it is being typed still. */
export function typedInto(field: Element, part: ThreadPerson['part']): Correspondent[] {
  const { ownerDocument: page } = field;
  const beingTyped = page.activeElement === field && page.hasFocus();
  return 'value' in field ? typed(String(field.value), part, beingTyped) : [];
}
