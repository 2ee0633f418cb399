// What a reader chooses for this browser: language, time zone, theme.
import { useEffect, useState } from './html.js';

const KEY = 'wirestream';
const listeners = new Set();
const system = matchMedia('(prefers-color-scheme: dark)');

function load() {
  const browser = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const defaults = { language: browser, zone: 'Asia/Shanghai', theme: 'auto' };
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(KEY) || '{}') };
  } catch (e) {
    return defaults;
  }
}

let settings = load();

function apply() {
  const dark = settings.theme === 'dark' || (settings.theme === 'auto' && system.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = settings.language === 'zh' ? 'zh-Hans' : 'en';
  listeners.forEach((listener) => listener(settings));
}

system.addEventListener('change', apply);
apply();

export const current = () => settings;

export const isDark = () => document.documentElement.dataset.theme === 'dark';

export function choose(change) {
  settings = { ...settings, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch (e) {
    // A browser that keeps nothing still shows the choice until it is closed.
  }
  apply();
}

export function useSettings() {
  const [value, setValue] = useState(settings);
  useEffect(() => {
    listeners.add(setValue);
    return () => listeners.delete(setValue);
  }, []);
  return value;
}
