import { type FormEvent, useId, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { bareName } from '#lib/model/catalogue.ts';
import type { Asset } from '#lib/model/records/asset.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { AdminActs } from '#lib/panel/use-admin-acts.ts';
import { useAct } from '../acts.tsx';
import { listed } from '../format.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { type Choice, ChoicesField, controlLook, DraftEnd } from './controls.tsx';
import { useDraft } from './draft.ts';
import { AddLine, Listing, Row } from './list.tsx';

/** Fewer entries than this are looked over faster than searched. */
const searchable = 9;
const portion = 50;

interface CatalogueProps {
  assets: readonly Asset[];
  solutions: readonly Solution[];
  /** Absent, it is only read. */
  acts: AdminActs | undefined;
}

/** Which asset or event speaks of which solutions. */
export function Catalogue({ assets, solutions, acts }: CatalogueProps) {
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState(portion);
  const heading = useRef<HTMLHeadingElement>(null);
  const words = bareName(sought).split(' ');
  const nameOf = new Map(solutions.map(({ id, name }) => [id, name]));
  const speaksOf = ({ solutionIds }: Asset) => solutionIds.map((id) => nameOf.get(id) ?? id);
  const found = assets.filter((asset) => {
    const text = bareName([asset.name, ...asset.keys, ...speaksOf(asset)].join(' '));
    return words.every((word) => text.includes(word));
  });
  return (
    <Listing
      title={t('catalogue')}
      count={assets.length}
      hint={assets.length === 0 ? t('catalogueEmpty') : t('catalogueHint')}
      heading={heading}
    >
      {(assets.length >= searchable || sought !== '') && (
        <input
          type="search"
          aria-label={t('searchCatalogue')}
          placeholder={t('searchCatalogue')}
          value={sought}
          onChange={({ target }) => {
            setSought(target.value);
            setShown(portion);
          }}
          className={`${controlLook} mb-2 placeholder:text-muted`}
        />
      )}
      <p role="status" className="text-muted">
        {sought !== '' && t('catalogueFound', { count: found.length })}
      </p>
      <ul>
        {found.slice(0, shown).map((asset) => (
          <Row
            key={asset.id}
            name={asset.name}
            about={asset.solutionIds.length > 0 ? listed(speaksOf(asset)) : t('speaksOfNone')}
          >
            {acts && (
              <AssetForm
                asset={asset}
                solutions={solutions}
                acts={acts}
                onGone={() => heading.current?.focus()}
              />
            )}
          </Row>
        ))}
      </ul>
      {found.length > shown && (
        <Button look="link" onClick={() => setShown(shown + portion)}>
          {t('showMore', { count: Math.min(portion, found.length - shown) })}
        </Button>
      )}
      {acts && <AddAsset solutions={solutions} acts={acts} />}
    </Listing>
  );
}

/** Solutions to choose from; a hidden one only where it was chosen before. */
const offered = (solutions: readonly Solution[], chosen: readonly string[]): Choice[] =>
  solutions.flatMap(({ id, name, hidden }) =>
    hidden && !chosen.includes(id) ? [] : [{ value: id, name }],
  );

function AssetForm({
  asset,
  solutions,
  acts,
  onGone,
}: {
  asset: Asset;
  solutions: readonly Solution[];
  acts: AdminActs;
  onGone: () => void;
}) {
  const { name, keys, solutionIds } = asset;
  const { draft, dirty, behind, change, discard } = useDraft({
    name,
    keys: keys.join('\n'),
    solutionIds,
  });
  const [tried, setTried] = useState(false);
  const [busy, run] = useAct();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const fields = { ...draft, name: draft.name.trim(), keys: namesIn(draft.keys) };
    if (fields.name === '') return;
    change({ name: fields.name, keys: fields.keys.join('\n') });
    void run(async () => void (await acts.editAsset(asset, fields)));
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t('itsName')}
          maxLength={300}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
          problem={tried && draft.name.trim() === '' ? t('nameMissing') : undefined}
        />
        <ChoicesField
          label={t('speaksOf')}
          none={t('speaksOfNone')}
          options={offered(solutions, draft.solutionIds)}
          chosen={draft.solutionIds}
          onChange={(chosen) => change({ solutionIds: chosen })}
        />
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-small text-muted">
          {t('otherNames')}
        </label>
        <textarea
          id={id}
          dir="auto"
          rows={2}
          aria-describedby={`${id}-note`}
          value={draft.keys}
          onChange={({ target }) => change({ keys: target.value })}
          className={`${controlLook} field-sizing-content`}
        />
        <p id={`${id}-note`} className="text-small text-muted">
          {t('otherNamesHint')}
        </p>
      </div>
      <DraftEnd dirty={dirty} behind={behind} busy={busy} onDiscard={discard}>
        <Button
          look="bare"
          disabled={busy}
          onClick={() =>
            void run(async () => {
              if (await acts.removeAsset(asset)) onGone();
            })
          }
        >
          {t('removeAsset')}
        </Button>
      </DraftEnd>
    </form>
  );
}

/** One name a line; as many and as long as an entry may hold. */
const namesIn = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.trim().slice(0, 300)))]
    .filter((line) => line !== '')
    .slice(0, 50);

function AddAsset({ solutions, acts }: { solutions: readonly Solution[]; acts: AdminActs }) {
  const [name, setName] = useState('');
  const [solutionIds, setSolutionIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, run] = useAct();
  const add = () => {
    setTried(true);
    if (name.trim() === '') return;
    void run(async () => {
      if (!(await acts.addAsset({ name: name.trim(), keys: [], solutionIds }))) return;
      setName('');
      setSolutionIds([]);
      setTried(false);
    });
  };
  return (
    <AddLine label={t('newAsset')} onSubmit={add}>
      <Field
        className="max-sm:col-span-2 sm:flex-1"
        label={t('newAsset')}
        maxLength={300}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={tried && name.trim() === '' ? t('nameMissing') : undefined}
      />
      <ChoicesField
        className="sm:flex-1"
        label={t('speaksOf')}
        none={t('speaksOfNone')}
        options={offered(solutions, solutionIds)}
        chosen={solutionIds}
        onChange={setSolutionIds}
      />
      <Button type="submit" look="soft" disabled={busy} className="mt-5 min-h-8">
        {t('add')}
      </Button>
    </AddLine>
  );
}
