/** Every migration, in order of name. A landed one is never edited: the next change is a new file and a line here. */
import type { Migration } from 'kysely/migration';
import * as ground from './0001-ground.ts';
import * as inUse from './0002-in-use.ts';
import * as signals from './0003-signals.ts';
import * as journey from './0004-journey.ts';
import * as once from './0005-once.ts';
import * as again from './0006-again.ts';
import * as search from './0007-search.ts';
import * as history from './0008-history.ts';
import * as salt from './0009-salt.ts';
import * as whoMaySee from './0010-who-may-see.ts';
import * as below from './0011-below.ts';

export const migrations: Record<string, Migration> = {
  '0001-ground': ground,
  '0002-in-use': inUse,
  '0003-signals': signals,
  '0004-journey': journey,
  '0005-once': once,
  '0006-again': again,
  '0007-search': search,
  '0008-history': history,
  '0009-salt': salt,
  '0010-who-may-see': whoMaySee,
  '0011-below': below,
};
