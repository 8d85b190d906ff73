import { useState } from 'react';
import { focusOnce } from './focus.ts';

/** Something a button opens in its own place. `back` is the button's `ref`: closed, the focus returns to it. */
export function useFold() {
  const [is, set] = useState<'untouched' | 'open' | 'closed'>('untouched');
  return {
    open: is === 'open',
    show: () => set('open'),
    hide: () => set('closed'),
    back: is === 'closed' ? focusOnce : undefined,
  };
}
