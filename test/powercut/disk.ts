/**
 * A disk whose power can be cut: ext4 in an image on a loop device. The cut is ext4's own shutdown without a flush of its
 * log, as its developers test it: from that moment nothing more is written, and what was not synced is gone once the
 * image is mounted anew. A disk's own cache is not simulated: what reached the device counts as kept.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../e2e/support/cleanup.ts';

export interface Disk {
  /** Where it is mounted. */
  folder: string;
  /** From now on nothing is written; whoever has files open there finds them broken. */
  cut: () => void;
  /** The power is back. Whoever had files open must have ended. */
  restore: () => void;
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h); perl, because Node has no ioctl. */
const shutDown =
  'my $flags = pack("L", 2); open(my $dir, "<", $ARGV[0]) or die $!; ioctl($dir, 0x8004587d, $flags) or die $!';

/** Why there can be no such disk here; `undefined` where there can. */
export function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root';
  for (const program of ['mkfs.ext4', 'mount', 'losetup', 'perl'])
    if (spawnSync('which', [program]).status !== 0) return `${program} is not installed`;
  const free = spawnSync('losetup', ['-f'], { encoding: 'utf8' });
  return free.status === 0 ? undefined : `there is no loop device: ${free.stderr.trim()}`;
}

/** It ends with the test. */
export function makeDisk(megabytes = 512): Disk {
  const parent = temporaryFolder('disk');
  const [image, folder] = [join(parent, 'image'), join(parent, 'mounted')];
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, megabytes * 2 ** 20);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
  // The log is written only when somebody syncs, or once in five minutes: nothing is kept by luck.
  const mount = () => execFileSync('mount', ['-o', 'loop,commit=300', image, folder]);
  const unmount = () => spawnSync('umount', [folder], { encoding: 'utf8' });
  mount();
  onTestFinished(() => {
    if (unmount().status !== 0) execFileSync('umount', ['--lazy', folder]); // a test that failed has files open
  });
  return {
    folder,
    cut: () => void execFileSync('perl', ['-e', shutDown, folder]),
    restore: () => {
      for (let tries = 0; ; tries++) {
        const { status, stderr } = unmount();
        if (status === 0) break;
        if (tries > 50) throw new Error(`The disk is still in use: ${stderr}`);
        spawnSync('sleep', ['0.1']);
      }
      mount();
    },
  };
}
