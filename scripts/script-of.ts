/** A module with all that it imports as one script, for pages that can load no modules. */
import { build } from 'vite';

/** What the module exports is found under `global` once the script has run. */
export async function scriptOf(entry: string, global: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: global } },
  });
  const [chunk] = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`Vite made no script of ${entry}.`);
  return chunk.code;
}
