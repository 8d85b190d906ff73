/** The options page: server, account, sites. It only wires. */
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { CrashGuard } from '#components/crashed.tsx';
import { followLanguage } from '#lib/browser/language.ts';
import { reloadChecked } from '#lib/sync/reload.ts';
import { OptionsPage } from './page.tsx';

const root = document.getElementById('root');
if (root) {
  await followLanguage();
  createRoot(root).render(
    <StrictMode>
      <CrashGuard version={browser.runtime.getManifest().version} onReload={() => reloadChecked()}>
        <OptionsPage />
      </CrashGuard>
    </StrictMode>,
  );
}
