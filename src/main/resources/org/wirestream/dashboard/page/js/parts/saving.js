import { html, useEffect, useState } from '../html.js';
import { onSave } from '../api.js';
import { useWords } from '../words.js';
import { Trouble } from './frame.js';

/** Says that a file was not saved, and why; a link that fails tells nothing by itself. */
export function Saving() {
  const words = useWords();
  const [{ name, problem }, setSaved] = useState({ name: '', problem: null });
  useEffect(() => onSave(setSaved), []);
  return html`<${Trouble} problem=${problem}>${words.t('save.failed', { name })} <//>`;
}
