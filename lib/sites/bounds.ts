/** Keeps a detection within what the other side parses: one endless field must not cost the whole of it. */
import type { Detection, SeenAccount, SeenPerson } from '#lib/model/detection.ts';

/** The limits of `lib/model/detection.ts`, repeated because the page side carries no zod; a test holds them together. */
const limits: Record<string, number> = {
  name: 300,
  headline: 1000,
  title: 1000,
  company: 300,
  location: 300,
  linkedin: 200,
  salesNavigator: 200,
  website: 2000,
};
const within = (length: number) => (text: string) => text.length <= length && text.trim() !== '';

function fields<T extends object>(seen: T): T {
  return Object.fromEntries(
    Object.entries(seen).filter(
      ([field, value]) => typeof value !== 'string' || within(limits[field] ?? 300)(value),
    ),
  ) as T;
}

const person = <T extends SeenPerson>(seen: T): T => ({
  ...fields(seen),
  emails: seen.emails.filter(within(320)).slice(0, 20),
});
const account = (seen: SeenAccount): SeenAccount => ({
  ...fields(seen),
  domains: seen.domains.filter(within(253)).slice(0, 20),
});

/** The same detection without what is too long to be true, at most 200 people, and an address that fits. */
export function bounded(detection: Detection): Detection {
  const url = detection.url.slice(0, 4000);
  switch (detection.kind) {
    case 'person':
      return {
        ...detection,
        url,
        person: person(detection.person),
        ...(detection.account ? { account: account(detection.account) } : {}),
      };
    case 'account':
      return {
        ...detection,
        url,
        account: account(detection.account),
        ...(detection.people ? { people: detection.people.slice(0, 200).map(person) } : {}),
      };
    case 'people':
      return { ...detection, url, people: detection.people.slice(0, 200).map(person) };
    case 'thread':
      return { ...detection, url, people: detection.people.slice(0, 200).map(person) };
  }
}
