/** Which company a host or an e-mail address belongs to: its registrable domain, and never a mail provider's. */
import { getDomain, getHostname } from 'tldts';

/**
 * Providers where private people have their mail; such a domain is never an account. The large ones by number of
 * users, written from general knowledge (2026); a missing one costs a question, not a wrong account.
 */
const freeMail = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com icloud.com
  me.com mac.com aol.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de
  freenet.de posteo.de mailbox.org tutanota.com tuta.com tuta.io fastmail.com fastmail.fm hey.com zoho.com mail.com
  email.com inbox.com mail.ru yandex.ru yandex.com bk.ru list.ru inbox.ru rambler.ru qq.com 163.com 126.com yeah.net
  sina.com sina.cn sohu.com foxmail.com aliyun.com naver.com daum.net hanmail.net orange.fr wanadoo.fr free.fr
  laposte.net sfr.fr neuf.fr libero.it virgilio.it alice.it tiscali.it tin.it terra.es telefonica.net ya.com
  uol.com.br bol.com.br terra.com.br ig.com.br sapo.pt ziggo.nl kpnmail.nl xs4all.nl planet.nl home.nl telenet.be
  skynet.be bluewin.ch hispeed.ch btinternet.com virginmedia.com sky.com ntlworld.com talktalk.net blueyonder.co.uk
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com sympatico.ca
  bigpond.com optusnet.com.au rediffmail.com seznam.cz wp.pl o2.pl onet.pl interia.pl abv.bg ukr.net`
    .split(/\s+/)
    .filter(Boolean),
);

const families = /^(yahoo|hotmail|live|outlook|gmx|yandex|ymail)\.[a-z]{2,3}(\.[a-z]{2})?$/;

/**
 * The registrable domain of a host or URL, lower case; `null` for an IP address, `localhost` or what is no host.
 * Where a company lets out names below its own (`acme.github.io`, `acme.uk.com`), each tenant has its own domain.
 */
export function registrableDomain(hostOrUrl: string): string | null {
  const domain = getDomain(hostOrUrl.trim(), { allowPrivateDomains: true })?.toLowerCase() ?? null;
  return domain && inAscii(domain);
}

/** The host in a host, URL or e-mail address, lower case, written as `registrableDomain` writes it. */
export const hostIn = (text: string): string | null => {
  const host = getHostname(text.trim())?.toLowerCase() ?? null;
  return host && inAscii(host);
};

/** Whether a host is this domain's or one below it. */
export const isWithin = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

/** Of companies with domains at or below a host's, the one that the host itself names most closely; else all of them. */
export function closestTo<C extends { domains: readonly string[] }>(
  host: string,
  companies: readonly C[],
): readonly C[] {
  const closest = companies
    .flatMap((company) => company.domains.map((domain) => ({ company, domain })))
    .filter(({ domain }) => isWithin(host, domain))
    .sort((a, b) => b.domain.length - a.domain.length)[0]?.company;
  return closest ? [closest] : companies;
}

/** As browsers write it: `bücher.example` and `xn--bcher-kva.example` are one. */
function inAscii(host: string): string {
  if (/^[\0-\x7f]*$/.test(host) || !URL.canParse(`http://${host}`)) return host;
  return new URL(`http://${host}`).hostname;
}

/** The company's domain in an e-mail address; `null` for free-mail providers and what is no address. */
export function companyDomain(email: string): string | null {
  const at = email.lastIndexOf('@');
  const domain = at > 0 ? registrableDomain(email.slice(at + 1)) : null;
  return domain === null || isFreeMail(domain) ? null : domain;
}

export const isFreeMail = (domain: string): boolean =>
  freeMail.has(domain) || families.test(domain);
