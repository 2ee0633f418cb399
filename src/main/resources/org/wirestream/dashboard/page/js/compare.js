// Two versions of a text, paragraph beside paragraph, and what changed inside a paragraph.
import { DIFF_DELETE, DIFF_EQUAL, DIFF_INSERT, diffCleanupSemantic, diffMain } from '../vendor/diff-match-patch.js';

const PAIRS_LIMIT = 1_000_000;
const DIFF_SECONDS = 0.5;

/** Rows of {older, newer} texts; a missing side is null. Equal paragraphs stand beside each other, the others in their order. */
export function align(older, newer) {
  const rows = [];
  let i = 0;
  let j = 0;
  const gap = (toI, toJ) => {
    while (i < toI || j < toJ) {
      rows.push({ older: i < toI ? older[i] : null, newer: j < toJ ? newer[j] : null, same: false });
      i = Math.min(toI, i + 1);
      j = Math.min(toJ, j + 1);
    }
  };
  for (const [atI, atJ] of common(older, newer)) {
    gap(atI, atJ);
    rows.push({ older: older[i], newer: newer[j], same: true });
    i += 1;
    j += 1;
  }
  gap(older.length, newer.length);
  return rows;
}

/** Pairs of indices of a longest common subsequence; for very long texts only the common head and tail. */
function common(a, b) {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const pairs = Array.from({ length: head }, (_, i) => [i, i]);
  const n = a.length - head - tail;
  const m = b.length - head - tail;
  if (n * m <= PAIRS_LIMIT) {
    for (const [i, j] of subsequence(a.slice(head, head + n), b.slice(head, head + m))) pairs.push([head + i, head + j]);
  }
  for (let i = tail; i > 0; i -= 1) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function subsequence(a, b) {
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[i + 1][j] >= length[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The two sides of a changed paragraph as pieces of {text, changed}. */
export function changes(older, newer) {
  const diffs = diffMain(older, newer, { diffTimeout: DIFF_SECONDS });
  diffCleanupSemantic(diffs);
  const side = (mine) => diffs
    .filter(([kind]) => kind === DIFF_EQUAL || kind === mine)
    .map(([kind, text]) => ({ text, changed: kind !== DIFF_EQUAL }));
  return { older: side(DIFF_DELETE), newer: side(DIFF_INSERT) };
}
