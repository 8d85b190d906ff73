import type { Locale } from '#lib/browser/i18n.ts';
import type { TourStep } from '#lib/browser/settings.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { AccessOffice } from '#lib/panel/access-office.ts';
import type { Drafts } from '#lib/panel/drafts.ts';
import type { HistoryDoor } from '#lib/panel/history/history.ts';
import type { HomeView } from '#lib/panel/home.ts';
import type { OwnEdit } from '#lib/panel/outbox.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import type { Questions } from '#lib/panel/questions.ts';
import type { SyncView, UnresolvedView } from '#lib/panel/sync-view.ts';
import type { Ticks } from '#lib/panel/ticks.ts';
import type { Undoable } from '#lib/panel/undo.ts';
import type { Visit } from '#lib/panel/use-visit.ts';
import type { Acts, DecisionDetail, EarlierView, JourneyAsk, Moment } from '#lib/panel/view.ts';
import type { Target } from '#lib/panel/visit.ts';
import type { Problem } from '../acts.tsx';
import type { SearchDoor, UsedActs } from '../finder/front.tsx';
import type { OldData } from './old-data.tsx';

/** What the panel is shown with: plain data, and what becomes of what is pressed. */
export interface PanelProps {
  moment: Moment;
  sync: SyncView;
  /** Absent while nobody is signed in and nothing is cached; an expired session keeps it. */
  user?: { id?: string; name: string; team: Team };
  /** Who may see an account. */
  access?: AccessOffice;
  /** Asks the server anew whom the page shows. */
  onLookAgain?: () => void;
  /** The address of the user's server, shown in the story of sync; `/practice` on it is offered where nobody is seen. */
  server?: string;
  /** What can be put in motion. */
  solutions: readonly Solution[];
  acts: Acts;
  ask?: Questions;
  /** The way to who changed what. */
  history?: HistoryDoor;
  /** Export and erasure of one person. */
  office?: PersonOffice;
  /** The decision that was opened; absent, the panel shows the moment. */
  opened?: DecisionDetail;
  /** A person or an account opened by hand, before what the page shows. */
  visit?: Visit;
  /** Opens a person, an account or a decision; `null` leads back to the page's. */
  onVisit?: (target: Target | null) => void;
  /** Absent, nothing can be searched. */
  search?: SearchDoor;
  /** What was used last in the palette. */
  usedActs?: UsedActs;
  /** Opened and attached last, and the user's own decisions with what they lack: for where the page shows nobody. */
  home?: HomeView;
  /** Absent until they are read. */
  drafts?: Drafts | undefined;
  /** Who is ticked in a list, for as long as the panel is open. */
  ticks?: Ticks;
  undoable?: { label: string };
  /** The tour, while it is under way: its step, and what it watches besides what the panel shows. */
  tour?: {
    step: TourStep;
    acts: number;
    last: Undoable | undefined;
    onStep: (step: TourStep | null) => void;
  };
  problem?: Problem;
  /** Long work is under way, of which the panel says no more than that. */
  busy?: boolean;
  unresolved: readonly UnresolvedView[];
  /** Data on this computer that was damaged, until the user has decided about it. */
  oldData?: OldData;
  /** Called inside the click, so that it may ask for the permission. */
  onEnableSite: (host: string) => void;
  /** Reads the page in front once, its site staying off. */
  onReadPage: () => void;
  onSignIn: () => void;
  onOpenOptions: () => void;
  onRetrySync: () => void;
  onDismissUnresolved: (nonce: string) => void;
  onDismissProblem?: () => void;
  /** The user's own edits, while they are looked at. */
  outbox?: readonly OwnEdit[];
  onOpenOutbox?: (open: boolean) => void;
  /** Opens a decision, or with `null` leads back to the moment. */
  onOpenDecision?: (opportunityId: string | null) => void;
  /** What the server told beyond the cache of the journey asked for last; asking needs `onAskEarlier`. */
  earlier?: EarlierView;
  onAskEarlier?: (ask: JourneyAsk) => void;
  /** Which account the page means, where that is a question; `null` is none of those on offer. */
  onChooseAccount?: (accountId: string | null) => void;
  /** Whether `/` and `?` alone are keys, and the way to choose; absent, they are. */
  singleKeys?: { on: boolean; onChange: (on: boolean) => void };
  onLanguage?: (language: Locale) => void;
  /** The page's structure with every text blanked; `null` where the page gives none. */
  onPageReport?: () => Promise<string | null>;
}
