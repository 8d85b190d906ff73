/** Checks the house's floors with dependency-cruiser, and that it really read the code: an empty read must not pass. */
import { spawnSync } from 'node:child_process';

const rooms = ['lib', 'components', 'entrypoints', 'server', 'scripts'];
const run = spawnSync('node_modules/.bin/depcruise', ['--output-type', 'json', ...rooms], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (!run.stdout) {
  console.error(run.stderr);
  process.exit(1);
}
const { summary } = JSON.parse(run.stdout) as {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
};
for (const { rule, from, to } of summary.violations)
  console.error(`${rule.name}: ${from} -> ${to}`);
if (summary.totalCruised < 20) {
  console.error(`Only ${summary.totalCruised} modules were read: the check itself is broken.`);
  process.exit(1);
}
console.log(`floors: ${summary.totalCruised} modules, ${summary.violations.length} violations`);
process.exit(summary.violations.length === 0 ? 0 : 1);
