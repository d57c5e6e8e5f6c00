import { packagePath } from '../package.ts';
import { setting, text } from './setting.ts';

/** Where the data lies. */
export const dataSettings = {
  graphData: setting({
    variable: 'GRAPH_DATA',
    description: 'folder of the graph data',
    fallback: 'the graph-data that comes with the program',
    read: text('GRAPH_DATA'),
    unset: () => packagePath('graph-data'),
  }),
  cacheFolder: setting({
    variable: 'CACHE_FOLDER',
    description: 'folder for compiled data; safe to delete',
    fallback: '.cache beside the program',
    read: text('CACHE_FOLDER'),
    unset: () => packagePath('.cache'),
  }),
};
