/** Which modules of the built pages come in one file. Each file more costs the opening of the panel a request. */
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

const entry = (path: string) => fileURLToPath(new URL(`../entrypoints/${path}`, import.meta.url));
/** In this order: a module that both need comes with the first. */
const chunks = [
  { name: 'frame', entry: entry('sidepanel/main.tsx') },
  { name: 'panel', entry: entry('sidepanel/app.tsx') },
] as const;

/** What the builder puts before every page's script. */
const isOfEveryPage = (id: string) => /virtual:wxt-(html-)?plugins/.test(id);

type Name = NonNullable<Rolldown.CodeSplittingNameFunction>;
type Context = Parameters<Name>[1];

/** What the panel's frame needs in one file, what its content needs besides in another; the rest as it is asked for. */
export function panelChunks(): Rolldown.CodeSplittingOptions {
  const reached = new Map<string, Set<string>>();
  const name: Name = (id, context) =>
    chunks.find((chunk) => {
      const all = reached.get(chunk.name) ?? reachedFrom(chunk.entry, context);
      reached.set(chunk.name, all);
      // What the entries do when they are run is done by their own pages alone.
      return id !== chunk.entry && (all.has(id) || (chunk === chunks[0] && isOfEveryPage(id)));
    })?.name ?? null;
  return { includeDependenciesRecursively: false, groups: [{ name, debugName: 'panel' }] };
}

function reachedFrom(id: string, context: Context, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const next of context.getModuleInfo(id)?.importedIds ?? [])
    reachedFrom(next, context, found);
  return found;
}

/** The panel's page asks for its content at once; its first script would only ask once it has run itself. */
export const panelPreload = (): Plugin => ({
  name: 'quorum:panel-preload',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { filename, bundle }) =>
      filename.endsWith('/sidepanel/index.html')
        ? Object.values(bundle ?? {})
            .filter(({ name }) => name === 'app' || name === 'panel')
            .map(({ fileName }) => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
            }))
        : [],
  },
});
