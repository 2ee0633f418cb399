import { html } from '../html.js';
import { href } from '../router.js';
import { useWords } from '../words.js';
import { cut, unbroken } from '../text.js';
import { pointing } from '../parts/pointing.js';

const TYPES = ['PER', 'ORG', 'LOC', 'DOC', 'EVENT', 'DATE'];

/** Which kinds of marks are shown. */
export function Legend({ hidden, onChange }) {
  const words = useWords();
  const toggle = (type) => onChange(hidden.includes(type) ? hidden.filter((one) => one !== type) : [...hidden, type]);
  return html`
    <div class="legend" role="group" aria-label=${words.t('item.marks.label')}>
      ${TYPES.map((type) => html`
        <button key=${type} class=${`mention ${type}`} aria-pressed=${!hidden.includes(type)} onClick=${() => toggle(type)}>
          ${words.t(`type.${type}`)}
        </button>`)}
    </div>`;
}

/** The text: each paragraph with its desks and subjects at the margin. */
export function Paragraphs({ read, active, onActive, hidden }) {
  return html`
    <div class="item-body">
      ${read.paragraphs.map((paragraph) => html`
        <${Paragraph} key=${paragraph.id} paragraph=${paragraph} read=${read} hidden=${hidden} onActive=${onActive}
          spans=${active?.filter((span) => span.paragraph === paragraph.id) ?? NONE} />`)}
    </div>`;
}

const NONE = [];

function Paragraph({ paragraph, read, spans, hidden, onActive }) {
  const words = useWords();
  const desk = paragraph.desks[0] ?? (paragraph.subjects[0] && words.deskOf(paragraph.subjects[0].subject));
  const mentions = paragraph.mentions.filter((mention) => !hidden.includes(mention.type));
  const dates = hidden.includes('DATE') ? NONE : paragraph.dates.map((date) => ({ ...date, date: true }));
  return html`
    <div class=${`para para-${paragraph.kind}`} id=${paragraph.id} data-desk=${desk ?? 'none'}>
      <ul class="margin">
        ${paragraph.subjects.map((subject) => html`
          <${MarginSubject} key=${subject.subject} subject=${subject} onActive=${onActive} />`)}
      </ul>
      <p class=${unbroken(paragraph.text) ? 'unbroken' : ''} lang="zh" dir="auto">
        ${cut(paragraph.text, mentions, [...dates, ...spans.map((span) => ({ ...span, lit: true }))]).map((run, i) => (run.mention
          ? html`<${Mention} key=${i} run=${run} read=${read} />`
          : html`<${Pieces} key=${i} pieces=${run.pieces} />`))}
      </p>
    </div>`;
}

function MarginSubject({ subject, onActive }) {
  const words = useWords();
  const spans = subject.evidence.map((evidence) => ({ ...evidence, desk: words.deskOf(subject.subject) ?? 'none' }));
  const evidence = [...new Set(subject.evidence.map((one) => one.text))].join(words.language === 'zh' ? '、' : ', ');
  const tip = [
    words.subject(subject.subject),
    words.t('item.confidence', { n: subject.confidence }),
    words.t('item.relevance', { n: subject.relevance }),
    evidence ? words.t('item.evidence', { words: evidence }) : words.t('item.noevidence'),
  ].join('\n');
  return html`
    <li data-desk=${words.deskOf(subject.subject) ?? 'none'}>
      <button class="plain" ...${pointing(tip, () => onActive(spans), () => onActive(null))}>
        ${words.subject(subject.subject)}<span class="confidence">${subject.confidence}</span>
      </button>
    </li>`;
}

function Mention({ run, read }) {
  const words = useWords();
  const { entity: id, type, source } = run.mention;
  const entity = read.entities.get(id);
  const lines = [`${entity?.name ?? id}  ${words.t(`type.${type}`)}`];
  for (const role of read.roles) {
    if (role.person === id) lines.push([name(read, role.organisation ?? role.country), role.office].filter(Boolean).join(''));
  }
  const others = (entity?.surfaces ?? []).filter((surface) => surface !== entity.name);
  if (others.length > 0) lines.push(others.join('、'));
  lines.push(`${words.t('item.mentions', { n: entity?.mentions ?? 1 })} · ${words.t('item.source')} ${source}`);
  return html`
    <a class=${`mention ${type}`} href=${href('entity', { id })} ...${pointing([...new Set(lines)].join('\n'))}><${Pieces} pieces=${run.pieces} /></a>`;
}

/** An entity's name by its id. */
export function name(read, id) {
  return id && (read.entities.get(id)?.name ?? id.slice(id.indexOf(':') + 1));
}

function Pieces({ pieces }) {
  return pieces.map((piece, i) => {
    const lit = piece.spans.find((span) => span.lit);
    const date = piece.spans.find((span) => span.date);
    if (!lit && !date) return piece.text;
    const classes = `${lit ? 'lit' : ''} ${date ? 'mention DATE' : ''}`;
    return html`<span key=${i} class=${classes} data-desk=${lit?.desk} ...${date && !lit ? pointing(date.iso) : {}}>${piece.text}</span>`;
  });
}
