import { useEffect } from 'react';

export type Key = 'search' | 'palette' | 'shortcuts' | 'undo';

/** The panel's own keys. Single signs are left to whoever types, or switched them off; a menu or dialog in front keeps its keys. */
export function useKeys(on: (key: Key) => void, single: boolean): void {
  useEffect(() => {
    const live = new AbortController();
    const press = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (!key || (!single && isSingle(key)) || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      on(key);
    };
    document.addEventListener('keydown', press, { signal: live.signal });
    return () => live.abort();
  }, [on, single]);
}

const isSingle = (key: Key) => key === 'search' || key === 'shortcuts';

const typing = 'input, textarea, select, [contenteditable="true"]';
const inFront = '[role="dialog"], [role="alertdialog"], [role="menu"]';

function keyOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  target,
}: KeyboardEvent): Key | undefined {
  if (document.querySelector(inFront)) return;
  const typed = target instanceof Element && target.matches(typing);
  if ((ctrlKey || metaKey) && !altKey && !shiftKey) {
    if (key.toLowerCase() === 'k') return 'palette';
    return key.toLowerCase() === 'z' && !typed ? 'undo' : undefined;
  }
  if (typed || ctrlKey || metaKey || altKey) return;
  return key === '/' ? 'search' : key === '?' ? 'shortcuts' : undefined;
}
