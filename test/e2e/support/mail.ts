/** Mails of invented people, written as they lie in a mailbox. */

export interface Correspondent {
  name: string;
  email: string;
}

export interface Mail {
  from: Correspondent;
  /** Else the mailbox's owner. */
  to?: readonly Correspondent[];
  cc?: readonly Correspondent[];
  subject: string;
  body?: string;
  date?: Date;
}

/** The mail as RFC 5322 text. */
export function mailText(mail: Mail, owner: string): string {
  const { from, to = [{ name: '', email: owner }], cc = [], subject } = mail;
  const lines = [
    `From: ${header(from)}`,
    `To: ${to.map(header).join(', ')}`,
    ...(cc.length > 0 ? [`Cc: ${cc.map(header).join(', ')}`] : []),
    `Subject: ${encoded(subject)}`,
    `Date: ${(mail.date ?? new Date()).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${crypto.randomUUID()}@acme.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.body ?? 'Good morning,\nshall we talk on Thursday?\n',
  ];
  return `${lines.join('\n').replaceAll(/\r?\n/g, '\r\n')}\r\n`;
}

const header = ({ name, email }: Correspondent) =>
  name ? `${isAscii(name) ? `"${name.replaceAll('"', '')}"` : encoded(name)} <${email}>` : email;

const encoded = (text: string) =>
  isAscii(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const isAscii = (text: string) => [...text].every((letter) => letter <= '~');
