import type { Here } from './command.ts';
import { commandsFor } from './commands.ts';
import { Finder, type FinderProps } from './finder.tsx';

/** The search with every act that what stands before the user allows. */
export function Palette({ here, ...finder }: Omit<FinderProps, 'commands'> & { here: () => Here }) {
  return <Finder commands={commandsFor(here())} {...finder} />;
}
