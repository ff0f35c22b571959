import { formatInstant } from '../../shared/base/time';
import type { Hello } from '../../shared/sync/protocol';
import { server as text } from '../../shared/text/vi/server';
import type { StatusCounts } from './read-counts';

/** Everything the page shows. No field of it is about a person. */
export interface StatusView {
  readonly hello: Hello;
  readonly engine: 'pglite' | 'postgres';
  readonly counts: StatusCounts;
}

/** The page's only style; the security policy allows it by its hash. */
export const STATUS_STYLE = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1b2733; background: #f4f6f8; }
main { max-width: 40rem; margin: 3rem auto; padding: 2rem; background: #fff; border: 1px solid #d5dce3; border-radius: 8px; }
h1 { margin: 0 0 .25rem; font-size: 1.4rem; }
p { margin: 0 0 1.5rem; color: #4a5b6c; }
dl { display: grid; grid-template-columns: 14rem 1fr; gap: .5rem 1rem; margin: 0; }
dt { color: #4a5b6c; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
`;

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function buildRows({ hello, engine, counts }: StatusView): readonly (readonly [string, string])[] {
  const { protocol } = hello;
  const number = (value: number): string => value.toLocaleString('vi-VN');
  return [
    [
      text.protocol,
      protocol.min === protocol.max ? String(protocol.max) : `${String(protocol.min)}–${String(protocol.max)}`,
    ],
    [text.durable, hello.durable ? text.durableYes : text.durableNo],
    [text.engine, engine === 'postgres' ? 'PostgreSQL' : 'PGlite'],
    [text.serverEpoch, hello.serverEpoch],
    [text.serverTime, formatInstant(hello.serverTime)],
    [text.dossiers, number(counts.dossiers)],
    [text.actions, number(counts.actions)],
    [text.devices, number(counts.devices)],
    [text.quarantined, number(counts.quarantined)],
  ];
}

/** The whole status page as HTML. */
export function buildStatusPage(view: StatusView): string {
  const rows = buildRows(view).map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(text.title)}</title><style>${STATUS_STYLE}</style></head>
<body><main><h1>${escapeHtml(text.title)}</h1><p>${escapeHtml(text.lead)}</p><dl>${rows.join('')}</dl></main></body>
</html>
`;
}
