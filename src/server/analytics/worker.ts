// The program of the thread that computes analytics: takes a graph, sends back its measures, ends.
import { parentPort, workerData } from 'node:worker_threads';
import { computeAnalytics } from '../../graph/analytics/compute.ts';
import type { PlainGraph } from '../../graph/analytics/model.ts';
import { buffersOf } from './transfer.ts';

const analytics = computeAnalytics(workerData as PlainGraph);
parentPort!.postMessage(analytics, buffersOf(analytics));
