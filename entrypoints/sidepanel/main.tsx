/** The side panel: consent first, then sign-in, then the workbench. It only wires. */
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { CrashGuard } from '#components/crashed.tsx';
import { onDemand } from '#components/on-demand.tsx';
import { Loading } from '#components/panel/loading.tsx';
import { followLanguage } from '#lib/browser/language.ts';
import { panelPort } from '#lib/browser/messages.ts';

// Open as long as the panel is: when it closes, the worker sends what still waits.
browser.runtime.connect({ name: panelPort });

// The frame is painted before what fills it has been read from the disk, which begins at once.
const filling = import('./app.tsx');
const App = onDemand(async () => (await filling).default, <Loading />);
/** `?tab=ID` follows that tab, for a panel opened as a page of its own. */
const only = Number(new URLSearchParams(location.search).get('tab')) || undefined;

const root = document.getElementById('root');
if (root) {
  await followLanguage();
  createRoot(root).render(
    <StrictMode>
      <CrashGuard
        version={browser.runtime.getManifest().version}
        onReload={() => location.reload()}
      >
        <App only={only} />
      </CrashGuard>
    </StrictMode>,
  );
}
