import type { Locale } from '#lib/browser/i18n.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { OwnEdit } from '#lib/panel/outbox.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import type { SyncView, UnresolvedView } from '#lib/panel/sync-view.ts';
import type { Ticks } from '#lib/panel/ticks.ts';
import type { Acts, DecisionDetail, Moment } from '#lib/panel/view.ts';

/** Which of the dialogs the keys open stands in front. */
export type Front = 'search' | 'palette' | 'shortcuts';

/** One act by its name, for the palette. */
export interface Command {
  id: string;
  label: string;
  /** What it is about, where the label alone does not say it. */
  about?: string;
  /** What it does to coverage; empty where that is nothing. */
  effect?: string;
  /** Whether it changes anything at once; otherwise it shows something, or opens the form that does. */
  changes: boolean;
  run: () => unknown;
}

type Said = Omit<Command, 'changes'>;
/** Opens a form or a place: what happens there, its user still says. */
export const shows = (command: Said): Command => ({ ...command, changes: false });
/** Is done as soon as it is chosen. Such commands stand behind the others, so that none is what Enter does by itself. */
export const does = (command: Said): Command => ({ ...command, changes: true });

/** What stands before the user, and what can be done about it. */
export interface Here {
  acts: Acts;
  solutions: readonly Solution[];
  moment: Moment;
  sync: SyncView;
  /** The decision that stands before it. */
  opened?: DecisionDetail;
  undoable?: { label: string };
  /** Export and erasure of one person. */
  office?: PersonOffice | undefined;
  /** Who is ticked in a list. */
  ticks?: Ticks | undefined;
  /** Who is signed in. */
  user?: { id?: string } | undefined;
  /** Edits that the server did not take. */
  unresolved?: readonly UnresolvedView[];
  onDismissUnresolved?: (nonce: string) => void;
  /** The user's own edits, while they are looked at. */
  outbox?: readonly OwnEdit[] | undefined;
  /** Absent where nothing is opened before the page. */
  back?: (() => void) | undefined;
  openDecision?: (opportunityId: string) => void;
  /** Opens the form of this key where it stands. */
  openForm: (form: string) => void;
  pageReport?: (() => Promise<string | null>) | undefined;
  onFront: (front: Front) => void;
  /** Says what came of a command that shows nothing itself. */
  tell: (words: string) => void;
  onEnableSite: (host: string) => void;
  onReadPage: () => void;
  onOpenOutbox?: ((open: boolean) => void) | undefined;
  onLanguage?: ((language: Locale) => void) | undefined;
  onOpenOptions: () => void;
  onRetrySync: () => void;
  onSignIn: () => void;
}

/** An entry of the registry of commands. */
export type Entry = (here: Here) => Command[];
