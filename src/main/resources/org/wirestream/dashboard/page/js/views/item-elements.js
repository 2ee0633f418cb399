import { html, useState } from '../html.js';
import { href } from '../router.js';
import { useWords } from '../words.js';
import { Section } from '../parts/frame.js';
import { name } from './item-text.js';

const FEW = 8;

/** What was found in the item, by kind; pointing at it lights it up in the text. */
export function Elements({ read, item, onActive }) {
  const words = useWords();
  const point = (spans, desk) => ({
    onMouseEnter: () => onActive(spans.map((span) => ({ desk, ...span }))),
    onMouseLeave: () => onActive(null),
    onFocusCapture: () => onActive(spans.map((span) => ({ desk, ...span }))),
    onBlurCapture: () => onActive(null),
  });
  const at = (span) => `#${span.paragraph}`;
  return html`
    <aside class="elements" aria-label=${words.t('item.elements')}>
      <${Listing} title=${words.t('item.subjects')} rows=${read.subjects} row=${(subject) => {
        const desk = words.deskOf(subject.subject) ?? 'none';
        return html`
          <li class="subject" data-desk=${desk} ...${point(subject.evidence, desk)}>
            <a href=${href('wire', { subject: subject.subject })}>${words.subject(subject.subject)}</a>
            <span class="num">${subject.relevance}</span>
          </li>`;
      }} />
      <${Listing} title=${words.t('item.events')} rows=${read.events} row=${(event) => html`
        <li ...${point([event])}>
          <a href=${at(event)} lang="zh"><bdi>${event.name}</bdi></a>
          <span class="under">${event.when.replace('/', ' – ')}${event.where && html` <bdi>${event.where}</bdi>`}</span>
        </li>`} />
      <${Listing} title=${words.t('item.roles')} rows=${roles(read)} row=${(role) => html`
        <li ...${point([role])}>
          <a href=${href('entity', { id: role.person })} lang="zh"><bdi>${name(read, role.person)}</bdi></a>
          <span class="under" lang="zh"><bdi>${[name(read, role.organisation ?? role.country), role.office].filter(Boolean).join(' ')}</bdi></span>
        </li>`} />
      <${Listing} title=${words.t('item.documents')} rows=${read.entityList.filter((entity) => entity.type === 'DOC')} row=${(entity) => html`
        <li ...${point(spansOf(read, entity))}><a href=${href('entity', { id: entity.id })} lang="zh">《<bdi>${entity.name}</bdi>》</a></li>`} />
      <${Listing} title=${words.t('item.statements')} rows=${read.statements} row=${(statement) => html`
        <li ...${point([statement])}>
          <a href=${at(statement)} lang="zh"><bdi>${statement.holder}</bdi>${statement.verb}</a>
          <span class="under clamp" lang="zh"><bdi>${(read.texts.get(statement.paragraph) ?? '').slice(statement.begin, statement.end)}</bdi></span>
        </li>`} />
      <${Listing} title=${words.t('item.aliases')} rows=${read.aliases} row=${(alias) => html`
        <li ...${point([alias])}><span lang="zh"><bdi>${alias.name}</bdi></span><span class="under" lang="zh"><bdi>${name(read, alias.entity)}</bdi></span></li>`} />
      <${Section} title=${words.t('item.record')}>
        <dl class="facts">
          <dt>${words.t('item.id')}</dt><dd><bdi>${item.id}</bdi></dd>
          <dt>${words.t('item.versions')}</dt><dd>${item.versions.map((one) => one.version).join(', ')}</dd>
          <dt>${words.t('item.engine')}</dt><dd>${read.engine.name}</dd>
          <dt>${words.t('item.vocabulary')}</dt><dd>${read.engine.vocabulary}</dd>
        </dl>
        <a class="note" href=${`/api/items/${encodeURIComponent(item.id)}`} data-file="item.json" target="_blank" rel="noopener">${words.t('item.json')}</a>
      <//>
    </aside>`;
}

function Listing({ title, rows, row }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  return html`
    <${Section} title=${title} side=${html`<span class="note">${words.number(rows.length)}</span>`}>
      <ul class="listing">${(all ? rows : rows.slice(0, FEW)).map(row)}</ul>
      ${rows.length > FEW && html`<button class="plain" onClick=${() => setAll(!all)}>${words.t(all ? 'less' : 'more')}</button>`}
    <//>`;
}

/** Each person's offices once, where they stand first. */
function roles(read) {
  const first = new Map();
  for (const role of read.roles) {
    const key = [role.person, role.organisation ?? role.country, role.office].join(' ');
    if (!first.has(key)) first.set(key, role);
  }
  return [...first.values()];
}

function spansOf(read, entity) {
  return read.paragraphs.flatMap((paragraph) => paragraph.mentions.filter((mention) => mention.entity === entity.id));
}
