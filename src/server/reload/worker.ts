// The program of the thread that checks new data beside the one that serves: takes the folders, sends what it found, ends.
import { parentPort, workerData } from 'node:worker_threads';
import { checkFolder, type Folders } from './check-folder.ts';

void checkFolder(workerData as Folders).then((checked) => parentPort!.postMessage(checked));
