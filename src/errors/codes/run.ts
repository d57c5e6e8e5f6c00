import type { CodeEntry } from './entry.ts';

/** The codes that someone who runs the program meets. */
export const runCodes = {
  ADDRESS_UNAVAILABLE: {
    area: 'run',
    message: 'The server cannot listen on {host}:{port}: {why}.',
    mend: 'Stop what uses that address, or set {variables} to another one.',
  },
  ARTICLES_FOLDER_UNREADABLE: {
    area: 'run',
    message: 'The folder of articles, {folder}, cannot be read: {why}.',
    mend: 'Name the folder that holds the articles.',
  },
  CACHE_UNWRITABLE: {
    area: 'run',
    message: 'The compiled form of the data cannot be written to {folder}: {why}.',
    mend: 'Make the folder writable; until then each start reads all files.',
  },
  DATA_CHANGING: {
    area: 'run',
    message: 'The files of the data changed each time while they were read.',
    mend: 'Reload when nothing writes to the folder any more; until then the data from before is served.',
  },
  KEYS_UNREADABLE: {
    area: 'run',
    message: 'The API keys cannot be read: {why}.',
    mend: 'Let API_KEYS name a file that the server may read.',
  },
  KEY_INVALID: {
    area: 'run',
    message: 'An API key cannot be had of this: {why}.',
    mend: 'A key is a line "NAME ROLE sha256:HASH" and perhaps the requests that it has a minute, ROLE being reader or admin; "caytre key new NAME" makes one.',
  },
  OPERATION_INVALID: {
    area: 'run',
    message: 'The operation in {file} cannot be offered: {why}.',
    mend: 'Write one named query, after comment lines "en: …" and "vi: …" that say what it asks, and "variables: {…}" with an example where it has variables.',
  },
  OPERATION_UNKNOWN: {
    area: 'run',
    message: 'There is no operation "{name}".',
    mend: 'See "caytre query --list" for those there are.',
  },
  RELOAD_FAILED: {
    area: 'run',
    message: 'The new data could not be put in the place of the old: {why}.',
    mend: 'See the log for what happened, and reload again; until then the data from before is served.',
  },
  SETTING_INVALID: {
    area: 'run',
    message: 'The setting {variable} is "{value}"; it must be {expected}.',
    mend: 'Correct it or leave it out; "caytre serve --help" lists all settings.',
  },
  VARIABLES_INVALID: {
    area: 'run',
    message: 'The variables are not a JSON object.',
    mend: 'Give them as JSON, for example --variables \'{"id": "country:jpn"}\'.',
  },
} as const satisfies Record<string, CodeEntry>;
