export const style = `
:root { color-scheme: light dark; --ground: #fbfaf8; --card: #fff; --ink: #1c1a17; --quiet: #68625a; --line: #e4dfd7; --mark: #a8401c; --tint: #f4e7df; }
@media (prefers-color-scheme: dark) { :root { --ground: #16140f; --card: #1f1c17; --ink: #f3efe8; --quiet: #b3aba0; --line: #3a352d; --mark: #f0a17f; --tint: #3b2a20; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; }
header, main, footer { max-width: 960px; margin: 0 auto; padding: 24px; }
header { display: flex; align-items: baseline; gap: 16px; border-bottom: 1px solid var(--line); color: var(--quiet); font-size: 14px; }
.mark { color: var(--mark); font-size: 22px; font-weight: 800; letter-spacing: 0.04em; text-decoration: none; }
main { padding-block: 48px; min-height: 70vh; }
h1 { font-size: 32px; line-height: 1.25; letter-spacing: -0.02em; }
.lead { margin-bottom: 32px; color: var(--quiet); font-size: 18px; }
a { color: var(--mark); }
.team { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 16px; padding: 0; list-style: none; }
.team a { display: flex; flex-direction: column; height: 100%; padding: 24px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: inherit; text-decoration: none; }
.team a:hover { border-color: var(--mark); }
.team span:last-child { color: var(--quiet); font-size: 14px; }
.portrait { display: grid; place-items: center; width: 64px; height: 64px; margin-bottom: 16px; border-radius: 50%; background: var(--tint); color: var(--mark); font-size: 20px; font-weight: 700; }
.large { flex: none; width: 128px; height: 128px; font-size: 40px; }
article { display: flex; flex-wrap: wrap; gap: 32px; margin-top: 24px; }
article > div { flex: 1 1 320px; }
article .lead { margin-bottom: 16px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; margin-top: 24px; }
dt { color: var(--quiet); }
dd { margin: 0; }
footer { border-top: 1px solid var(--line); color: var(--quiet); font-size: 13px; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
`;
