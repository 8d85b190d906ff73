import type { Api } from '#lib/api/api.ts';
import { transferTeams } from '#lib/contract/transfer.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { useImport } from '#lib/panel/use-import.ts';
import { saveFile } from '../save-file.ts';
import { Transfer } from './transfer.tsx';

/** Lists in and out over the user's own server; nothing for teams that may not. */
export function TransferBench({
  api,
  team,
  onImported,
}: {
  api: Pick<Api, 'importRows' | 'exportRows'>;
  team: Team;
  onImported: () => void;
}) {
  const [state, acts] = useImport(api, onImported);
  if (!(transferTeams as readonly Team[]).includes(team)) return null;
  return (
    <Transfer
      state={state}
      acts={acts}
      onExport={async (kind, format) => {
        const excel = format === 'excel';
        const file = await api.exportRows(kind, {
          format: excel ? 'csv' : format,
          bom: excel ? '1' : '0',
        });
        const name = `${kind}-${new Date().toISOString().slice(0, 10)}.${excel ? 'csv' : format}`;
        saveFile(name, file);
        return name;
      }}
    />
  );
}
