import { panelKeys } from './keys.ts';

/** The panel's own keys as a list. */
export function KeyList() {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
      {panelKeys().map(({ key, does }) => (
        <div key={key} className="contents">
          <dt>
            <Key>{key}</Key>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-small border border-line bg-sunk px-1.5 py-0.5 text-small">
      {children}
    </kbd>
  );
}
