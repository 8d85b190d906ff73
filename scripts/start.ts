/** `npm start`: the extension built, the server running with the demo workspace, and a browser to try it in. */
import type { ChildProcess } from 'node:child_process';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { demoPassword, demoUsers } from '#server/auth/demo.ts';
import { type Config, readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { type RunningServer, startServer } from '#server/serve.ts';
import { startErrorLine } from '#server/start-error.ts';
import { BuildError, buildExtension, extensionFolder } from './build.ts';
import { assertPortFree } from './port.ts';
import { browserWanted, closeBrowser, hasDisplay, showBrowser } from './show.ts';

await main().catch((error: unknown) => {
  console.error(error instanceof BuildError ? `${error.output}\n${error.message}` : error);
  process.exit(1);
});

async function main(): Promise<void> {
  const wanted = readArguments();
  const config = settings();
  try {
    await assertPortFree(config.port, config.host);
    buildExtension({ onBuild: () => console.log('Building the extension.') });
    const server = await startServer(config, createLogger(config.logLevel));
    const profile = join(config.folder, 'browser');
    const browser =
      wanted && hasDisplay(process.env)
        ? showBrowser(`${server.origin}/practice`, profile)
        : undefined;
    stopOnSignal(server, browser);
    console.log(greeting(server, config, browser !== undefined));
  } catch (error) {
    const line = startErrorLine(error, config);
    if (!line) throw error;
    exit(line);
  }
}

function readArguments(): boolean {
  try {
    const { values } = parseArgs({ options: { 'no-browser': { type: 'boolean' } } });
    return browserWanted(values, process.env);
  } catch (error) {
    return exit(`${(error as Error).message.split('. ')[0]}. There is only --no-browser.`);
  }
}

function settings(): Config {
  try {
    return readConfig({ QUORUM_DEMO: '1', LOG_LEVEL: 'warn', ...process.env });
  } catch (error) {
    return exit((error as Error).message);
  }
}

function exit(line: string): never {
  console.error(`Quorum did not start. ${line}`);
  process.exit(1);
}

function greeting({ origin, seeded }: RunningServer, { folder }: Config, browserOpen: boolean) {
  const width = Math.max(...demoUsers.map(({ email }) => email.length));
  const users = demoUsers.map(
    ({ email, name, team }) => `  ${email.padEnd(width)}  ${name}, ${team.replace('_', ' ')}`,
  );
  const data = relative('.', folder) || folder;
  const load = browserOpen
    ? 'A browser with the extension is open, the practice page in front.'
    : `Load the extension: chrome://extensions, "Developer mode", "Load unpacked", ${extensionFolder}. Then open ${origin}/practice`;
  return `
Quorum runs at ${origin}  (${seeded ? 'demo workspace made' : 'data found'} in ${data})

Demo users, all with the password ${demoPassword}
${users.join('\n')}

What next
  1. ${load}
  2. Click the Quorum icon (behind the puzzle piece in the toolbar) or press Ctrl+Shift+Y (Command+Shift+Y on a Mac): the side panel opens. Its server is ${origin}; sign in as Ana.
  3. Switch the page on, open a person of the team and attach them to one of ACME's decisions.

Ctrl-C ends it.
`;
}

/** Ctrl-C reaches the browser too; a second one does not wait. */
function stopOnSignal(server: RunningServer, browser: ChildProcess | undefined): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (stopping) process.exit(130);
      stopping = true;
      await Promise.all([browser && closeBrowser(browser), server.stop()]);
      process.exit(0);
    });
  }
}
