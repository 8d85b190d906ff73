import { createServer } from 'node:net';

/** Throws the listening error (`EADDRINUSE`, `EACCES`, …) at once, before any longer work begins. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
