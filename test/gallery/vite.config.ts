import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/** `vite test/gallery`: the components alone, without the browser's extension API. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-gallery', import.meta.url)),
  plugins: [tailwindcss()],
  oxc: { jsx: { runtime: 'automatic' } },
  // In one file, so that no state waits for what is loaded on demand.
  build: { rolldownOptions: { output: { codeSplitting: false } } },
  // Named beforehand, or the first page would be loaded twice.
  optimizeDeps: {
    entries: ['main.tsx'],
    include: [
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'radix-ui',
      'lucide-react',
      'zod',
    ],
  },
  server: {
    host: '127.0.0.1',
    port: 5199,
    fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] },
  },
});
