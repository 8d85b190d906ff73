/** Before every unit test: an IndexedDB, which neither Node nor happy-dom has, and matchers for the DOM. */
import 'fake-indexeddb/auto';
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
