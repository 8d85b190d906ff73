/** `npm run -s admin -- …`: what an admin does at the server itself, while it runs or while it is stopped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AdminAnswer, AdminCommand, runAdmin } from '#server/admin/commands.ts';
import { askServer } from '#server/admin/socket.ts';
import { type Config, ConfigError, readConfig } from '#server/config.ts';
import { openDatabase } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { startErrorLine } from '#server/start-error.ts';

const usage = `npm run -s admin -- key --workspace demo --scope signals,read [--name automation]
    prints a new API key; signals of one name are told apart by their ids; a key sees restricted accounts too
npm run -s admin -- keys --workspace demo
    lists its keys
npm run -s admin -- revoke --workspace demo --key qk_…
    ends one, by the beginning that the list shows
npm run -s admin -- restored --workspace demo
    once after a backup was put back, before anybody works: copies in browsers are filled anew
npm run -s admin -- restrict --workspace demo --account acme.example [--user ana@northwind.example]
    from now on only admins and those users see the account; more of them: grant, fewer: ungrant, with --user
npm run -s admin -- open --workspace demo --account acme.example
    everybody of the workspace sees it again; access tells who does`;

await main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const command = readCommand();
  if (!command) return fail(usage);
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    const said = (await askServer(config.folder, command)) ?? (await open(config, command));
    if ('error' in said) return fail(said.error);
    for (const line of said.lines) console.log(line);
  } catch (error) {
    if (error instanceof ConfigError) return fail(error.message);
    const line = config && startErrorLine(error, config);
    if (!line) throw error;
    fail(line);
  }
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

function readCommand(): AdminCommand | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        workspace: { type: 'string', default: 'demo' },
        scope: { type: 'string', default: 'signals,read' },
        name: { type: 'string', default: 'default' },
        key: { type: 'string', default: '' },
        account: { type: 'string', default: '' },
        user: { type: 'string', multiple: true, default: [] },
      },
    });
    const [what, ...more] = positionals;
    if (more.length > 0) return undefined;
    const { workspace, scope, name, key, account, user: users } = values;
    const scopes = scope.split(',').map((one) => one.trim());
    const id = key.slice(0, 11);
    return AdminCommand.safeParse({ do: what, workspace, scopes, name, id, account, users }).data;
  } catch {
    return undefined;
  }
}

/** No server runs: the database is opened here for this one command. */
async function open(config: Config, command: AdminCommand): Promise<AdminAnswer> {
  if (!config.databaseUrl && !existsSync(join(config.folder, 'pg')))
    return { error: `There is no data in ${config.folder} yet. Start Quorum first: npm start` };
  const { db, close } = await openDatabase(config);
  try {
    await migrate(db);
    return await runAdmin(db, command);
  } finally {
    await close();
  }
}
