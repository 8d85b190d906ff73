import { ChooseSites } from '#components/choose-sites.tsx';
import { practiceAddress } from '#components/panel/practice.ts';
import { useTrying } from '#components/use-trying.ts';
import { patternsFor, switchOff, switchOn } from '#lib/browser/hosts.ts';
import { tourSetting } from '#lib/browser/settings.ts';
import { useSites } from '#lib/panel/use-sites.ts';

/** The first choice of sites, and from there to work, with the tour or without. */
export function SitesFirst({ server }: { server: string }) {
  const sites = useSites(server);
  const { problem, trying } = useTrying();
  return (
    <ChooseSites
      sites={sites}
      practiceHost={new URL(server).hostname}
      onToggle={(host, on) =>
        trying(on ? switchOn(patternsFor(host)) : switchOff(patternsFor(host)))
      }
      onAdd={(host) => trying(switchOn(patternsFor(host)))}
      onRemove={(host) => trying(switchOff(patternsFor(host)))}
      onStart={(tour) => {
        void tourSetting.setValue(tour ? 'person' : null);
        if (tour) window.open(practiceAddress(server), '_blank', 'noreferrer');
      }}
      {...(problem && { problem })}
    />
  );
}
