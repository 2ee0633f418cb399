// Words, numbers and times as the reader's settings want them.
import { createContext, useContext, useMemo } from './html.js';
import en from './messages/en.js';
import zh from './messages/zh.js';

const ZONE = 'Asia/Shanghai';
const MESSAGES = { zh, en };

export class Words {
  constructor({ language, zone }, vocabulary) {
    this.language = language;
    this.zone = zone;
    this.locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    this.vocabulary = vocabulary;
    const names = (terms) => new Map((terms ?? []).map((term) => [term.id, term[language] || term.zh]));
    this.desks = names(vocabulary?.desks);
    this.subjects = names(vocabulary?.subjects);
    this.subjectDesks = new Map((vocabulary?.subjects ?? []).map((subject) => [subject.id, subject.desks[0]]));
  }

  /** A message with its parameters; numbers are written with digits grouped, and {n|item|items} is the word for one or for more. */
  t(key, values = {}) {
    const text = MESSAGES[this.language][key];
    if (text === undefined) return key;
    const agreed = text.replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (whole, name, one, more) => (values[name] === 1 ? one : more));
    return agreed.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return typeof value === 'number' ? this.number(value) : String(value ?? '');
    });
  }

  has(key) {
    return MESSAGES[this.language][key] !== undefined;
  }

  number(value, digits = 0) {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: digits }).format(value);
  }

  percent(value) {
    return new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  }

  /** What is counted, in the reader's language where that is known. */
  name(named) {
    return (this.language === 'en' && named.labelEn) || named.label || named.id;
  }

  desk(id) {
    return this.desks.get(id) ?? id;
  }

  subject(id) {
    return this.subjects.get(id) ?? id;
  }

  /** The desk that gives a subject its colour. */
  deskOf(subject) {
    return this.subjectDesks.get(subject);
  }

  /** A Beijing day (2017-06-09) in words; it is a day, not a moment, so that no zone moves it. */
  day(day, { weekday = false, year = true } = {}) {
    const options = { timeZone: 'UTC', day: 'numeric', month: this.language === 'zh' ? 'long' : 'short' };
    if (year) options.year = 'numeric';
    if (weekday) options.weekday = this.language === 'zh' ? 'long' : 'short';
    return this.format(options, Date.parse(`${day.slice(0, 10)}T00:00:00Z`));
  }

  shortDay(day) {
    return day.slice(5, 10);
  }

  /** A moment's time of day in the reader's zone. */
  clock(moment) {
    return this.format({ timeZone: this.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, Date.parse(moment));
  }

  /** An item's own time: the Beijing day when the wire says no time of day, else the moment in the reader's zone. */
  itemTime(item, { long = false } = {}) {
    if (!item.timeOfDay) return long ? this.day(item.time, { weekday: true }) : this.shortDay(item.time);
    const day = this.dayOf(item.time);
    return `${long ? this.day(day, { weekday: true }) : this.shortDay(day)} ${this.clock(item.time)}`;
  }

  /** The day of a moment in the reader's zone, as 2017-06-09. */
  dayOf(moment) {
    const options = { timeZone: this.zone, year: 'numeric', month: '2-digit', day: '2-digit' };
    return new Intl.DateTimeFormat('sv-SE', options).format(Date.parse(moment));
  }

  moment(moment) {
    const options = { timeZone: this.zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
    return `${this.dayOf(moment)} ${this.format(options, Date.parse(moment))}`;
  }

  format(options, at) {
    if (Number.isNaN(at)) return '–';
    return new Intl.DateTimeFormat(this.locale, options).format(at);
  }

  bytes(value) {
    return value < 1048576 ? `${this.number(value / 1024)} KiB` : `${this.number(value / 1048576, 1)} MiB`;
  }
}

/** The day before or after a Beijing day. */
export function shiftDay(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
}

/** The Beijing day of a moment. */
export function beijingDay(moment) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(Date.parse(moment));
}

const Context = createContext(null);
export const WordsProvider = Context.Provider;
export const useWords = () => useContext(Context);
export const useMadeWords = (settings, vocabulary) =>
  useMemo(() => new Words(settings, vocabulary), [settings.language, settings.zone, vocabulary]);
