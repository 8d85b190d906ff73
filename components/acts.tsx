import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Solution } from '#lib/model/records/solution.ts';
import type { AccessOffice } from '#lib/panel/access-office.ts';
import type { Drafts } from '#lib/panel/drafts.ts';
import type { HistoryDoor } from '#lib/panel/history/history.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import type { Questions } from '#lib/panel/questions.ts';
import type { Ticks } from '#lib/panel/ticks.ts';
import type { Acts, EarlierView, JourneyAsk } from '#lib/panel/view.ts';
import type { Target } from '#lib/panel/visit.ts';

/** What every part of the panel may need besides its own view: the acts, and a few words of the workspace. */
interface Doing {
  acts: Acts;
  solutions: readonly Solution[];
  /** Who is signed in. */
  userId?: string | undefined;
  /** What can be asked of the cache; absent while there is none. */
  ask?: Questions;
  /** Export and erasure of one person; absent while nobody is signed in. */
  office?: PersonOffice;
  /** The way to who changed what; absent while nobody is signed in. */
  history?: HistoryDoor | undefined;
  chooseAccount?: (accountId: string | null) => void;
  /** Asks the server anew whom the page shows. */
  lookAgain?: () => void;
  /** Who may see an account; absent while nobody is signed in. */
  access?: AccessOffice;
  /** The page's structure with every text blanked, for telling that it was read wrongly; `null` where there is none. */
  pageReport?: () => Promise<string | null>;
  /** Shows one decision with all that is kept of it. */
  openDecision?: (opportunityId: string) => void;
  /** Opens a person, an account or a decision, wherever it stands. */
  visit?: (target: Target) => void;
  openSearch?: () => void;
  /** Who is ticked in a list; absent, each list keeps its own. */
  ticks?: Ticks;
  /** Where what is typed is kept until it is done. */
  drafts: Drafts;
  /** The form that a command asks for, until the place where it stands has opened it. */
  wanted?: string | undefined;
  onWanted?: (form: string | undefined) => void;
  /** Whether `/` and `?` alone are keys. */
  singleKeys?: boolean | undefined;
  /** What the server told of the journey asked for last, and the way to ask. */
  earlier?: EarlierView;
  askEarlier?: (ask: JourneyAsk) => void;
}

export interface Problem {
  code: string;
  message: string;
}

const Context = createContext<Doing | null>(null);

export function DoingProvider({ children, ...doing }: Doing & { children: ReactNode }) {
  return <Context value={useSame(doing)}>{children}</Context>;
}

/** What was given before, as long as nothing in it is another. */
function useSame<T extends object>(given: T): T {
  const [kept, keep] = useState(given);
  const names = new Set([...Object.keys(kept), ...Object.keys(given)]) as Set<keyof T & string>;
  if ([...names].every((name) => Object.is(kept[name], given[name]))) return kept;
  keep(given);
  return given;
}

export function useDoing(): Doing {
  const doing = useContext(Context);
  if (!doing) throw new Error('This part of the panel stands outside Panel.');
  return doing;
}

/** An act failed, and the panel says so already: what would have come after it does not, so a form stays with its text. */
export class ToldError extends Error {
  override name = 'ToldError';
}

/** For `catch`: lets go of what the user was told already. */
export function ifTold(error: unknown): void {
  if (!(error instanceof ToldError)) throw error;
}

/** Runs one act at a time; `busy` until it is in the cache, or was told to have failed: then what follows in it is left out. */
export function useAct(): [busy: boolean, run: (act: () => Promise<void>) => Promise<void>] {
  const [busy, setBusy] = useState(false);
  const pressed = useRef<Element>(null);
  // What is disabled meanwhile loses the focus, and whoever pressed it goes on from there.
  useLayoutEffect(() => {
    if (busy || !pressed.current) return;
    const button = pressed.current;
    pressed.current = null;
    if (button instanceof HTMLElement && document.activeElement === document.body) button.focus();
  }, [busy]);
  const run = useCallback(async (act: () => Promise<void>) => {
    pressed.current = document.activeElement;
    setBusy(true);
    try {
      await act();
    } catch (error) {
      ifTold(error);
    } finally {
      setBusy(false);
    }
  }, []);
  return [busy, run];
}

/** The same acts, with what goes wrong told to `report`; whoever waits for the act is thrown a ToldError. */
export function guarded<Named extends object>(
  acts: Named,
  report: (problem: Problem) => void,
): Named {
  const named = new Map<PropertyKey, unknown>();
  const guard = (name: keyof Named) => {
    const safe = async (...args: unknown[]) => {
      try {
        return await (acts[name] as (...args: unknown[]) => unknown)(...args);
      } catch (error) {
        report(asProblem(error));
        throw new ToldError('The act failed.', { cause: error });
      }
    };
    named.set(name, safe);
    return safe;
  };
  // By any name: acts that come on demand cannot be listed before they are there.
  return new Proxy(acts, {
    get: (_, name) => named.get(name) ?? guard(name as keyof Named),
  });
}

/** Any failure in the form the panel shows: its code, and the words it came with. `full` tells a full disk. */
export function asProblem(error: unknown): Problem {
  const { code, full, name } = (error ?? {}) as { code?: unknown; full?: boolean; name?: string };
  const message = error instanceof Error ? error.message : String(error);
  if (full) return { code: 'storageFull', message };
  return { code: typeof code === 'string' ? code : (name ?? ''), message };
}
