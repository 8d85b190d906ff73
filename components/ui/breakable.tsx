import { Fragment } from 'react';

/**
 * An address or a name that may be longer than a line: it breaks between its words, after an `@` and before a dot,
 * and within a word only where that alone is too long.
 */
export function Breakable({ children }: { children: string }) {
  const parts = children.split(/(?<=@)|(?=[._])/u);
  return (
    <bdi className="wrap-anywhere">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
