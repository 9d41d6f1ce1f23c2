/** How the review page looks: in light, in dark, on a phone and on paper. */
export const style: string = `
:root{color-scheme:light dark;--ground:#f6f5f2;--card:#fff;--ink:#1c1b19;--soft:#5c5851;--line:#d9d5cc;--bar:#3b6ea5;--error:#b3261e;--warning:#8a5300;--info:#2b5f9e;--good:#3a8a5c;--fair:#c98a1b;--poor:#b3261e;--wash:#fdf3dc}
@media (prefers-color-scheme:dark){:root{--ground:#171614;--card:#211f1c;--ink:#eceae5;--soft:#b0aba1;--line:#3d3a35;--bar:#7fb0e6;--error:#ff9d94;--warning:#f2b866;--info:#9cc4f5;--good:#6cc08f;--fair:#e5a94f;--poor:#f08078;--wash:#3a3020}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem}
body{margin:0 auto;max-width:90rem;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
.top,main{padding:1rem}.top{padding-bottom:0}
h1{font-size:1.5rem;margin:0}
h2{font-size:1.15rem;margin:0}
h3{font-size:1rem;margin:0}
p{margin:.3rem 0}
code{font:.85em ui-monospace,monospace}
a{color:inherit}
:focus-visible{outline:3px solid var(--info);outline-offset:2px}
.skip,.back{position:fixed;z-index:3;right:1rem;padding:.4rem .8rem;border-radius:2rem;background:var(--ink);color:var(--ground);font-size:.9rem}
.skip{top:-4rem}.skip:focus{top:.5rem}
.back{bottom:1rem}
.sources{color:var(--soft)}
.sum span{white-space:nowrap}
.sum span:first-child{white-space:normal;font-weight:600}
main{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr)}
.charts{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr))}
figure{margin:0;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:.8rem;font-size:.85rem;color:var(--soft)}
figure svg{display:block;width:100%;max-width:32rem;height:auto;color:var(--ink);background:none}
figcaption{font-weight:700;font-size:1rem;color:var(--ink);margin-bottom:.6rem}
figure p{margin:.6rem 0 0}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
.sign{display:inline-block;width:.8em;height:.8em;border-radius:.2em}
.good{background:var(--good)}.fair{background:var(--fair)}.poor{background:var(--poor)}
summary{cursor:pointer}
table{border-collapse:collapse;width:100%;margin-top:.4rem;font-variant-numeric:tabular-nums}
caption{text-align:left}
th{font-weight:600;text-align:left}td,thead th+th{text-align:right}
th,td{padding:.15rem .4rem;border-bottom:1px solid var(--line)}
.filters{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}
.filters>label{display:flex;flex-direction:column;font-size:.85rem;color:var(--soft);flex:1 1 9rem;min-width:0}
.filters select,.filters button{font:inherit;font-size:.95rem;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:.4rem;padding:.35rem .5rem;width:100%;min-width:0;text-overflow:ellipsis}
.filters button{width:auto;cursor:pointer}
fieldset{border:1px solid var(--line);border-radius:.6rem;margin:0;padding:.4rem .7rem .6rem;flex:1 1 100%;min-width:0;max-height:17rem;overflow:auto}
legend{font-size:.85rem;color:var(--soft);padding:0 .3rem}
fieldset label{display:flex;align-items:flex-start;gap:.5rem;padding:.15rem 0;font-size:.9rem;line-height:1.35;cursor:pointer}
fieldset input{flex:none;margin:.2em 0 0}
.sheet{counter-reset:shown;display:flex;flex-direction:column;gap:1rem;min-width:0}
.sheet h2{order:-2}
.shown{order:-1;position:sticky;top:0;z-index:1;background:var(--ground);color:var(--soft);margin:0;padding:.3rem 0;border-bottom:1px solid var(--line)}
.shown::before{content:counter(shown)}
article{counter-increment:shown;background:var(--card);border:1px solid var(--line);border-left:.35rem solid var(--line);border-radius:.8rem;padding:1rem}
.inside{container-type:inline-size;content-visibility:auto;contain-intrinsic-size:auto 24rem}
.has-error{border-left-color:var(--error)}.has-warning{border-left-color:var(--warning)}.has-info{border-left-color:var(--info)}
article header{display:flex;justify-content:space-between;gap:1rem;color:var(--soft)}
.score{font-weight:700;white-space:nowrap;padding:0 .6rem;border-radius:1rem;border:1.5px solid currentColor;background:none;height:1.65rem}
.score.good{color:var(--info)}.score.fair{color:var(--warning)}.score.poor{color:var(--error)}
.sides{display:grid;grid-template-columns:minmax(0,1fr);gap:.2rem 1.5rem;margin-top:.8rem}
@container (min-width:44rem){.sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.sides>*{margin-top:0}}
.post{border:1px solid var(--line);border-radius:.6rem;padding:.8rem;margin-bottom:.6rem}
.byline{display:grid;grid-template-columns:2.4rem minmax(0,1fr);column-gap:.6rem;align-items:center;margin-bottom:.6rem}
.byline strong{justify-self:start}
.byline small{grid-column:2;color:var(--soft)}
.avatar{grid-row:span 2;width:2.4rem;height:2.4rem;border-radius:50%;background:var(--bar);color:var(--card);display:grid;place-items:center;font-weight:700}
.title{font-weight:700;margin-bottom:.4rem}
.text{white-space:pre-wrap;unicode-bidi:plaintext}
.entity,.tags,.link{color:var(--info)}
.tags,.link,.media{margin-top:.6rem}
.media{border:1px dashed var(--soft);border-radius:.5rem;padding:.6rem;display:flex;flex-direction:column}
.missing{color:var(--error);font-weight:700}
.missing::before{content:"⚠ "/""}
.flag{unicode-bidi:isolate;text-decoration:underline 2px;text-underline-offset:3px;border-radius:2px;background:var(--wash)}
.flag.error{text-decoration-color:var(--error)}.flag.warning{text-decoration-color:var(--warning)}.flag.info{text-decoration-color:var(--info);text-decoration-style:dotted}
.flag[data-n]::after{content:attr(data-n)/"";font-size:.65rem;line-height:1;vertical-align:super;margin-left:1px;color:var(--soft)}
.fold{display:block;border-top:2px dashed var(--soft);color:var(--soft);font-size:.8rem;margin:.4rem 0;direction:ltr}
.bars{list-style:none;margin:.5rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.3rem 1rem;font-size:.85rem;color:var(--soft)}
.bar{display:block;height:.35rem;border-radius:1rem;background:var(--line);overflow:hidden;forced-color-adjust:none}
.bar span{display:block;height:100%}
.flags{margin:.4rem 0 0;padding-left:1.8rem;min-width:0}
.flags li{margin:0 0 .6rem;border-radius:.3rem}
.flags li:target{background:var(--wash);outline:3px solid var(--wash)}
.flags code{color:var(--soft)}
.flags strong{font-size:.9em}
.error>strong{color:var(--error)}.warning>strong{color:var(--warning)}.info>strong{color:var(--info)}
.why,.clean{color:var(--soft)}
.instead,.times{font-weight:600}
@media (min-width:64rem){
.back{display:none}
main{grid-template-columns:17rem minmax(0,1fr);grid-template-rows:auto auto 1fr}
main>*{grid-column:2}
.filters{grid-column:1;grid-row:1/span 3;align-self:start;position:sticky;top:0;max-height:100vh;overflow:auto;padding:.2rem .5rem 1rem .2rem;flex-direction:column;align-items:stretch;flex-wrap:nowrap}
.filters>label{flex:none}
fieldset{flex:none;max-height:none}
}
@media print{
@page{margin:14mm}
:root{--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--wash:#fff;--error:#b3261e;--warning:#8a5300;--info:#2b5f9e;--bar:#3b6ea5;--good:#3a8a5c;--fair:#c98a1b;--poor:#b3261e;color-scheme:light}
body{font-size:10pt;max-width:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.top,main{padding:0 0 .5rem}
main,.sheet{display:block}
.filters,.skip,.back,details{display:none}
.shown{position:static;display:none}
figure,article{margin-bottom:.8rem}
figure,.post,.flags li,article header{break-inside:avoid}
h2,article header{break-after:avoid}
article{padding:.6rem}
.inside{content-visibility:visible;container-type:normal}
.sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr)!important}
}
`.replaceAll("\n", "");
