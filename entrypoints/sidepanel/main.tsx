/** The side panel: consent first, then sign-in, then the workbench. It only wires. */
import './style.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { followLanguage } from '#lib/browser/language.ts';
import { panelPort } from '#lib/browser/messages.ts';
import { App } from './app.tsx';

// Open as long as the panel is: when it closes, the worker sends what still waits.
browser.runtime.connect({ name: panelPort });

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, networkMode: 'always' } },
});
/** `?tab=ID` follows that tab, for a panel opened as a page of its own. */
const only = Number(new URLSearchParams(location.search).get('tab')) || undefined;

const root = document.getElementById('root');
if (root) {
  await followLanguage();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App only={only} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
