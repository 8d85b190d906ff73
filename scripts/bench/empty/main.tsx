/** The least that React can do in the extension: what the panel is measured beside, from the same build. */
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';

function Empty() {
  const [tab, setTab] = useState(0);
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState(false);
  useEffect(() => {
    const follow = ({ tabId }: { tabId: number }) => setTab(tabId);
    browser.tabs.onActivated.addListener(follow);
    return () => browser.tabs.onActivated.removeListener(follow);
  }, []);
  return (
    <>
      <h1>{`Tab ${tab}`}</h1>
      <input aria-label="Text" value={text} onChange={({ target }) => setText(target.value)} />
      <input type="checkbox" checked={ticked} onChange={() => setTicked(!ticked)} />
    </>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Empty />
    </StrictMode>,
  );
