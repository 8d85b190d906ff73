import type { Locale } from '#lib/browser/i18n.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Acts, DecisionDetail, Moment, SyncView } from '#lib/panel/view.ts';

/** Which of the dialogs the keys open stands in front. */
export type Front = 'search' | 'palette' | 'shortcuts';

/** One act by its name, for the palette. */
export interface Command {
  id: string;
  label: string;
  /** What it is about, where the label alone does not say it. */
  about?: string;
  run: () => unknown;
}

/** What stands before the user, and what can be done about it. */
export interface Here {
  acts: Acts;
  solutions: readonly Solution[];
  moment: Moment;
  sync: SyncView;
  /** The decision that stands before it. */
  opened?: DecisionDetail;
  undoable?: { label: string };
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
