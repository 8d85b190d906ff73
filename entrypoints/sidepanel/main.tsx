/** The side panel: consent first, then sign-in, then the workbench. It only wires. */
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { CrashGuard } from '#components/crashed.tsx';
import { onDemand } from '#components/on-demand.tsx';
import { Loading } from '#components/panel/loading.tsx';
import { closeOnClick } from '#lib/browser/icon-click.ts';
import { followLanguage } from '#lib/browser/language.ts';
import { reloadChecked } from '#lib/sync/reload.ts';
import { begin } from './begun.ts';

/** `?tab=ID` follows that tab, for a panel opened as a page of its own. */
const only = Number(new URLSearchParams(location.search).get('tab')) || undefined;

// Asked for before anything is drawn, and all at once: the disk answers while code is being run.
const begun = begin(only);
const filling = import('./app.tsx').then(({ appFrom }) => appFrom(begun));
/** Whoever waits longer, in ms, sees the frame first; drawn for less, it would only be in the way of what fills it. */
const patience = 150;
if (only === undefined)
  closeOnClick(() => begun.page.now()?.tab ?? null, new AbortController().signal);

const root = document.getElementById('root');
if (root) {
  await followLanguage();
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const soon = await Promise.race([filling, late]).catch(() => undefined);
  const App = soon ?? onDemand(() => filling, <Loading />);
  createRoot(root).render(
    <StrictMode>
      <CrashGuard version={browser.runtime.getManifest().version} onReload={() => reloadChecked()}>
        <App />
      </CrashGuard>
    </StrictMode>,
  );
}
