import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';

export function Switch(props: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className="relative h-6 w-10 shrink-0 rounded-full border border-edge bg-sunk forced-color-adjust-none transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      {...props}
    >
      <Radix.Thumb className="block size-4 translate-x-1 rounded-full rtl:-translate-x-1 bg-edge transition-transform data-[state=checked]:translate-x-4.5 rtl:data-[state=checked]:-translate-x-4.5 data-[state=checked]:bg-accent-ink" />
    </Radix.Root>
  );
}
