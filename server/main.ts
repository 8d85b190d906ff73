/** The server by itself: settings from the environment, JSON lines on stdout, an orderly end at SIGINT and SIGTERM. */
import { readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { startServer } from './serve.ts';
import { startErrorLine } from './start-error.ts';

try {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  try {
    const server = await startServer(config, log);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, async () => {
        await server.stop();
        log.info('stopped');
        process.exit(0);
      });
    }
    log.info({ origin: server.origin }, 'listening');
  } catch (error) {
    fail(startErrorLine(error, config) ?? error);
  }
} catch (error) {
  fail(error instanceof Error ? error.message : error);
}

function fail(reason: unknown): void {
  console.error(typeof reason === 'string' ? `Quorum did not start. ${reason}` : reason);
  process.exitCode = 1;
}
