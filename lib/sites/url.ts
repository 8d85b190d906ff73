/** Addresses: whose page it is, and what a link says. */

/** Whether the address is on this host or below it; `notlinkedin.com` and `linkedin.com.evil.example` are not. */
export const isHost = (url: URL, host: string): boolean =>
  (url.protocol === 'https:' || url.protocol === 'http:') &&
  (url.hostname === host || url.hostname.endsWith(`.${host}`));

/** The address a link leads to; nothing when it is none. */
export function link(href: string | null | undefined, base: string | URL): URL | undefined {
  if (!href) return undefined;
  return URL.parse(href, base) ?? undefined;
}

const decode = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part).normalize('NFC').toLowerCase();
  } catch {
    return undefined;
  }
};

/** The slug of a LinkedIn profile address; opaque member ids and `/in/me` are no slugs. */
export function profileSlug(url: URL | undefined): string | undefined {
  if (!url || !isHost(url, 'linkedin.com')) return undefined;
  const part = /^\/(?:mwlite\/(?:profile\/)?)?in\/([^/]+)/.exec(url.pathname)?.[1];
  if (!part || part === 'me' || /^AC[a-z]AA[\w-]{15,}$/i.test(part)) return undefined;
  return decode(part);
}

/** The slug of a LinkedIn company page. */
export function companySlug(url: URL | undefined): string | undefined {
  if (!url || !isHost(url, 'linkedin.com')) return undefined;
  const part = /^\/(?:mwlite\/)?(?:company|showcase)\/([^/]+)/.exec(url.pathname)?.[1];
  return part && part !== 'setup' ? decode(part) : undefined;
}

/** Where a link leads once LinkedIn's own detour (`/redir/redirect?url=`, `/safety/go?url=`) is taken away. */
export function straight(url: URL): URL {
  const target = isHost(url, 'linkedin.com') && /^\/(redir|safety)\//.test(url.pathname);
  return (target && URL.parse(url.searchParams.get('url') ?? '')) || url;
}

/** Hosts where many companies have a page: never a company's own domain. */
const shared = [
  'linkedin.com', 'facebook.com', 'instagram.com', 'twitter.com', 'x.com', 'youtube.com', 'tiktok.com', 'linktr.ee',
  'bit.ly', 'lnkd.in', 'goo.gl', 'google.com', 'github.com', 'medium.com', 'wikipedia.org', 'crunchbase.com', 'notion.site',
  'wixsite.com', 'wordpress.com', 'blogspot.com', 'bing.com', 'yelp.com', 'xing.com', 'apple.com', 'amazon.com',
]; // biome-ignore format: one list

/** The host of a company's own website, without `www`; nothing for pages on shared hosts and for bare addresses. */
export function ownHost(url: URL | undefined): string | undefined {
  if (!url || !/^https?:$/.test(url.protocol) || shared.some((host) => isHost(url, host)))
    return undefined;
  const host = url.hostname.replace(/^www\d?\./, '');
  return /^[^.]+(\.[^.]+)*\.\p{L}[\p{L}\d-]+$/u.test(host) ? host : undefined;
}
