/** A real webmail on loopback: Debian's Roundcube and Dovecot, with settings and data of their own. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { missing, webmailPackages } from '../../../scripts/browser.ts';
import { type Child, freePort, start, temporaryFolder, waitFor } from './cleanup.ts';
import { foreignDovecot, startDovecot } from './dovecot.ts';
import type { Mail } from './mail.ts';

/** Why no Roundcube can run here, in one line; undefined where it can. */
export function whyNoRoundcube(): string | undefined {
  const packages = missing(webmailPackages);
  if (packages.length > 0) return `Roundcube is skipped: ${packages.join(', ')} missing`;
  const version = foreignDovecot();
  if (version) return `Roundcube is skipped: Dovecot ${version} takes another configuration`;
}

export type Skin = 'elastic' | 'larry' | 'classic';

/** The looks that are installed; each has a DOM of its own. */
export const installedSkins = (): Skin[] =>
  (['elastic', 'larry', 'classic'] as const).filter((skin) =>
    existsSync(`/var/lib/roundcube/skins/${skin}/meta.json`),
  );

export interface Roundcube {
  url: string;
  /** From the next page on it looks so. */
  wear: (skin: Skin) => void;
  logIn: (page: Page) => Promise<void>;
  /** Opens the message with this subject as a page of its own. */
  openMessage: (page: Page, subject: string) => Promise<void>;
  /** Selects it in the list, so that it shows in the pane beside; answers that pane. */
  previewMessage: (page: Page, subject: string) => Promise<FrameLocator>;
  /** Opens the form for a new message to these addresses. */
  compose: (page: Page, to: readonly string[]) => Promise<void>;
  /** Where one types whom a new message is for. */
  toField: (page: Page) => Locator;
  stop: () => Promise<void>;
}

/** Starts both servers on free ports, with these mails in the inbox of `address`. */
export async function startRoundcube({
  address = 'ana@seller.example',
  mails = [],
}: {
  address?: string;
  mails?: readonly Mail[];
} = {}): Promise<Roundcube> {
  const imap = await startDovecot(address, mails);
  const { child, url, dress } = await startWeb(imap.port);
  let worn: Skin = 'elastic';
  const inList = async (page: Page, subject: string) => {
    await page.goto(`${url}/?_task=mail&_mbox=INBOX`);
    return page.locator('#messagelist tbody a').filter({ hasText: subject }).first();
  };
  return {
    url,
    wear: (skin) => {
      worn = skin;
      dress(skin);
    },
    logIn: async (page) => {
      await page.goto(url);
      await page.locator('#rcmloginuser').fill(address);
      await page.locator('#rcmloginpwd').fill('any');
      await page.locator('#rcmloginsubmit').click();
      await page.waitForURL(/_task=mail/);
    },
    openMessage: async (page, subject) => {
      const link = await inList(page, subject);
      const message = new URL((await link.getAttribute('href')) ?? '', page.url());
      message.searchParams.set('_action', 'show');
      await page.goto(message.href);
    },
    previewMessage: async (page, subject) => {
      await (await inList(page, subject)).click();
      const pane = page.frameLocator('#messagecontframe');
      await pane.locator('.rcmContactAddress').first().waitFor();
      return pane;
    },
    compose: async (page, to) => {
      const query = new URLSearchParams({ _task: 'mail', _action: 'compose', _to: to.join(',') });
      await page.goto(`${url}/?${query}`);
    },
    toField: (page) =>
      page.locator(worn === 'elastic' ? '#compose_to .recipient-input input' : '#_to'),
    stop: async () => {
      await child.stop();
      await imap.child.stop();
    },
  };
}

/** Debian's Roundcube takes its settings from ROUNDCUBE_CONFIG_DIR, so that /etc/roundcube is not touched. */
async function startWeb(
  imapPort: number,
): Promise<{ child: Child; url: string; dress: Roundcube['wear'] }> {
  const folder = temporaryFolder('roundcube');
  const config = join(folder, 'config');
  for (const name of ['config', 'temp', 'logs']) mkdirSync(join(folder, name));
  for (const name of ['defaults.inc.php', 'mimetypes.php'])
    symlinkSync(`/etc/roundcube/${name}`, join(config, name));
  const dress = (skin: Skin) =>
    writeFileSync(join(config, 'config.inc.php'), configuration(folder, skin, imapPort));
  dress('elastic');
  const database = new DatabaseSync(join(folder, 'roundcube.sqlite'));
  database.exec(readFileSync('/usr/share/roundcube/SQL/sqlite.initial.sql', 'utf8'));
  database.close();

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const root = '/var/lib/roundcube/public_html';
  // Its settings are looked at anew for every page: a skin is worn from the next one on.
  const fresh = ['-d', 'opcache.revalidate_freq=0'];
  const child = start('php', [...fresh, '-S', `127.0.0.1:${port}`, '-t', root], {
    cwd: folder,
    // One worker serves one request at a time, and a page of Roundcube needs forty.
    env: { ROUNDCUBE_CONFIG_DIR: config, PHP_CLI_SERVER_WORKERS: '3' },
  });
  const answers = () =>
    fetch(url).then(
      async (answer) => (await answer.text()).includes('rcmloginuser') || undefined,
      () => undefined,
    );
  await waitFor('Roundcube', answers, { child });
  return { child, url, dress };
}

const configuration = (folder: string, skin: Skin, imapPort: number) => `<?php
$config['db_dsnw'] = 'sqlite:///${folder}/roundcube.sqlite?mode=0646';
$config['imap_host'] = '127.0.0.1:${imapPort}';
$config['smtp_host'] = '';
$config['des_key'] = 'tests-only-0123456789-ab';
$config['temp_dir'] = '${folder}/temp';
$config['log_dir'] = '${folder}/logs';
$config['log_driver'] = 'file';
$config['plugins'] = [];
$config['skin'] = '${skin}';
$config['language'] = 'en_US';
$config['enable_spellcheck'] = false;
$config['create_default_folders'] = true;
`;
