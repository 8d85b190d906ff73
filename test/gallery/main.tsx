/** `?state=person-known&theme=dark&lang=zh_CN`; without a state, the list of them. */
import { createRoot } from 'react-dom/client';
import { Localized } from '#components/localized.tsx';
import { type Locale, locales, setLocale } from '#lib/browser/i18n.ts';
import '../../entrypoints/sidepanel/style.css';
import { states } from './states.tsx';

const wanted = new URLSearchParams(location.search);
const theme = wanted.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const lang = wanted.get('lang') === 'zh' ? 'zh_CN' : wanted.get('lang');
if (lang && lang in locales) await setLocale(lang as Locale);

const root = document.getElementById('root');
const state = states[wanted.get('state') ?? ''];
if (root) createRoot(root).render(<Localized>{() => (state ? state() : <Contents />)}</Localized>);

function Contents() {
  return (
    <ul className="list-disc p-6 ps-10">
      {Object.keys(states).map((name) => (
        <li key={name}>
          <a className="text-accent underline" href={`?state=${name}`}>
            {name}
          </a>{' '}
          <a href={`?state=${name}&theme=dark`}>dark</a> <a href={`?state=${name}&lang=zh`}>中文</a>
        </li>
      ))}
    </ul>
  );
}
