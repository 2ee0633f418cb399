import { html, useEffect, useState } from '../html.js';
import { onSave, onToken } from '../api.js';
import { useWords } from '../words.js';
import { Trouble } from './frame.js';

const NOTHING = { name: '', problem: null };

/** Says that a file was not saved, and why; a link that fails tells nothing by itself. */
export function Saving() {
  const words = useWords();
  const [{ name, problem }, setSaved] = useState(NOTHING);
  useEffect(() => onSave(setSaved), []);
  useEffect(() => onToken(() => setSaved(NOTHING)), []);
  return html`<${Trouble} problem=${problem}>${words.t('save.failed', { name })} <//>`;
}
