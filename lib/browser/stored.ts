/** One stored thing with its type: read, written and watched by the key it has, as `area:name`. */
import { type StorageItemKey, storage } from 'wxt/utils/storage';

export interface Stored<T> {
  getValue: () => Promise<T>;
  setValue: (value: T) => Promise<void>;
  removeValue: () => Promise<void>;
  /** Calls back after each change; returns the way to stop. */
  watch: (changed: (value: T) => void) => () => void;
}

/** Not WXT's `defineItem`, which reads each of them once as it is defined: fifteen reads ahead of the first that is needed. */
export function stored<T>(key: StorageItemKey): Stored<T | null>;
export function stored<T>(key: StorageItemKey, fallback: T): Stored<T>;
export function stored<T>(key: StorageItemKey, fallback: T | null = null): Stored<T | null> {
  return {
    getValue: async () => (await storage.getItem<T>(key)) ?? fallback,
    setValue: (value) => storage.setItem<T>(key, value),
    removeValue: () => storage.removeItem(key),
    watch: (changed) => storage.watch<T>(key, (value) => changed(value ?? fallback)),
  };
}
