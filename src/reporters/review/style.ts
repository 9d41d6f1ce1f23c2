/** How the review page looks: in light, in dark and on paper. */
export const style: string = `
:root{color-scheme:light dark;--ground:#f6f5f2;--card:#fff;--ink:#1c1b19;--soft:#5c5851;--line:#d9d5cc;--bar:#3b6ea5;--error:#b3261e;--warning:#8a5300;--info:#2b5f9e;--good:#2e7d4f;--fair:#b7791f;--poor:#b3261e;--wash:#fdf3dc}
@media (prefers-color-scheme:dark){:root{--ground:#171614;--card:#211f1c;--ink:#eceae5;--soft:#b0aba1;--line:#3d3a35;--bar:#7fb0e6;--error:#ff9d94;--warning:#f2b866;--info:#9cc4f5;--good:#7fce9f;--fair:#f2b866;--poor:#ff9d94;--wash:#3a3020}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
.top,.sheet,footer{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:0}
h2{font-size:1.15rem}
h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
code{font:.85em ui-monospace,monospace;overflow-wrap:anywhere}
a{color:inherit}
:focus-visible{outline:3px solid var(--info);outline-offset:2px}
.charts{display:flex;flex-wrap:wrap;gap:1rem}
figure{margin:0;flex:1 1 20rem;min-width:0}
figure svg{width:100%;height:auto}
figcaption{color:var(--soft);font-size:.85rem}
.filters{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;position:sticky;top:0;background:var(--ground);padding:.6rem 1rem;max-width:46rem;margin:0 auto;border-bottom:1px solid var(--line);z-index:1}
.filters label{display:flex;flex-direction:column;font-size:.8rem;color:var(--soft);flex:1 1 8rem;min-width:0}
.filters select,.filters button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:.4rem;padding:.3rem;max-width:100%}
.sheet{counter-reset:shown;display:flex;flex-direction:column;gap:1rem}
article{counter-increment:shown;background:var(--card);border:1px solid var(--line);border-radius:.8rem;padding:1rem;break-inside:avoid}
article header{display:flex;justify-content:space-between;gap:1rem;color:var(--soft)}
.score{font-weight:700;white-space:nowrap}
.score.good{color:var(--good)}.score.fair{color:var(--warning)}.score.poor{color:var(--error)}
.post{border:1px solid var(--line);border-radius:.6rem;padding:.8rem;margin:.8rem 0}
.byline{display:grid;grid-template-columns:2.4rem 1fr;column-gap:.6rem;align-items:center;margin-bottom:.6rem}
.byline small{grid-column:2;color:var(--soft)}
.avatar{grid-row:span 2;width:2.4rem;height:2.4rem;border-radius:50%;background:var(--bar);color:var(--card);display:grid;place-items:center;font-weight:700}
.title{font-weight:700;margin-bottom:.4rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.tags,.link{color:var(--info);margin-top:.6rem;overflow-wrap:anywhere}
.media{margin-top:.6rem;border:1px dashed var(--soft);border-radius:.5rem;padding:.6rem;display:flex;flex-direction:column}
.missing{color:var(--error);font-weight:700}
.flag{text-decoration:underline 2px;text-underline-offset:3px;border-radius:2px;background:var(--wash)}
.flag.error{text-decoration-color:var(--error)}.flag.warning{text-decoration-color:var(--warning)}.flag.info{text-decoration-color:var(--info);text-decoration-style:dotted}
.fold{display:block;border-top:2px dashed var(--soft);color:var(--soft);font-size:.8rem;margin:.4rem 0}
.bars{list-style:none;margin:.4rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(10rem,1fr));gap:.2rem 1rem;font-size:.85rem;color:var(--soft)}
.bar{display:block;height:.35rem;border-radius:1rem;background:var(--line);overflow:hidden}
.bar span{display:block;height:100%;background:var(--good)}.bar .fair{background:var(--fair)}.bar .poor{background:var(--poor)}
.flags{margin:.6rem 0 0;padding-left:1.4rem}
.flags li{margin:.3rem 0;scroll-margin-top:8rem;border-radius:.3rem}
.flags li:target{background:var(--wash)}
.flags code{color:var(--soft)}
.error>strong{color:var(--error)}.warning>strong{color:var(--warning)}.info>strong{color:var(--info)}
.why{color:var(--soft)}
.instead{font-weight:600}
.shown{order:-1;color:var(--soft);margin:0}
.shown::before{content:counter(shown)}
@media print{body{background:#fff;color:#000}.filters{display:none}article{border-color:#999}}
`.replaceAll("\n", "");
