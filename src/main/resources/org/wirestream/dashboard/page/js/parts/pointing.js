// A note beside what is pointed at, by mouse or by focus. One note for the page, outside of what views draw.
const GAP = 6;
let note = null;

function show(target, text) {
  if (!note) {
    note = document.createElement('div');
    note.className = 'tip';
    note.id = 'note';
    note.setAttribute('role', 'tooltip');
    addEventListener('keydown', (event) => event.key === 'Escape' && hide());
    addEventListener('scroll', hide, { passive: true });
  }
  document.body.append(note);
  note.textContent = text;
  const at = target.getBoundingClientRect();
  const above = at.top - note.offsetHeight - GAP;
  note.style.top = `${above > 0 ? above : at.bottom + GAP}px`;
  note.style.left = `${Math.max(8, Math.min(at.left, innerWidth - note.offsetWidth - 8))}px`;
  target.setAttribute('aria-describedby', 'note');
}

function hide(event) {
  note?.remove();
  event?.currentTarget?.removeAttribute?.('aria-describedby');
}

/** Attributes of an element that shows a note, and may light something up, while it is pointed at. */
export function pointing(text, enter = () => {}, leave = () => {}) {
  const start = (event) => {
    show(event.currentTarget, text);
    enter();
  };
  const end = (event) => {
    hide(event);
    leave();
  };
  return { onMouseEnter: start, onMouseLeave: end, onFocus: start, onBlur: end };
}
