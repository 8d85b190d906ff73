import { LogIn } from 'lucide-react';
import { useCallback, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { ifTold, useDoing } from '../acts.tsx';
import type { Front } from '../finder/command.ts';
import { InFront } from '../finder/front.tsx';
import { type Key, useKeys } from '../finder/use-keys.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Unresolved } from '../unresolved/unresolved.tsx';
import { Dock } from './dock.tsx';
import { Header } from './header.tsx';
import { InView } from './in-view.tsx';
import { OldDataNotice } from './old-data.tsx';
import { Outdated } from './outdated.tsx';
import type { PanelProps } from './props.ts';
import { SignedOut } from './states.tsx';
import { Tour } from './tour.tsx';

/** The panel's frame: header and notices, what stands before the user, the dock at the foot, and the keys with what they open. */
export function Shell(
  props: PanelProps & { front: Front | undefined; onFront: (front: Front | undefined) => void },
) {
  const { sync, user, server, unresolved, oldData, search, front, onFront, tour } = props;
  const nobody = sync.is === 'signedOut' && !user;
  const { onSignIn, onOpenOptions, onRetrySync, onOpenOutbox } = props;
  const { acts, office, singleKeys = true, openDecision, visit: open, onWanted } = useDoing();
  const [told, tell] = useState<string>();
  const press = useCallback(
    (key: Key) => {
      if (key === 'undo') void acts.undo().catch(ifTold);
      else if (key === 'shortcuts' || search) onFront(key);
    },
    [acts, search, onFront],
  );
  useKeys(press, singleKeys);
  const back = props.outbox
    ? onOpenOutbox && (() => onOpenOutbox(false))
    : props.opened
      ? props.onOpenDecision && (() => props.onOpenDecision?.(null))
      : props.visit && props.onVisit && (() => props.onVisit?.(null));
  const here = () => ({
    ...props,
    ...{ acts, office, back, onFront, tell },
    moment: props.visit?.is === 'open' ? props.visit.moment : props.moment,
    ...(openDecision && { openDecision }),
    openForm: (form: string) => onWanted?.(form),
    pageReport: props.onPageReport,
  });
  return (
    <div className="mx-auto flex min-h-dvh max-w-2xl flex-col">
      <Header
        user={user}
        server={server}
        sync={sync}
        busy={props.busy ?? false}
        unresolved={unresolved}
        onSignIn={onSignIn}
        onRetrySync={onRetrySync}
        onOpenOptions={onOpenOptions}
        {...(search && { onSearch: () => onFront('search') })}
        onOpenOutbox={onOpenOutbox && (() => onOpenOutbox(true))}
      />
      {oldData && <OldDataNotice old={oldData} />}
      <Outdated sync={sync} onRetry={onRetrySync} />
      <Unresolved edits={unresolved} onDismiss={props.onDismissUnresolved} />
      {sync.is === 'signedOut' && user && (
        <Notice icon={LogIn} tone="warn" label={t('syncTitle')}>
          <div className="flex items-center gap-2">
            <p className="min-w-0 flex-1">
              {sync.waiting > 0
                ? t('sessionEndedWaiting', { count: sync.waiting })
                : t('sessionEnded')}
            </p>
            <Button onClick={onSignIn}>{t('signIn')}</Button>
          </div>
        </Notice>
      )}
      <main tabIndex={-1} className="flex-1 outline-none">
        {nobody ? <SignedOut server={server} onSignIn={onSignIn} /> : <InView {...props} />}
      </main>
      <Dock
        undoable={props.undoable}
        told={told}
        onDismissTold={() => tell(undefined)}
        problem={props.problem}
        onDismissProblem={props.onDismissProblem}
      >
        {tour && !nobody && (
          <Tour
            step={tour.step}
            server={server}
            listed={props.moment.at === 'account' || props.moment.at === 'people'}
            facts={{
              person: props.moment.at === 'person',
              decision: props.opened !== undefined,
              searching: front === 'search',
              acts: tour.acts,
              last: tour.last,
            }}
            onEnableSite={props.moment.at === 'siteOff' ? props.onEnableSite : undefined}
            onStep={tour.onStep}
          />
        )}
      </Dock>
      <InFront
        front={front}
        search={search}
        singleKeys={props.singleKeys}
        usedActs={props.usedActs}
        here={here}
        onOpen={(target) => open?.(target)}
        onClose={() => onFront(undefined)}
      />
    </div>
  );
}
