/** Before every unit test: an IndexedDB, which neither Node nor happy-dom has, and matchers for the DOM. */
import 'fake-indexeddb/auto';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What is waited for comes; how soon is the machine's affair.
configure({ asyncUtilTimeout: 60_000 });
// One document serves all files of a worker.
globalThis.document?.body.replaceChildren();
afterEach(cleanup);
