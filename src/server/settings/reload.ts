import { flag, setting } from './setting.ts';

/** When new data takes the place of the old. */
export const reloadSettings = {
  watch: setting({
    variable: 'WATCH',
    description: 'whether data that changes is served without a restart',
    fallback: 'true',
    read: flag('WATCH'),
  }),
};
