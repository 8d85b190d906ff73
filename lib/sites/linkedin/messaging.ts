/** Messaging: the open conversation on its own page, and the chat windows over any other page, in the shadow root of newer pages too. */
import type { SeenPerson } from '#lib/model/detection.ts';
import type { Look } from '../look.ts';
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { defineSite } from '../site.ts';
import { textOf } from '../text.ts';
import { isHost, link, profileSlug } from '../url.ts';

/** Pages whose layout is SDUI keep older parts, messaging among them, in this open shadow root. */
const outlet = '#interop-outlet, [data-testid="interop-shadowdom"]';

const isMessaging = (url: URL): boolean => /^\/messaging(?:\/|$)/.test(url.pathname);

export const linkedinMessaging = defineSite({
  id: 'linkedin-messaging',
  reads: ['name', 'linkedin'],
  matches: (url) => isHost(url, 'linkedin.com') && isMessaging(url),
  frames: outlet,
  detect(document, url, look) {
    const heads = roots(document).flatMap((root) => look.all(root, 'head'));
    const [person, another] = people(heads, url, look);
    if (!person || another) return null;
    return { kind: 'person', site: 'linkedin-messaging', url: url.href, person };
  },
});

/** A chat window lies over a page about something else: its person is offered in a list, never as the page's one contact. */
export const linkedinChat = defineSite({
  id: 'linkedin-chat',
  reads: [],
  matches: (url) =>
    isHost(url, 'linkedin.com') &&
    !isMessaging(url) &&
    /^\/(?:feed|mynetwork|jobs|notifications|search|in|company)(?:\/|$)/.test(url.pathname),
  frames: outlet,
  detect(document, url, look) {
    const heads = roots(document).flatMap((root) => look.all(root, 'window'));
    const found = people(heads, url, look);
    return found.length
      ? { kind: 'people', site: 'linkedin-chat', url: url.href, people: found }
      : null;
  },
});

const roots = (document: Document): ParentNode[] => [
  document,
  ...[...document.querySelectorAll(outlet)].flatMap(({ shadowRoot }) => shadowRoot ?? []),
];

/** A head that links one profile is one person; a group's head links none or several. */
function people(heads: readonly Element[], url: URL, look: Look): SeenPerson[] {
  const found = new Map<string, SeenPerson>();
  for (const head of heads) {
    const anchors = [...head.querySelectorAll('a[href*="/in/"]')];
    const targets = new Set(
      anchors.map((anchor) => link(anchor.getAttribute('href'), url)?.pathname),
    );
    const name = look.text(head, 'name', personName);
    if (targets.size !== 1 || !name) continue;
    const slug = anchors
      .map((anchor) => profileSlug(link(anchor.getAttribute('href'), url)))
      .find(Boolean);
    // A link's text, where it has any, is the same name.
    if (anchors.some((anchor) => textOf(anchor) && !textOf(anchor)?.includes(name))) continue;
    found.set(slug ?? name, present({ name, linkedin: slug, emails: [] }));
  }
  return [...found.values()];
}
