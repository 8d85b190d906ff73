/** The options page: server, account, sites. It only wires. */
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followLanguage } from '#lib/browser/language.ts';
import { OptionsPage } from './page.tsx';

const root = document.getElementById('root');
if (root) {
  await followLanguage();
  createRoot(root).render(
    <StrictMode>
      <OptionsPage />
    </StrictMode>,
  );
}
