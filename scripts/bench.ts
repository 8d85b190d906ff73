/** Measures, each time against the bare thing in the same run, so that the ratio says something on any machine. */
import { parseArgs } from 'node:util';
import type { Bench } from './bench/measure.ts';
import { table } from './bench/table.ts';

/** By the name that a person gives; loaded when it is asked for. */
const benches: Record<string, () => Promise<Bench>> = {
  panel: async () => (await import('./bench/panel.ts')).panel,
  sync: async () => (await import('./bench/sync.ts')).sync,
};

const usage = `Usage: bench -- ${Object.keys(benches).join('|')} [--rounds N]`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const [name = ''] = positionals;
const rounds = Number(values.rounds);
const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!load || positionals.length > 1 || !Number.isSafeInteger(rounds) || rounds < 1) {
  console.error(usage);
  process.exit(2);
}
const { measured, notes } = await (await load())(rounds);
console.log(table(measured, rounds));
for (const note of notes) console.log(note);
