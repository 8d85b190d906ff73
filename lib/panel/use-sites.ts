import { useEffect, useState } from 'react';
import { type SiteSwitch, siteSwitches, switchedOn, watchSwitches } from '#lib/browser/hosts.ts';

/** The sites with their switches; the server's own host is offered for the practice page. */
export function useSites(server: string | undefined): SiteSwitch[] {
  const [on, setOn] = useState<string[]>([]);
  useEffect(() => {
    const ended = new AbortController();
    const read = () => void switchedOn().then(setOn);
    read();
    watchSwitches(read, ended.signal);
    return () => ended.abort();
  }, []);
  return siteSwitches(on, server ? [new URL(server).hostname] : []);
}
