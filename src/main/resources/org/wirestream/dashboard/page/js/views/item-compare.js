import { html, useMemo, useState } from '../html.js';
import { useApi } from '../data.js';
import { align, changes } from '../compare.js';
import { unbroken } from '../text.js';
import { useWords } from '../words.js';
import { Waiting } from '../parts/frame.js';
import { reading } from './item-reading.js';

const CONTEXT = 1;
const SHORT = 2;

/** An older version beside the newest, with what changed. */
export function Compare({ id, version, newer }) {
  const answer = useApi(`/api/items/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`);
  if (!answer.data) return html`<${Waiting} answer=${answer} />`;
  return html`<${Sides} older=${answer.data} newer=${newer} version=${version} />`;
}

function Sides({ older, newer, version }) {
  const words = useWords();
  const rows = useMemo(() => align(texts(older), texts(newer.record)), [older, newer.record]);
  const changed = rows.filter((row) => !row.same).length;
  return html`
    <p class="note">${changed ? words.t('item.changed', { n: changed }) : words.t('item.unchanged')}</p>
    <div class="compare" role="table" aria-label=${words.t('item.compare')}>
      <div class="compare-row compare-head" role="row">
        <div role="columnheader">${words.t('item.older')} · ${words.t('version', { n: version })}</div>
        <div role="columnheader">${words.t('item.newer')} · ${words.t('version', { n: newer.version })}</div>
      </div>
      ${folded(rows).map((part, i) => (part.folded
        ? html`<${Folded} key=${i} rows=${part.folded} />`
        : html`<${Row} key=${i} row=${part} />`))}
    </div>`;
}

function texts(record) {
  return reading(record).paragraphs.map((paragraph) => paragraph.text);
}

/** Long runs of equal paragraphs are folded, but for those beside a change. */
function folded(rows) {
  const near = rows.map((_, i) => rows.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some((row) => !row.same));
  const parts = [];
  rows.forEach((row, i) => {
    const last = parts[parts.length - 1];
    if (near[i]) parts.push(row);
    else if (last?.folded) last.folded.push(row);
    else parts.push({ folded: [row] });
  });
  return parts.flatMap((part) => (part.folded?.length <= SHORT ? part.folded : [part]));
}

function Folded({ rows }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  if (open) return rows.map((row, i) => html`<${Row} key=${i} row=${row} />`);
  return html`
    <div class="compare-fold" role="row"><div role="cell">
      <button class="plain" onClick=${() => setOpen(true)}>${words.t('item.folded', { n: rows.length })}</button>
    </div></div>`;
}

function Row({ row }) {
  const both = row.older !== null && row.newer !== null;
  const parts = row.same || !both
    ? { older: whole(row.older, !row.same), newer: whole(row.newer, !row.same) }
    : changes(row.older, row.newer);
  return html`
    <div class=${`compare-row ${row.same ? 'same' : ''}`} role="row">
      <div role="cell" class=${unbroken(row.older ?? '') ? 'unbroken' : ''} lang="zh" dir="auto">${parts.older.map((piece, i) => (piece.changed ? html`<del key=${i}>${piece.text}</del>` : piece.text))}</div>
      <div role="cell" class=${unbroken(row.newer ?? '') ? 'unbroken' : ''} lang="zh" dir="auto">${parts.newer.map((piece, i) => (piece.changed ? html`<ins key=${i}>${piece.text}</ins>` : piece.text))}</div>
    </div>`;
}

function whole(text, changed) {
  return text === null ? [] : [{ text, changed }];
}
