/**
 * The simulator: real clients against the real server through a bad network, with crashes, copied profiles and
 * restored backups, from a seed. `--break` plants a known fault, which must then be found.
 */
import { parseArgs } from 'node:util';
import { type OpenDatabase, openDatabase } from '../server/db/database.ts';
import { migratedDump } from './migrated.ts';
import { startPostgres } from './postgres.ts';
import { faults } from './sim/faults.ts';
import { openGround } from './sim/ground.ts';
import { type Found, isFault, simulate } from './sim/simulate.ts';

const usage = `Usage: sim --runs N --seed S [--clients C] [--steps K] [--break ${Object.keys(faults).join('|')}] [--database pglite|postgres]
For postgres, DATABASE_URL names a database; without it a private one is started.`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '3' },
    steps: { type: 'string', default: '40' },
    break: { type: 'string' },
    database: { type: 'string', default: 'pglite' },
  },
});
const count = (name: 'runs' | 'seed' | 'clients' | 'steps', least: number): number => {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < least) refuse(`--${name} is a whole number.`);
  return value;
};
const fault = values.break;
if (fault !== undefined && !isFault(fault)) refuse(`There is no fault “${fault}”.`);
if (!['pglite', 'postgres'].includes(values.database)) refuse(`No database “${values.database}”.`);

function refuse(why: string): never {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}

const options = {
  runs: count('runs', 1),
  seed: count('seed', 0),
  clients: count('clients', 1),
  steps: count('steps', 1),
};
const { opened, stop } = await database();
const ground = await openGround(opened);
const started = performance.now();
const { runs, mutations, violations } = await simulate({
  ...options,
  ground,
  fault,
  onViolation: tell,
});
await ground.close();
stop();
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
if (fault !== undefined) console.log(violations > 0 ? `found ${fault}` : `missed ${fault}`);
console.log(`runs ${runs}, mutations ${mutations}, violations ${violations}`);
process.exitCode = violations > 0 === (fault !== undefined) ? 0 : 1;

async function database(): Promise<{ opened: OpenDatabase; stop: () => void }> {
  const nothing = () => {};
  if (values.database === 'pglite')
    return { opened: await openDatabase({ dump: await migratedDump() }), stop: nothing };
  const databaseUrl = process.env.DATABASE_URL;
  if (databaseUrl) return { opened: await openDatabase({ databaseUrl }), stop: nothing };
  const postgres = await startPostgres();
  if (!postgres) refuse('PostgreSQL is not installed here.');
  return { opened: await postgres.fresh(), stop: postgres.stop };
}

function tell({ seed, ran, steps, shortened }: Found): void {
  console.log(`seed ${seed}: ${ran.violation?.message} (step ${ran.at})`);
  if (!steps) return;
  const { stack } = (ran.violation?.cause ?? {}) as { stack?: string };
  if (stack && fault === undefined) console.log(stack);
  console.log(`the shortest history found, ${steps.length} steps:`);
  for (const step of steps) console.log(`  ${JSON.stringify(step)}`);
  if (shortened) console.log(`  then ${shortened.violation?.message}`);
}
