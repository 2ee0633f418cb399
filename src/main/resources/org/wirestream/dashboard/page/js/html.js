// One place names the view library: Preact's elements written as tagged templates, which set text as text and never parse markup.
import { Fragment, createContext, h, render } from '../vendor/preact.js';
import htm from '../vendor/htm.js';

export const html = htm.bind(h);
export { Fragment, createContext, render };
export {
  useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState,
} from '../vendor/preact-hooks.js';
