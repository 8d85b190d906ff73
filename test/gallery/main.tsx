/**
 * `?state=person-known&theme=dark&lang=zh_CN&dir=rtl`; without a state, the list of them. A `#person-new` behind it draws
 * another one in its place, without loading anything again, and the window hears `drawn`.
 */
import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Localized } from '#components/localized.tsx';
import { type Locale, locales, setLocale } from '#lib/browser/i18n.ts';
import '../../entrypoints/sidepanel/style.css';
import { states } from './states.tsx';

const wanted = new URLSearchParams(location.search);
const theme = wanted.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
if (wanted.get('dir') === 'rtl') document.documentElement.dir = 'rtl';
const lang = wanted.get('lang') === 'zh' ? 'zh_CN' : wanted.get('lang');
if (lang && lang in locales) await setLocale(lang as Locale);

const place = document.getElementById('root');
const root = place && createRoot(place);
const draw = () => {
  const name = location.hash.slice(1) || (wanted.get('state') ?? '');
  const state = states[name];
  root?.render(
    <Drawn key={name}>
      <Localized>{() => (state ? state() : <Contents />)}</Localized>
    </Drawn>,
  );
};
addEventListener('hashchange', draw);
draw();

/** Says when what is inside stands in the page. */
function Drawn({ children }: { children: ReactNode }) {
  useEffect(() => {
    dispatchEvent(new Event('drawn'));
  }, []);
  return children;
}

function Contents() {
  return (
    <ul className="list-disc p-6 ps-10">
      {Object.keys(states).map((name) => (
        <li key={name}>
          <a className="text-accent underline" href={`?state=${name}`}>
            {name}
          </a>{' '}
          <a href={`?state=${name}&theme=dark`}>dark</a> <a href={`?state=${name}&lang=zh`}>中文</a>{' '}
          <a href={`?state=${name}&dir=rtl`}>rtl</a>
        </li>
      ))}
    </ul>
  );
}
