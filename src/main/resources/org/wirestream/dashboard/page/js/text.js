// A paragraph cut where a mark begins or ends. Offsets are UTF-16 code units, as JavaScript counts.

/**
 * Cuts a text into what lies inside a link (an entity's mention) and what does not; both into pieces of equal marks.
 *
 * mentions: {begin, end, …}; overlapping ones yield to the earlier and longer. spans: {begin, end, …}, which may overlap.
 * Returns [{mention or null, pieces: [{text, spans}]}].
 */
export function cut(text, mentions, spans) {
  const links = outermost(mentions, text.length);
  const runs = [];
  let at = 0;
  for (const mention of links) {
    if (mention.begin > at) runs.push({ mention: null, begin: at, end: mention.begin });
    runs.push({ mention, begin: mention.begin, end: mention.end });
    at = mention.end;
  }
  if (at < text.length) runs.push({ mention: null, begin: at, end: text.length });
  return runs.map(({ mention, begin, end }) => ({ mention, pieces: pieces(text, begin, end, spans) }));
}

/** Whether a text has a run so long without a place to break that a browser lays it out slowly, unless told to keep it simple. */
export function unbroken(text) {
  return /[^\s\u2e80-\uffef]{300}/u.test(text);
}

/** The first so many characters of a text, as a reader counts them. */
export function shortened(text, most) {
  return text.length <= most ? text : `${[...text.slice(0, 2 * most)].slice(0, most).join('')}…`;
}

function outermost(mentions, length) {
  const sorted = mentions
    .filter(({ begin, end }) => begin >= 0 && begin < end && end <= length)
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
  const kept = [];
  for (const mention of sorted) {
    if (kept.length === 0 || mention.begin >= kept[kept.length - 1].end) kept.push(mention);
  }
  return kept;
}

function pieces(text, begin, end, spans) {
  const inside = spans.filter((span) => span.begin < end && span.end > begin);
  const cuts = new Set([begin, end]);
  for (const span of inside) {
    cuts.add(Math.max(begin, span.begin));
    cuts.add(Math.min(end, span.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => ({
    text: text.slice(from, sorted[i + 1]),
    spans: inside.filter((span) => span.begin <= from && span.end >= sorted[i + 1]),
  }));
}
