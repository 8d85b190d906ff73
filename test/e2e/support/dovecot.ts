/** An IMAP server of its own on loopback: any user, any password, mails from a folder. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Child, freePort, start, temporaryFolder, waitFor } from './cleanup.ts';
import { type Mail, mailText } from './mail.ts';

/** Its configuration is another from 2.4 on; answers the version when that is not the one we write. */
export function foreignDovecot(): string | undefined {
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.split(' ')[0];
  return version?.startsWith('2.3.') ? undefined : (version ?? 'unknown');
}

const program = '/usr/sbin/dovecot';

/** Starts Dovecot on a free port with these mails, unread, in the inbox of `address`. */
export async function startDovecot(
  address: string,
  mails: readonly Mail[],
): Promise<{ child: Child; port: number }> {
  const folder = temporaryFolder('dovecot');
  chmodSync(folder, 0o755);
  const user = mailUser();
  const maildir = join(folder, 'mail', address);
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, name), { recursive: true });
  for (const [at, mail] of mails.entries())
    writeFileSync(
      join(maildir, 'new', `${1_700_000_001 + at}.M${at + 1}.quorum`),
      mailText(mail, address),
      { mode: 0o644 },
    );
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configuration({ folder, port, user }));
  if (user.spawnAs) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  const child = start(program, ['-F', '-c', config], { cwd: folder, ...user.spawnAs });
  await waitFor('Dovecot', () => greets(port), { child });
  return { child, port };
}

interface MailUser {
  name: string;
  group: string;
  uid: number;
  gid: number;
  spawnAs?: { uid: number; gid: number };
}

/** Dovecot gives no mail to root. Every Debian has `www-data`; anybody else just uses their own account. */
function mailUser(): MailUser {
  const { username, uid, gid } = userInfo();
  if (uid === 0) {
    const webUser = { uid: 33, gid: 33 };
    return { name: 'www-data', group: 'www-data', ...webUser, spawnAs: webUser };
  }
  const group = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim();
  return { name: username, group, uid, gid };
}

const configuration = ({
  folder,
  port,
  user,
}: {
  folder: string;
  port: number;
  user: MailUser;
}) => `
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = /dev/stderr
default_internal_user = ${user.name}
default_internal_group = ${user.group}
default_login_user = ${user.name}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%u
maildir_stat_dirs = yes
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=${user.uid} gid=${user.gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

/** Whether an IMAP server answers there. */
const greets = (port: number) =>
  new Promise<true | undefined>((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    const done = (answer: true | undefined) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => done(undefined));
    socket.once('error', () => done(undefined));
    socket.once('data', (text) => done(String(text).startsWith('* OK') || undefined));
  });
