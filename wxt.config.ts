import tailwindcss from '@tailwindcss/vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { panelChunks, panelPreload } from './scripts/chunks.ts';

/** Public half of a key made once: it fixes the extension's id, and so its sign-in redirect, wherever the folder stands. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAliNaIkPdO/9THPC+MqPo8LCi525qD8P1kxST/u9uEUV5KCsPIG4XBVnRyh6ARjMScyGWROTrypkpy6I9je7Ky1xi5kDpq4OdIZvwkjdwsH9Ju+yq0yE9TQNUNrEiaX8qFirJbNF0egN3TVbSrMqMfYlqkOw4oEo8d7dYsh0boewtrzPhmsYnKI6j6HNywsMyWN26TSbsZ/mmDxpjmXkvcnG7kPbLUAaTQJBhZdXF2txEelTsHtBCfKPQSNbJf9570bllM+NjQCDwvHzdZw4DNAWTxZq9WjTaCP/uj9xhJGJHKIGD5WH40tbFSmHzUZslfUUyypwzhxKf4ccwMGWHsQIDAQAB';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  vite: () => ({
    plugins: [tailwindcss(), panelPreload()],
    // Constants taken into every place that reads them had the list of public suffixes in the bundle twice, 65 KB (gzip).
    build: {
      rolldownOptions: { optimization: { inlineConst: false } },
      modulePreload: { polyfill: false }, // the oldest browser we run in knows how
    },
  }),
  hooks: {
    'vite:build:extendConfig': (entries, config) => {
      if (!entries.some(({ name }) => name === 'sidepanel')) return;
      config.build = mergeConfig(config.build ?? {}, {
        rolldownOptions: { output: { codeSplitting: panelChunks() } },
      });
    },
  },
  manifest: {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    key,
    minimum_chrome_version: '120',
    permissions: [
      'sidePanel', // the panel itself
      'storage', // settings, sign-in, what the active tab shows
      'scripting', // the content script, registered only for sites switched on
      'activeTab', // read one other page on the user's click
      'alarms', // send waiting edits when no panel is open
      'identity', // the sign-in window
      'unlimitedStorage', // without it the browser may evict edits not yet sent
    ],
    // Asked for one host at a time, when the user switches a site on; nothing is granted at installation.
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Y', mac: 'Command+Shift+Y' } },
    },
  },
});
