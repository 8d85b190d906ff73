/** The options page: server, account, sites. It only wires. */
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferredLocale, setLocale } from '#lib/browser/i18n.ts';
import { OptionsPage } from './page.tsx';

const root = document.getElementById('root');
if (root) {
  await setLocale(preferredLocale()).catch(() => {});
  createRoot(root).render(
    <StrictMode>
      <OptionsPage />
    </StrictMode>,
  );
}
