/** What the first script and the readers share: one object in the extension's isolated world of a page. */
import type { Reading } from './detect.ts';
import type { Pack } from './look.ts';
import type { Group } from './site.ts';

/** A reader script, once it is there. */
export interface Reader {
  read(document: Document, url: URL, asked: boolean, newer?: Pack): Reading;
  /** The page's structure with every text blanked, for a report of what could not be read. */
  report(document: Document): string;
}

export interface World {
  /** Set by the first script: a second injection finds it and does nothing. */
  listening: boolean;
  readers: Partial<Record<Group, Reader>>;
  /** Readers the background has answered for: it said whether there is a newer pack. */
  answered: Set<Group>;
  /** A newer pack from the workspace's server, if the background had one. */
  pack?: Pack | undefined;
  /** Called whenever a reader has come. */
  arrived: Set<() => void>;
}

declare global {
  var quorumWorld: World | undefined;
}

/** This page's world, made by whichever script comes first. */
export function world(scope: { quorumWorld?: World | undefined } = globalThis): World {
  scope.quorumWorld ??= { listening: false, readers: {}, answered: new Set(), arrived: new Set() };
  return scope.quorumWorld;
}

/** A reader script's whole work: to be there, once. */
export function offer(group: Group, reader: Reader, here = world()): void {
  if (here.readers[group]) return;
  here.readers[group] = reader;
  for (const tell of here.arrived) tell();
}
