import type { Language } from './language.ts';

export const pieceNames = ['graph', 'timeline', 'map', 'metric', 'card', 'table'] as const;
export type PieceName = (typeof pieceNames)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/**
 * What a piece can be told: attributes of its element and parameters of its address go by the names of `settingNames`, in the
 * same words. Those that a piece does not read have no effect on it; `Piece.reads` lists those that it does.
 */
export interface Settings {
  readonly lang: Language;
  readonly theme: Theme;
  /** Width and height in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The entities that it is about, by id; none means the whole graph, where a piece can show that. */
  readonly entity: readonly string[];
  /** A date that everything is as of. */
  readonly asOf?: string;
  /** Only from this date, and only to it. */
  readonly from?: string;
  readonly to?: string;
  /** Only entities of these kinds, and only these properties, by name; all when empty. */
  readonly kinds: readonly string[];
  readonly properties: readonly string[];
  /** Only partnerships of these levels; all when empty. */
  readonly levels: readonly string[];
  /** How far from the entities, in hops. */
  readonly depth: number;
  /** How many items at most. */
  readonly limit: number;
  /** Words that a table's entities must have. */
  readonly query: string;
}

export const languages = ['vi', 'en'] as const;

interface Setting {
  /** What it takes, as one says it after "takes", or in Vietnamese after "cần là". */
  readonly takes: string;
  readonly takesVi: string;
  readonly read: (text: string) => unknown;
}

/** The least and the greatest number. */
type Bounds = readonly [number, number];

const list: Setting = {
  takes: 'names or ids with commas between them',
  takesVi: 'tên hoặc id, cách nhau bằng dấu phẩy',
  read: (text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
};
const choice = (options: readonly string[]): Setting => ({
  takes: `one of ${options.join(', ')}`,
  takesVi: `một trong các giá trị ${options.join(', ')}`,
  read: (text) => (options.includes(text) ? text : undefined),
});
const whole = (least: number, greatest: number): Setting & { readonly bounds: Bounds } => ({
  bounds: [least, greatest],
  takes: `a whole number from ${least} to ${greatest}`,
  takesVi: `số nguyên từ ${least} đến ${greatest}`,
  read: (text) => {
    const number = Number(text);
    return /^\d+$/.test(text) && number >= least && number <= greatest ? number : undefined;
  },
});
const date: Setting = {
  takes: 'a date such as 2021, 2021-12 or 2021-12-18',
  takesVi: 'ngày như 2021, 2021-12 hoặc 2021-12-18',
  read: (text) => (/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$/.test(text) ? text : undefined),
};
const words: Setting = {
  takes: 'at most 200 characters',
  takesVi: 'tối đa 200 ký tự',
  read: (text) => (text.length <= 200 ? text : undefined),
};

/** By the names that attributes and parameters have; `name` is that of the field. */
export const settingNames = {
  lang: { name: 'lang', ...choice(languages) },
  theme: { name: 'theme', ...choice(themes) },
  width: { name: 'width', ...whole(160, 4_000) },
  height: { name: 'height', ...whole(80, 4_000) },
  entity: { name: 'entity', ...list },
  'as-of': { name: 'asOf', ...date },
  from: { name: 'from', ...date },
  to: { name: 'to', ...date },
  kinds: { name: 'kinds', ...list },
  properties: { name: 'properties', ...list },
  levels: { name: 'levels', ...list },
  depth: { name: 'depth', ...whole(1, 4) },
  limit: { name: 'limit', ...whole(1, 500) },
  query: { name: 'query', ...words },
} as const satisfies Record<string, Setting & { readonly name: keyof Settings }>;
export type SettingName = keyof typeof settingNames;

export const defaultSettings: Settings = {
  lang: 'vi',
  theme: 'auto',
  width: 720,
  height: 440,
  entity: [],
  kinds: [],
  properties: [],
  levels: [],
  depth: 1,
  limit: 60,
  query: '',
};

/** A setting that was given and is none. */
export interface SettingProblem {
  readonly setting: SettingName;
  readonly value: string;
  readonly takes: string;
  readonly takesVi: string;
}

/** Reads settings from whatever holds them as text (attributes, parameters); an empty text counts as absent. */
export function readSettings(
  given: (name: SettingName) => string | null | undefined,
  defaults: Partial<Settings> = {},
): { readonly settings: Settings; readonly problems: readonly SettingProblem[] } {
  const settings: Record<string, unknown> = { ...defaultSettings, ...defaults };
  const problems: SettingProblem[] = [];
  for (const [key, { name, read, takes, takesVi }] of Object.entries(settingNames)) {
    const setting = key as SettingName;
    const text = given(setting)?.trim();
    if (!text) continue;
    const value = read(text);
    if (value === undefined) problems.push({ setting, value: text, takes, takesVi });
    else settings[name] = value;
  }
  return { settings: settings as unknown as Settings, problems };
}

/** Settings as parameters of an address, in the order of `settingNames`; those at their default are left out. */
export function writeSettings(
  settings: Settings,
  defaults: Partial<Settings> = {},
): URLSearchParams {
  const usual: Settings = { ...defaultSettings, ...defaults };
  const parameters = new URLSearchParams();
  for (const [setting, { name }] of Object.entries(settingNames)) {
    const text = String(settings[name] ?? '');
    if (text !== String(usual[name] ?? '')) parameters.set(setting, text);
  }
  return parameters;
}
